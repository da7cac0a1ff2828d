package vn.chuyencan.source.intake;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The traces of a task, by identifier, course and day: an open hash, for every counted event asks
 * it once.
 */
final class DayTraces {
  private DayTrace[] places = new DayTrace[1024];
  private int size;
  private DayTrace last;

  /**
   * The trace of that key; begun when it is not there.
   *
   * @param course 0 for none
   * @param day days since 1970-01-01 in the institution's zone
   */
  DayTrace of(long actor, long course, int day) {
    if (last != null && last.is(actor, course, day)) {
      return last;
    }
    int place = place(actor, course, day);
    if (places[place] == null) {
      if (2 * size >= places.length) {
        grow();
        place = place(actor, course, day);
      }
      places[place] = new DayTrace(actor, course, day);
      size++;
    }
    last = places[place];
    return last;
  }

  private int place(long actor, long course, int day) {
    long hash = (actor * 31 + course) * 31 + day;
    hash *= 0x9E3779B97F4A7C15L;
    int mask = places.length - 1;
    int place = (int) (hash >>> 32) & mask;
    while (places[place] != null && !places[place].is(actor, course, day)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    DayTrace[] old = places;
    places = new DayTrace[2 * old.length];
    for (DayTrace trace : old) {
      if (trace != null) {
        places[place(trace.actor(), trace.course(), trace.day())] = trace;
      }
    }
  }

  /**
   * All of them, in their order. A tree, for the compiler does a sort of so many objects anew a
   * dozen times in a first load, each time that its guesses about it fail.
   */
  SortedSet<DayTrace> sorted() {
    SortedSet<DayTrace> all = new TreeSet<>();
    for (DayTrace trace : places) {
      if (trace != null) {
        all.add(trace);
      }
    }
    return all;
  }
}
