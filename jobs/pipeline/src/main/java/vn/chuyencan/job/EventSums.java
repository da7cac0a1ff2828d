package vn.chuyencan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Rereading;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.vocabulary.Action;

/**
 * What the events of some sources tell, summed up by source, course and day, so that it can be said
 * where they tell something else than others do. Two sums of 64 bits a day: equal ones stand for
 * equal events, in whatever order and number of files.
 */
final class EventSums {
  /** All that an event tells; not where it was found, nor in which batch. */
  private static final List<String> TOLD =
      List.of(
          "event_id",
          "occurred_at",
          "stored_at",
          "actor_key",
          "activity_key",
          "verb_key",
          "parent_key",
          "reply_to_key",
          "target_actor_key",
          "attempt_key",
          "action",
          "activity_kind",
          "origin",
          "score_raw",
          "score_min",
          "score_max",
          "score_scaled",
          "success",
          "completion",
          "duration_seconds",
          "content_hash");

  /** What is kept besides where somebody looks for signals of integrity, by table. */
  private static final Map<String, List<String>> BESIDES =
      Map.of(
          Tables.FORUM_EVENT, List.of("event_id", "text_key", "text_characters"),
          Tables.ADDRESS_BURST, List.of("actor_key", "address_key", "stretches"));

  private final Map<Key, long[]> sums = new HashMap<>();

  /**
   * A day of a course as a source tells it.
   *
   * @param course 0 for deletions that name none
   */
  private record Key(String source, long course, int day) {}

  private EventSums() {}

  /**
   * Sums up.
   *
   * @param sources whose events
   * @param signals whether what is kept for signals of integrity is summed up too
   */
  static EventSums of(Lake lake, Set<String> sources, boolean signals) {
    EventSums all = new EventSums();
    all.add(lake, Tables.LEARNING_EVENT, TOLD, sources);
    if (signals) {
      BESIDES.forEach((table, told) -> all.add(lake, table, told, sources));
    }
    return all;
  }

  private void add(Lake lake, String table, List<String> told, Set<String> sources) {
    if (!lake.exists(table)) {
      return;
    }
    List<String> columns = new ArrayList<>(List.of("source", "course_key", "event_date"));
    columns.addAll(told);
    try (CloseableIterable<Record> rows =
        lake.rows(table, Expressions.in("source", sources), columns.toArray(String[]::new))) {
      for (Record row : rows) {
        add(table, row, told);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String table, Record row, List<String> told) {
    Long course = (Long) row.getField("course_key");
    boolean deletion =
        table.equals(Tables.LEARNING_EVENT) && Action.DELETED.equals(row.getField("action"));
    if (course == null && !deletion) {
      // It counts in no course run.
      return;
    }
    long one = table.hashCode();
    for (String column : told) {
      one = mixed(one * 31 + hash(row.getField(column)));
    }
    Key key =
        new Key(
            (String) row.getField("source"),
            course == null ? 0 : course,
            Math.toIntExact(((LocalDate) row.getField("event_date")).toEpochDay()));
    long[] sum = sums.computeIfAbsent(key, day -> new long[2]);
    sum[0] += one;
    sum[1] += mixed(one + 1);
  }

  private static long hash(Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof UUID id) {
      return mixed(id.getMostSignificantBits()) + id.getLeastSignificantBits();
    }
    // Of each type that a column has, the text is the value's only one.
    long hash = 1;
    for (byte one : value.toString().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ one) * 0x100000001B3L;
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves all. */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /**
   * Where other sums differ.
   *
   * @param causes why a source's events may differ
   */
  List<Rereading.Span> spans(EventSums other, Function<String, Set<ChangeCause>> causes) {
    Set<Key> keys = new HashSet<>(sums.keySet());
    keys.addAll(other.sums.keySet());
    Map<String, Rereading.Span> spans = new TreeMap<>();
    for (Key key : keys) {
      if (!Arrays.equals(sums.get(key), other.sums.get(key))) {
        spans.merge(
            key.source() + " " + key.course(),
            new Rereading.Span(key.course(), key.day(), key.day(), causes.apply(key.source())),
            EventSums::both);
      }
    }
    return List.copyOf(spans.values());
  }

  private static Rereading.Span both(Rereading.Span one, Rereading.Span two) {
    return new Rereading.Span(
        one.courseKey(),
        Math.min(one.first(), two.first()),
        Math.max(one.last(), two.last()),
        one.causes());
  }
}
