package vn.chuyencan.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One run of a course with its days (register {@code course_run}, X-TIME-4).
 *
 * @param courseId the institution's identifier of the run
 * @param title title
 * @param iri the IRI by which statements name it
 * @param opensOn first day
 * @param closesOn last day, inclusive
 * @param zone zone of its days; null means the institution's
 * @param weeksOff any day of each week that does not count
 * @param estimator id of the {@link Estimator} preset; null means the standard one
 */
public record CourseRun(
    String courseId,
    String title,
    String iri,
    LocalDate opensOn,
    LocalDate closesOn,
    ZoneId zone,
    Set<LocalDate> weeksOff,
    String estimator)
    implements RegisterRow {

  public CourseRun {
    courseId = Text.required(courseId, "courseId");
    title = Text.required(title, "title");
    iri = Text.required(iri, "iri");
    Objects.requireNonNull(opensOn, "opensOn");
    Objects.requireNonNull(closesOn, "closesOn");
    if (closesOn.isBefore(opensOn)) {
      throw new IllegalArgumentException("closing " + closesOn + " lies before opening " + opensOn);
    }
    weeksOff = Collections.unmodifiableSortedSet(new TreeSet<>(weeksOff));
    estimator = Text.optional(estimator);
  }

  /** The weeks of the run. */
  public WeekCalendar weeks() {
    return weeks(WeekRule.COURSE);
  }

  /** The weeks of the run by a rule. */
  public WeekCalendar weeks(WeekRule rule) {
    return switch (rule) {
      case COURSE -> WeekCalendar.of(opensOn, closesOn, weeksOff);
      case ISO -> WeekCalendar.iso(opensOn, closesOn, weeksOff);
    };
  }

  /**
   * The same run on other days.
   *
   * @throws IllegalArgumentException if it would close before it opens
   */
  public CourseRun between(LocalDate opening, LocalDate closing) {
    return new CourseRun(courseId, title, iri, opening, closing, zone, weeksOff, estimator);
  }
}
