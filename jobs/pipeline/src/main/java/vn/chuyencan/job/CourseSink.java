package vn.chuyencan.job;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import vn.chuyencan.measure.LearnerCourse;
import vn.chuyencan.work.TaskPlace;

/** What one task makes of the learners that it measures or whose measures it reads. */
interface CourseSink extends Closeable {

  /** Makes the sink of a task; travels to the tasks. */
  @FunctionalInterface
  interface Maker extends Serializable {
    CourseSink at(TaskPlace place);
  }

  /**
   * A learner of the course run that is open.
   *
   * @param run its number in the scope
   */
  void measured(int run, LearnerCourse learner);

  /** A stored row of {@code learner_course_measure}. */
  void stored(Object[] measures);

  /** Ends the course run that is open. */
  void endRun();

  /** Ends everything and tells it. */
  void finish(CourseOutcome outcome) throws IOException;
}
