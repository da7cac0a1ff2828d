package vn.chuyencan.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.CourseRun;

/**
 * Course runs as the events show them, where no register knows any: one for each course, from its
 * first to its last active day. The rows of {@code activity_burst} are looked through twice: first
 * for keys that were rebuilt or put right, whose rows the second look keeps and reads as {@link
 * BurstReading} says; all others count as they come, so that memory holds the few.
 */
public final class InferredRuns {
  private final int asOf;
  private final Set<Key> doubtful = new HashSet<>();
  private final Map<Key, List<BurstRow>> kept = new HashMap<>();
  private final Map<Long, int[]> days = new HashMap<>();
  private final Map<String, Integer> sources = new HashMap<>();

  private record Key(int source, long actorKey, long courseKey, int day) {
    static Key of(BurstRow row) {
      return new Key(row.source(), row.actorKey(), row.courseKey(), row.day());
    }
  }

  /**
   * @param asOf the last day that counts
   */
  public InferredRuns(LocalDate asOf) {
    this.asOf = CourseRuns.day(asOf);
  }

  private boolean counts(BurstRow row) {
    return row.courseKey() != 0 && row.day() <= asOf;
  }

  /** Looks at a row, with the columns of {@link FactScan#columns}, for the first time. */
  public void lookFirst(Record row) {
    BurstRow seen = read(row);
    if (counts(seen)
        && (seen.rebuilt() || seen.bursts().stream().anyMatch(burst -> burst.events() <= 0))) {
      doubtful.add(Key.of(seen));
    }
  }

  /** Looks at the same row for the second time, after all rows were looked at. */
  public void lookAgain(Record row) {
    BurstRow seen = read(row);
    if (!counts(seen)) {
      return;
    }
    if (doubtful.contains(Key.of(seen))) {
      kept.computeIfAbsent(Key.of(seen), key -> new ArrayList<>()).add(seen);
    } else if (!seen.bursts().isEmpty()) {
      addDay(seen.courseKey(), seen.day());
    }
  }

  private BurstRow read(Record row) {
    return FactScan.burstRow(
        row, sources.computeIfAbsent((String) row.get(3), name -> sources.size()));
  }

  private void addDay(long courseKey, int day) {
    days.merge(
        courseKey,
        new int[] {day, day},
        (before, now) -> new int[] {Math.min(before[0], now[0]), Math.max(before[1], now[1])});
  }

  /**
   * The runs, in order of their IRI.
   *
   * @param activities rows of {@code activity}; several may speak of one
   */
  public List<CourseRun> runs(Iterable<Record> activities) {
    kept.forEach(
        (key, rows) -> {
          if (!BurstReading.days(rows).get(0).bursts().isEmpty()) {
            addDay(key.courseKey(), key.day());
          }
        });
    Map<Long, ActivityName> names = new HashMap<>();
    for (Record activity : activities) {
      Long key = (Long) activity.getField("activity_key");
      if (days.containsKey(key)) {
        names.merge(key, ActivityName.of(activity), ActivityName::better);
      }
    }
    Map<String, CourseRun> runs = new TreeMap<>();
    names.forEach(
        (key, name) ->
            runs.put(
                name.iri(),
                new CourseRun(
                    courseId(name.iri(), key),
                    name.name() == null ? name.iri() : name.name(),
                    name.iri(),
                    LocalDate.ofEpochDay(days.get(key)[0]),
                    LocalDate.ofEpochDay(days.get(key)[1]),
                    null,
                    Set.of(),
                    null)));
    return new ArrayList<>(runs.values());
  }

  /** The IRI, or as much of it as a folder may be called by, and the course's key. */
  private static String courseId(String iri, long key) {
    if (CourseRun.namesFolder(iri)) {
      return iri;
    }
    String name;
    int end = iri.length();
    do {
      end = iri.offsetByCodePoints(end, -1);
      name = iri.substring(0, end) + "~" + HexFormat.of().toHexDigits(key);
    } while (!CourseRun.namesFolder(name));
    return name;
  }
}
