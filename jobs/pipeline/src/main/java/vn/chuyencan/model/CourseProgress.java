package vn.chuyencan.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far a course run has come by the as-of date: the row of {@code course_run}.
 *
 * @param courseId course run
 * @param title its title; null when nothing tells it
 * @param iri the IRI by which statements name it
 * @param opensOn first day
 * @param closesOn last day, inclusive
 * @param zone zone of its days
 * @param weeks number of its weeks
 * @param learners learners measured in it
 * @param inferred whether no register knows it; then nobody has said when it closes
 * @param closed whether its last day is over by the end of the as-of day, which is the
 *     institution's
 * @param weeksElapsed weeks of which the last day is over in the run's zone when the as-of day is
 *     in the institution's
 * @param logGapWeeks numbers of elapsed weeks in which on some day of the institution's nothing of
 *     anybody was logged, or of which a correction says that the platform was down
 * @param isoWeeksElapsed ISO weeks that are over likewise
 * @param isoLogGapWeeks names of elapsed ISO weeks with such a day
 * @param outageWeeks numbers of elapsed weeks, and names of elapsed ISO weeks, of which a
 *     correction says that the platform was down
 * @param estimator id of the estimator of its time
 * @param deadlines until when its learners can make up what they lack
 * @param parameters values that it gives parameters of policies, by name
 * @param policies ids of the policies that its register row names; empty means all
 */
public record CourseProgress(
    String courseId,
    String title,
    String iri,
    LocalDate opensOn,
    LocalDate closesOn,
    String zone,
    int weeks,
    int learners,
    boolean inferred,
    boolean closed,
    int weeksElapsed,
    List<String> logGapWeeks,
    int isoWeeksElapsed,
    List<String> isoLogGapWeeks,
    List<String> outageWeeks,
    String estimator,
    Deadlines deadlines,
    TreeMap<String, String> parameters,
    List<String> policies)
    implements Serializable {

  public CourseProgress {
    Objects.requireNonNull(courseId, "courseId");
    Objects.requireNonNull(estimator, "estimator");
    logGapWeeks = List.copyOf(logGapWeeks);
    policies = List.copyOf(policies);
    isoLogGapWeeks = List.copyOf(isoLogGapWeeks);
    parameters = new TreeMap<>(parameters);
    outageWeeks = List.copyOf(outageWeeks);
  }
}
