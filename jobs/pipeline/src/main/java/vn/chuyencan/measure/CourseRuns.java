package vn.chuyencan.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.chuyencan.xapi.Keys;

/** Which course runs a course and a day mean; runs by their number in a list of contexts. */
public final class CourseRuns implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int[] NONE = {};

  private final LongIndex byKey = new LongIndex();
  private final ArrayList<int[]> sharing = new ArrayList<>();
  private final int[] opens;
  private final int[] closes;
  private final RunTime[] times;

  /** The runs of these contexts. */
  public CourseRuns(List<CourseContext> contexts) {
    this.opens = new int[contexts.size()];
    this.closes = new int[contexts.size()];
    this.times = new RunTime[contexts.size()];
    for (int run = 0; run < opens.length; run++) {
      CourseContext context = contexts.get(run);
      times[run] = context.time();
      opens[run] = day(times[run].firstDay());
      closes[run] = day(times[run].lastDay());
      for (String iri : context.iris()) {
        add(Keys.of(iri), run);
      }
    }
  }

  private void add(long key, int run) {
    int known = byKey.get(key);
    if (known < 0) {
      byKey.put(key, sharing.size());
      sharing.add(new int[] {run});
    } else {
      int[] before = sharing.get(known);
      int[] after = Arrays.copyOf(before, before.length + 1);
      after[before.length] = run;
      sharing.set(known, after);
    }
  }

  /** A day as it is compared here. */
  public static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  /** The runs of a course, whenever they are; several when runs follow each other in one course. */
  public int[] of(long courseKey) {
    int known = byKey.get(courseKey);
    return known < 0 ? NONE : sharing.get(known);
  }

  /** All runs. */
  public int[] all() {
    return IntStream.range(0, opens.length).toArray();
  }

  /** Whether some of that day of the institution lies in the run. */
  public boolean holds(int run, int day) {
    return opens[run] <= day && day <= closes[run];
  }

  /**
   * Whether an instant lies in the run.
   *
   * @param micros microseconds since 1970-01-01T00:00:00Z
   */
  public boolean holdsInstant(int run, long micros) {
    return times[run].holds(micros);
  }
}
