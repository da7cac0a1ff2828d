package vn.chuyencan.model;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
 * @param credits credits of the course (C08-9.1); null where it has none
 * @param courseCode what the runs of one course have in common; null means that this run is a
 *     course of its own
 * @param termId the course run that stands for the term; null where there is none
 * @param policies ids of the policies that apply; empty means all of the configuration
 */
public record CourseRun(
    String courseId,
    String title,
    String iri,
    LocalDate opensOn,
    LocalDate closesOn,
    ZoneId zone,
    Set<LocalDate> weeksOff,
    String estimator,
    BigDecimal credits,
    String courseCode,
    String termId,
    Set<String> policies)
    implements RegisterRow {

  /** No course run is longer; a day that stands for "never" would make weeks without end. */
  public static final int MOST_YEARS = 10;

  /** Of the 255 bytes that file systems allow, without what stands before the name. */
  private static final int LONGEST_FOLDER = 240;

  /** A run of which only its days are known. */
  public CourseRun(
      String courseId,
      String title,
      String iri,
      LocalDate opensOn,
      LocalDate closesOn,
      ZoneId zone,
      Set<LocalDate> weeksOff,
      String estimator) {
    this(
        courseId, title, iri, opensOn, closesOn, zone, weeksOff, estimator, null, null, null,
        Set.of());
  }

  /**
   * Whether folders of the lake may be called by an identifier. They have it as addresses write it:
   * most letters of Viet Nam take six signs or more.
   */
  public static boolean namesFolder(String courseId) {
    return URLEncoder.encode(courseId, StandardCharsets.UTF_8).length() <= LONGEST_FOLDER;
  }

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
    courseCode = Text.optional(courseCode);
    termId = Text.optional(termId);
    policies = Collections.unmodifiableSortedSet(new TreeSet<>(policies));
  }

  /** The weeks of the run. */
  public WeekCalendar weeks() {
    return WeekCalendar.of(opensOn, closesOn, weeksOff);
  }

  /**
   * The same run on other days.
   *
   * @throws IllegalArgumentException if it would close before it opens
   */
  public CourseRun between(LocalDate opening, LocalDate closing) {
    return new CourseRun(
        courseId,
        title,
        iri,
        opening,
        closing,
        zone,
        weeksOff,
        estimator,
        credits,
        courseCode,
        termId,
        policies);
  }
}
