package vn.chuyencan.job;

import java.util.List;
import vn.chuyencan.model.RecomputeCause;

/**
 * What a night computed again for one cause.
 *
 * @param step {@link #MEASURE} or {@link #DECIDE}
 * @param cause why
 * @param courseIds the course runs, sorted; one may have several causes
 * @param learners learners in them; one in two of them counts twice
 */
public record Recomputed(String step, RecomputeCause cause, List<String> courseIds, int learners) {
  /** From traces. */
  public static final String MEASURE = "measure";

  /** From stored measures. */
  public static final String DECIDE = "decide";

  public Recomputed {
    courseIds = List.copyOf(courseIds);
  }

  /** How many course runs. */
  public int courseRuns() {
    return courseIds.size();
  }
}
