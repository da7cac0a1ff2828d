package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.equal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.rules.HarmlessFault;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/**
 * Whether what was taken in earlier would be read as it was: under the same zones, with the same
 * meaning of verbs and types. The lake keeps what records mean and not the records, so a change is
 * refused where it would touch any of them; where it touches none, the night goes on.
 */
final class ReadingCheck {
  private static final int SOME = 3;

  private final Night night;
  private final CourseInputs inputs;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> vocabularies = new TreeSet<>();

  private ReadingCheck(Night night) {
    this.night = night;
    this.inputs = new CourseInputs(night);
  }

  /**
   * Looks before anything is taken in or measured.
   *
   * @throws PipelineException {@link ErrorCode#SOURCE_ZONE_CHANGED}, {@link
   *     ErrorCode#INSTITUTION_ZONE_CHANGED}, {@link ErrorCode#VOCABULARY_CHANGED}
   */
  static void require(Night night) {
    if (night.lake().state().lastBatch() == 0) {
      return;
    }
    ReadingCheck check = new ReadingCheck(night);
    check.zones();
    check.vocabulary();
    if (!check.faults.isEmpty()) {
      throw new PipelineException(check.faults);
    }
  }

  private void zones() {
    Map<String, Configuration.Source> sources = new TreeMap<>();
    night.configuration().sources().forEach(source -> sources.put(source.id(), source));
    List<Record> batches = new ArrayList<>();
    inputs.each(
        Tables.INGEST_BATCH,
        alwaysTrue(),
        batches::add,
        "batch_id",
        "source",
        "accepted",
        "harmless_faults",
        "zone",
        "institution_zone",
        "vocabulary");
    Set<String> institution = new TreeSet<>();
    Map<String, Map<String, Long>> touched = new TreeMap<>();
    for (Record batch : batches) {
      if (batch.getField("vocabulary") != null && accepted(batch) > 0) {
        vocabularies.add((String) batch.getField("vocabulary"));
      }
      Object told = batch.getField("institution_zone");
      if (told != null && !told.equals(night.zone().getId()) && accepted(batch) > 0) {
        institution.add((String) told);
      }
      Configuration.Source source = sources.get((String) batch.getField("source"));
      String then = (String) batch.getField("zone");
      if (source != null && then != null && !then.equals(now(source))) {
        long records = dependent(source, batch, then);
        if (records > 0) {
          touched
              .computeIfAbsent(source.id(), id -> new TreeMap<>())
              .merge(then, records, Long::sum);
        }
      }
    }
    institution.forEach(
        then ->
            faults.add(Fault.of(ErrorCode.INSTITUTION_ZONE_CHANGED, then, night.zone().getId())));
    touched.forEach(
        (source, zones) ->
            zones.forEach(
                (then, records) ->
                    faults.add(
                        Fault.of(
                            ErrorCode.SOURCE_ZONE_CHANGED,
                            source,
                            then,
                            now(sources.get(source)),
                            records.toString()))));
  }

  private String now(Configuration.Source source) {
    var zone = source.readUnder(night.zone());
    return zone == null ? RecordIntake.NO_ZONE : zone.getId();
  }

  private static long accepted(Record batch) {
    return (Long) batch.getField("accepted");
  }

  /** Records of a batch of which the zone decides when they happened, or whether they are any. */
  private long dependent(Configuration.Source source, Record batch, String then) {
    if (source.kind().equals(SourceLoader.DOWNLOADS)) {
      return accepted(batch);
    }
    if (then.equals(RecordIntake.NO_ZONE)) {
      List<Record> rejected = new ArrayList<>();
      inputs.each(
          Tables.REJECTED_RECORD,
          equal("batch_id", (Long) batch.getField("batch_id")),
          row -> {
            if (Reason.UNZONED_TIMESTAMP.name().equals(row.getField("reason"))) {
              rejected.add(row);
            }
          },
          "reason");
      return rejected.size();
    }
    Object unzoned =
        ((Map<?, ?>) batch.getField("harmless_faults"))
            .get(HarmlessFault.TIMESTAMP_WITHOUT_ZONE.name());
    return unzoned == null ? 0 : (Long) unzoned;
  }

  /** Only where its fingerprint is another one is looked whether it touches anything. */
  private void vocabulary() {
    Vocabulary vocabulary = Vocabulary.bundled();
    String now = vocabulary.fingerprint();
    vocabularies.remove(now);
    if (vocabularies.isEmpty()) {
      return;
    }
    Set<String> changed = new TreeSet<>();
    String rules = now.substring(now.indexOf('/'));
    if (vocabularies.stream().anyMatch(then -> !then.endsWith(rules))) {
      // Which events the rules concerned is not kept.
      changed.add("logstore-events.json");
    }
    Set<Long> verbs = new HashSet<>();
    inputs.each(
        Tables.VERB,
        alwaysTrue(),
        row -> {
          if (differs(row, vocabulary)) {
            changed.add((String) row.getField("iri"));
            verbs.add((Long) row.getField("verb_key"));
          }
        },
        "verb_key",
        "iri",
        "action",
        "known");
    inputs.each(
        Tables.ACTIVITY,
        alwaysTrue(),
        row -> {
          String type = (String) row.getField("type_iri");
          if (type != null && !Objects.equals(vocabulary.kind(type), row.getField("kind"))) {
            changed.add(type);
          }
        },
        "type_iri",
        "kind");
    if (!changed.isEmpty()) {
      faults.add(
          Fault.of(
              ErrorCode.VOCABULARY_CHANGED,
              Integer.toString(changed.size()),
              String.join(", ", changed.stream().limit(SOME).toList()),
              Long.toString(events(verbs))));
    }
  }

  private static boolean differs(Record verb, Vocabulary vocabulary) {
    String iri = (String) verb.getField("iri");
    String action = vocabulary.action(iri);
    if (!iri.startsWith("http")) {
      // What a log calls an act is given its meaning by the source.
      return false;
    }
    return !verb.getField("action").equals(action == null ? Action.OTHER : action);
  }

  private long events(Set<Long> verbs) {
    long[] events = new long[1];
    inputs.each(
        Tables.VERB_DAY,
        alwaysTrue(),
        row -> {
          if (verbs.contains((Long) row.getField("verb_key"))) {
            events[0] += (Long) row.getField("events");
          }
        },
        "verb_key",
        "events");
    return events[0];
  }
}
