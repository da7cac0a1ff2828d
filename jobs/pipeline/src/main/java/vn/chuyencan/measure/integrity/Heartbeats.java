package vn.chuyencan.measure.integrity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegritySign;

/**
 * Events of one kind at equal distances, with nothing between them: a page or a player that goes on
 * by itself. Whoever does something else breaks the row.
 */
public final class Heartbeats {
  /** Fewer instants in a row are told of nobody. */
  public static final int LEAST_BEATS = 10;

  /** The distances of a row differ by no more: logs tell whole seconds. */
  static final long TOLERANCE = 2 * Figures.SECOND;

  private final int minutes;
  private final long gap;
  private final List<String> found = new ArrayList<>();

  /**
   * An event.
   *
   * @param at when, microseconds since the epoch, UTC
   * @param verb what was done, by key
   */
  public record Beat(long at, long verb) {}

  private Heartbeats(int minutes, long gap) {
    this.minutes = minutes;
    this.gap = gap;
  }

  /**
   * What stands out.
   *
   * @param events of one learner, in any order; one may be told several times
   * @param minutes a row of at least so many minutes stands out
   * @param gapMicros a longer silence ends a session and so a row
   */
  public static IntegritySign of(Collection<Beat> events, int minutes, long gapMicros) {
    SortedMap<Long, Set<Long>> verbs = new TreeMap<>();
    events.forEach(
        event -> verbs.computeIfAbsent(event.at(), at -> new TreeSet<>()).add(event.verb()));
    Heartbeats heartbeats = new Heartbeats(minutes, gapMicros);
    heartbeats.look(verbs);
    return new IntegritySign(IntegrityKind.HEARTBEAT, verbs.size(), heartbeats.found);
  }

  /** Rows from the first event on: each as long as its distances are equal, the next from there. */
  private void look(SortedMap<Long, Set<Long>> verbs) {
    Row row = null;
    for (Map.Entry<Long, Set<Long>> instant : verbs.entrySet()) {
      if (row == null || !row.goesOn(instant.getKey(), instant.getValue())) {
        Row next = new Row(instant.getKey(), instant.getValue());
        if (row != null) {
          end(row);
          next = row.from(instant.getKey(), instant.getValue(), next);
        }
        row = next;
      }
    }
    if (row != null) {
      end(row);
    }
  }

  private void end(Row row) {
    if (row.beats >= LEAST_BEATS && row.last - row.first >= minutes * Figures.MINUTE) {
      found.add(
          "stretch="
              + Figures.range(row.first, row.last)
              + " minutes="
              + Figures.minutes(row.last - row.first)
              + " events="
              + row.beats
              + " spacing_seconds="
              + Figures.seconds((row.last - row.first) / (row.beats - 1)));
    }
  }

  /** Instants at equal distances. */
  private final class Row {
    private final Set<Long> verbs;
    private final long first;
    private long last;
    private int beats = 1;
    private long shortest = Long.MAX_VALUE;
    private long longest;

    Row(long at, Set<Long> verbs) {
      this.first = at;
      this.last = at;
      this.verbs = verbs;
    }

    /** Takes an instant in, if it continues the row. */
    boolean goesOn(long at, Set<Long> others) {
      long distance = at - last;
      long least = Math.min(shortest, distance);
      long most = Math.max(longest, distance);
      if (!verbs.equals(others) || distance > gap || most - least > TOLERANCE) {
        return false;
      }
      shortest = least;
      longest = most;
      last = at;
      beats++;
      return true;
    }

    /** The row that begins where this one ends, if the instant can be its second. */
    Row from(long at, Set<Long> others, Row otherwise) {
      Row next = new Row(last, verbs);
      return next.goesOn(at, others) ? next : otherwise;
    }
  }
}
