package vn.chuyencan.job;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import vn.chuyencan.measure.LearnerCourse;
import vn.chuyencan.work.TaskPlace;

/**
 * What one task makes of the learners that it measures or whose measures it reads; course runs come
 * one after another.
 */
interface CourseSink extends Closeable {

  /** Makes the sink of a task; travels to the tasks. */
  @FunctionalInterface
  interface Maker extends Serializable {
    CourseSink at(TaskPlace place);
  }

  /** Begins a course run. */
  void openRun(String courseId);

  /**
   * A learner of the course run that is open.
   *
   * @param run its number in the scope
   */
  void measured(int run, LearnerCourse learner);

  /**
   * A stored row of {@code learner_course_measure} of the course run that is open.
   *
   * @param signals the learner's stored rows of {@code integrity_signal}, where they were read
   */
  void stored(Object[] measures, List<Object[]> signals);

  /**
   * Ends the course run that is open.
   *
   * @param corrections rows of the table of corrections that are no learner's
   * @param responses rows of {@code feedback_response}, which may be nobody's
   */
  void endRun(List<Object[]> corrections, List<Object[]> responses);

  /** Ends everything and tells it. */
  void finish(CourseOutcome outcome) throws IOException;
}
