package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.equal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Reason;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;

/**
 * Which sources are read again where {@link ReadingCheck} or {@link LaterKnowledge} found that
 * records would be read otherwise now, and what keeps them from being read. A source is read again
 * whole, and with it every source with which it may have ids in common, if of either records were
 * left out because the id was there or was voided: what stood may stand no more. Looks and changes
 * nothing.
 */
public final class RereadPlan {
  private static final int SOME = 3;

  /** Of all kinds only this one voids. */
  private static final String STATEMENTS = "xapi";

  private final Lake lake;
  private final Configuration configuration;
  private final org.apache.hadoop.conf.Configuration hadoop;
  private final Map<String, Set<ChangeCause>> causes = new TreeMap<>();
  private final Set<String> all = new TreeSet<>();
  private final List<Fault> reasons = new ArrayList<>();
  private final List<Fault> refusals = new ArrayList<>();

  private RereadPlan(
      Lake lake, Configuration configuration, org.apache.hadoop.conf.Configuration hadoop) {
    this.lake = lake;
    this.configuration = configuration;
    this.hadoop = hadoop;
  }

  /**
   * Makes the plan.
   *
   * @param asOf the night's last day, for what is kept no longer
   * @param hadoop how to reach the file systems of sources
   */
  public static RereadPlan of(
      Lake lake,
      Configuration configuration,
      LocalDate asOf,
      org.apache.hadoop.conf.Configuration hadoop) {
    List<ReadingChange> changes = ReadingCheck.changes(lake, configuration);
    List<ReadingChange> later = LaterKnowledge.changes(lake, configuration, hadoop);
    if (!later.isEmpty()) {
      List<ReadingChange> all = new ArrayList<>(changes);
      all.addAll(later);
      RereadPlan plan = of(all, lake, configuration, asOf, hadoop);
      // Files may be taken away once they were read: then what they told stays as it was read.
      if (plan.refusals.isEmpty()) {
        return plan;
      }
    }
    return of(changes, lake, configuration, asOf, hadoop);
  }

  private static RereadPlan of(
      List<ReadingChange> changes,
      Lake lake,
      Configuration configuration,
      LocalDate asOf,
      org.apache.hadoop.conf.Configuration hadoop) {
    RereadPlan plan = new RereadPlan(lake, configuration, hadoop);
    if (!changes.isEmpty()) {
      plan.widen(changes);
      plan.look(asOf);
    }
    return plan;
  }

  /** Whether everything would be read as it was. */
  public boolean isNothing() {
    return causes.isEmpty();
  }

  /** Ids of the sources that are read again. */
  public Set<String> sources() {
    return Collections.unmodifiableSet(causes.keySet());
  }

  /** Why, in words: which records would be read otherwise. */
  public List<Fault> reasons() {
    return List.copyOf(reasons);
  }

  /** What keeps them from being read; empty when nothing does. */
  public List<Fault> refusals() {
    return List.copyOf(refusals);
  }

  /** Why a source is read again. */
  Set<ChangeCause> causes(String source) {
    return causes.get(source);
  }

  /** Whether no record of any other source is in the lake. */
  boolean isEverything() {
    return causes.keySet().containsAll(all);
  }

  private void widen(List<ReadingChange> changes) {
    Set<ChangeCause> every = EnumSet.noneOf(ChangeCause.class);
    for (ReadingChange change : changes) {
      reasons.add(change.fault());
      every.add(change.cause());
      for (String source : change.sources()) {
        causes.computeIfAbsent(source, id -> EnumSet.noneOf(ChangeCause.class)).add(change.cause());
      }
    }
    tie(every);
  }

  /** Adds the sources whose records stood, or had to go, because of those that are read again. */
  private void tie(Set<ChangeCause> every) {
    Map<String, Long> leftOut = new HashMap<>();
    Set<String> voided = new HashSet<>();
    LakeRows.eachIfAny(
        lake,
        Tables.INGEST_BATCH,
        alwaysTrue(),
        batch -> {
          String source = (String) batch.getField("source");
          all.add(source);
          for (String term : List.of("duplicate", "conflicting", "voided", "voided_earlier")) {
            long records = (Long) batch.getField(term);
            leftOut.merge(source, records, Long::sum);
            if (term.startsWith("voided") && records > 0) {
              voided.add(source);
            }
          }
        },
        "source",
        "duplicate",
        "conflicting",
        "voided",
        "voided_earlier");
    LakeRows.eachIfAny(
        lake,
        Tables.REMOVED_EVENT,
        alwaysTrue(),
        row -> {
          String source = (String) row.getField("source");
          if (source == null) {
            // A row of an older program does not tell it.
            voided.addAll(all);
          } else if (((String) row.getField("reason")).startsWith("voided")) {
            voided.add(source);
          }
        },
        "source",
        "reason");
    boolean more = true;
    while (more) {
      more = false;
      for (String source : all) {
        if (!causes.containsKey(source) && isTied(source, leftOut, voided)) {
          causes.put(source, EnumSet.copyOf(every));
          more = true;
        }
      }
    }
  }

  private boolean isTied(String source, Map<String, Long> leftOut, Set<String> voided) {
    return causes.keySet().stream()
        .anyMatch(
            other ->
                (shareIds(source, other)
                        && leftOut.get(source) + leftOut.getOrDefault(other, 0L) > 0)
                    || (voided.contains(source) && mayVoid(other)));
  }

  private boolean mayVoid(String source) {
    return kind(source).isEmpty() || kind(source).equals(STATEMENTS);
  }

  /** Whether records of both could have the same ids; one that is gone might be of any kind. */
  private boolean shareIds(String one, String other) {
    String kind = kind(one);
    return kind.isEmpty() || kind(other).isEmpty() || kind.equals(kind(other));
  }

  /** What ids the records of a source have: statements bring theirs, whoever hands them on. */
  private String kind(String source) {
    return configuration.sources().stream()
        .filter(one -> one.id().equals(source))
        .map(one -> one.kind().equals("lrs") ? STATEMENTS : one.kind())
        .findFirst()
        .orElse("");
  }

  private void look(LocalDate asOf) {
    Map<String, Configuration.Source> configured = new HashMap<>();
    configuration.sources().forEach(source -> configured.put(source.id(), source));
    Optional<LocalDate> kept = configuration.retention().firstKept(Tables.LEARNING_EVENT, asOf);
    for (String id : causes.keySet()) {
      Configuration.Source source = configured.get(id);
      if (source == null) {
        refusals.add(Fault.of(ErrorCode.REREAD_SOURCE_GONE, id));
        continue;
      }
      kept.filter(first -> tellsBefore(id, first))
          .ifPresent(
              first ->
                  refusals.add(Fault.of(ErrorCode.REREAD_EVENTS_EXPIRED, id, first.toString())));
      source.reader().files().ifPresent(path -> files(id, path));
    }
  }

  private boolean tellsBefore(String id, LocalDate first) {
    long[] events = new long[1];
    LakeRows.eachIfAny(
        lake,
        Tables.VERB_DAY,
        equal("source", id),
        row -> {
          if (((LocalDate) row.getField("event_date")).isBefore(first)) {
            events[0] += (Long) row.getField("events");
          }
        },
        "source",
        "event_date",
        "events");
    return events[0] > 0;
  }

  /** Every file must be there as it was, or longer: files grow. */
  private void files(String id, String path) {
    Map<Long, Long> there = new HashMap<>();
    try {
      for (InputSplit split : InputSplits.plan(hadoop, path, Long.MAX_VALUE)) {
        there.put(split.fileId(), split.fileLength());
      }
    } catch (FileNotFoundException nothing) {
      // Then all of them are gone.
    } catch (IOException e) {
      refusals.add(Fault.of(ErrorCode.SOURCE_UNREADABLE, id, Reason.of(e)));
      return;
    }
    Set<String> gone = new TreeSet<>();
    LakeRows.eachIfAny(
        lake,
        Tables.SOURCE_FILE,
        equal("source", id),
        row -> {
          String file = (String) row.getField("path");
          // By its id: of a path nothing stays that named an erased person.
          Long length = there.get((Long) row.getField("file_id"));
          if (length == null || length < (Long) row.getField("size_bytes")) {
            gone.add(file);
          }
        },
        "source",
        "file_id",
        "path",
        "size_bytes");
    if (!gone.isEmpty()) {
      refusals.add(
          Fault.of(
              ErrorCode.REREAD_FILES_GONE,
              id,
              Integer.toString(gone.size()),
              String.join(", ", gone.stream().limit(SOME).toList())));
    }
  }
}
