package vn.chuyencan.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Joining bursts (FC-X.1, DESIGN 3). The union of two burst sets, joined where the gap is at most
 * g, gives exactly the runs that all their events together would give for any g of at least the
 * base gap: an event lies inside some burst, and inside a burst no gap exceeds the base gap. So
 * order, lateness and the way events were split into files change nothing.
 */
public final class Bursts {

  private Bursts() {}

  /**
   * The maximal runs of the given bursts with gaps of at most {@code gapMicros}.
   *
   * @param bursts in any order, of one learner in one course; they may overlap
   * @param gapMicros at least the base gap, microseconds
   * @return disjoint runs in order of time; the events of joined bursts added up
   */
  public static List<Burst> join(Collection<Burst> bursts, long gapMicros) {
    List<Burst> sorted = new ArrayList<>(bursts);
    Collections.sort(sorted);
    List<Burst> result = new ArrayList<>();
    Burst open = null;
    for (Burst next : sorted) {
      if (open != null && next.start() - open.end() <= gapMicros) {
        open =
            new Burst(
                open.start(), Math.max(open.end(), next.end()), open.events() + next.events());
      } else {
        if (open != null) {
          result.add(open);
        }
        open = next;
      }
    }
    if (open != null) {
      result.add(open);
    }
    return result;
  }

  /**
   * The union of stretches of time: overlapping or touching ones become one, so that no instant is
   * counted twice.
   *
   * @param intervals in any order
   * @return disjoint intervals in order of time
   */
  public static List<Interval> union(Collection<Interval> intervals) {
    List<Interval> sorted = new ArrayList<>(intervals);
    Collections.sort(sorted);
    List<Interval> result = new ArrayList<>();
    Interval open = null;
    for (Interval next : sorted) {
      if (open != null && next.start() <= open.end()) {
        open = new Interval(open.start(), Math.max(open.end(), next.end()));
      } else {
        if (open != null) {
          result.add(open);
        }
        open = next;
      }
    }
    if (open != null) {
      result.add(open);
    }
    return result;
  }
}
