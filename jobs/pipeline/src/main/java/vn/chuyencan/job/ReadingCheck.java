package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.equal;

import java.util.ArrayList;
import java.util.HashMap;
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
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.rules.HarmlessFault;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/**
 * Whether what was taken in earlier would be read as it was: under the same zones, with the same
 * meaning of verbs and types. The lake keeps what records mean and not the records, so those of
 * which the reading differs must be read again ({@link Reread}).
 */
final class ReadingCheck {
  private static final int SOME = 3;

  /** Kinds of sources whose records name events of Moodle that the vocabulary has rules for. */
  private static final Set<String> OF_STATEMENTS = Set.of("xapi", "lrs");

  private final Lake lake;
  private final Configuration configuration;
  private final String zone;
  private final Map<String, Configuration.Source> sources = new TreeMap<>();
  private final Map<Long, String> sourceOfBatch = new HashMap<>();
  private final Map<String, Set<String>> vocabularies = new TreeMap<>();
  private final List<ReadingChange> changes = new ArrayList<>();

  private ReadingCheck(Lake lake, Configuration configuration) {
    this.lake = lake;
    this.configuration = configuration;
    this.zone = configuration.institution().zone().getId();
    configuration.sources().forEach(source -> sources.put(source.id(), source));
  }

  /** What would be read otherwise now; empty where everything would be read as it was. */
  static List<ReadingChange> changes(Lake lake, Configuration configuration) {
    if (lake.state().lastBatch() == 0) {
      return List.of();
    }
    ReadingCheck check = new ReadingCheck(lake, configuration);
    check.zones();
    check.vocabulary();
    return List.copyOf(check.changes);
  }

  /**
   * Refuses to go on with what would be read otherwise now, for who does not read.
   *
   * @throws PipelineException {@link ErrorCode#SOURCE_ZONE_CHANGED}, {@link
   *     ErrorCode#INSTITUTION_ZONE_CHANGED}, {@link ErrorCode#VOCABULARY_CHANGED}, and {@link
   *     ErrorCode#READING_NOT_DONE}
   */
  static void requireRead(Night night) {
    List<ReadingChange> changes = changes(night.lake(), night.configuration());
    if (!changes.isEmpty()) {
      List<Fault> faults = new ArrayList<>();
      changes.forEach(change -> faults.add(change.fault()));
      faults.add(Fault.of(ErrorCode.READING_NOT_DONE));
      throw new PipelineException(faults);
    }
  }

  private void zones() {
    List<Record> batches = new ArrayList<>();
    LakeRows.eachIfAny(
        lake,
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
    Map<String, Set<String>> institution = new TreeMap<>();
    Map<String, Map<String, Long>> touched = new TreeMap<>();
    for (Record batch : batches) {
      String id = (String) batch.getField("source");
      sourceOfBatch.put((Long) batch.getField("batch_id"), id);
      if (batch.getField("vocabulary") != null && accepted(batch) > 0) {
        vocabularies
            .computeIfAbsent((String) batch.getField("vocabulary"), text -> new TreeSet<>())
            .add(id);
      }
      String told = (String) batch.getField("institution_zone");
      if (told != null && !told.equals(zone) && accepted(batch) > 0) {
        institution.computeIfAbsent(told, then -> new TreeSet<>()).add(id);
      }
      Configuration.Source source = sources.get(id);
      String then = (String) batch.getField("zone");
      if (source != null && then != null && !then.equals(now(source))) {
        long records = dependent(source, batch, then);
        if (records > 0) {
          touched
              .computeIfAbsent(source.id(), name -> new TreeMap<>())
              .merge(then, records, Long::sum);
        }
      }
    }
    institution.forEach(
        (then, ids) ->
            changes.add(
                new ReadingChange(
                    ChangeCause.ZONE,
                    ids,
                    Fault.of(
                        ErrorCode.INSTITUTION_ZONE_CHANGED, then, zone, String.join(", ", ids)))));
    touched.forEach(
        (source, zones) ->
            zones.forEach(
                (then, records) ->
                    changes.add(
                        new ReadingChange(
                            ChangeCause.ZONE,
                            Set.of(source),
                            Fault.of(
                                ErrorCode.SOURCE_ZONE_CHANGED,
                                source,
                                then,
                                now(sources.get(source)),
                                records.toString())))));
  }

  private String now(Configuration.Source source) {
    var read = source.readUnder(configuration.institution().zone());
    return read == null ? RecordIntake.NO_ZONE : read.getId();
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
      LakeRows.eachIfAny(
          lake,
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
    Set<String> otherwise = new TreeSet<>();
    vocabularies.values().forEach(otherwise::addAll);
    Set<String> changed = new TreeSet<>();
    Set<String> touched = new TreeSet<>();
    String rules = now.substring(now.indexOf('/'));
    vocabularies.forEach(
        (then, ids) -> {
          if (!then.endsWith(rules)) {
            // Which events the rules concerned is not kept.
            ids.stream().filter(this::tellsStatements).forEach(touched::add);
          }
        });
    if (!touched.isEmpty()) {
      changed.add("logstore-events.json");
    }
    Map<Long, String> verbs = new HashMap<>();
    LakeRows.eachIfAny(
        lake,
        Tables.VERB,
        alwaysTrue(),
        row -> {
          if (differs(row, vocabulary)) {
            verbs.put((Long) row.getField("verb_key"), (String) row.getField("iri"));
          }
        },
        "verb_key",
        "iri",
        "action",
        "known");
    long events = events(verbs, otherwise, changed, touched);
    LakeRows.eachIfAny(
        lake,
        Tables.ACTIVITY,
        alwaysTrue(),
        row -> {
          String type = (String) row.getField("type_iri");
          String source = sourceOfBatch.get((Long) row.getField("batch_id"));
          if (type != null
              && otherwise.contains(source)
              && !Objects.equals(vocabulary.kind(type), row.getField("kind"))) {
            changed.add(type);
            touched.add(source);
          }
        },
        "type_iri",
        "kind",
        "batch_id");
    if (!changed.isEmpty()) {
      changes.add(
          new ReadingChange(
              ChangeCause.VOCABULARY,
              touched,
              Fault.of(
                  ErrorCode.VOCABULARY_CHANGED,
                  Integer.toString(changed.size()),
                  String.join(", ", changed.stream().limit(SOME).toList()),
                  Long.toString(events),
                  String.join(", ", touched))));
    }
  }

  /** A source that is not configured any more may have told them. */
  private boolean tellsStatements(String id) {
    Configuration.Source source = sources.get(id);
    return source == null || OF_STATEMENTS.contains(source.kind());
  }

  private static boolean differs(Record verb, Vocabulary vocabulary) {
    String iri = (String) verb.getField("iri");
    if (!iri.startsWith("http")) {
      // What a log calls an act is given its meaning by the source.
      return false;
    }
    String action = vocabulary.action(iri);
    return !verb.getField("action").equals(action == null ? Action.OTHER : action)
        || !verb.getField("known").equals(action != null);
  }

  /** How many events have these verbs; notes the verbs and the sources that told them. */
  private long events(
      Map<Long, String> verbs, Set<String> otherwise, Set<String> changed, Set<String> touched) {
    long[] events = new long[1];
    if (!verbs.isEmpty()) {
      LakeRows.eachIfAny(
          lake,
          Tables.VERB_DAY,
          alwaysTrue(),
          row -> {
            String verb = verbs.get((Long) row.getField("verb_key"));
            String source = (String) row.getField("source");
            if (verb != null && otherwise.contains(source)) {
              changed.add(verb);
              touched.add(source);
              events[0] += (Long) row.getField("events");
            }
          },
          "source",
          "verb_key",
          "events");
    }
    return events[0];
  }
}
