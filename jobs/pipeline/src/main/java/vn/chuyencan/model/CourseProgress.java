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
 * @param closed whether its last day is over or is the as-of day
 * @param weeksElapsed weeks that are over by the as-of date
 * @param logGapWeeks numbers of elapsed weeks in which on some day nothing of anybody was logged
 * @param isoWeeksElapsed ISO weeks that are over by the as-of date
 * @param isoLogGapWeeks names of elapsed ISO weeks with such a day
 * @param estimator id of the estimator of its time
 * @param deadlines until when its learners can make up what they lack
 * @param parameters values that it gives parameters of policies, by name
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
    String estimator,
    Deadlines deadlines,
    TreeMap<String, String> parameters)
    implements Serializable {

  public CourseProgress {
    Objects.requireNonNull(courseId, "courseId");
    Objects.requireNonNull(estimator, "estimator");
    logGapWeeks = List.copyOf(logGapWeeks);
    isoLogGapWeeks = List.copyOf(isoLogGapWeeks);
    parameters = new TreeMap<>(parameters);
  }
}
