package vn.chuyencan.source.moodle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.SubmissionCheck;
import vn.chuyencan.source.intake.RecordSource.TableRow;

/**
 * In which row of a Moodle's tables the evidence of a register's row stands. Where the register
 * keeps the row's id it is named; otherwise activity and people name it.
 */
final class MoodleEvidence {
  private static final Pattern QUIZ_ATTEMPT = Pattern.compile("[?&]attempt=(\\d+)");

  private MoodleEvidence() {}

  /** The row; its table without the site's prefix. */
  static Optional<TableRow> of(RegisterRow row) {
    if (row instanceof Post post) {
      String advanced = MoodlePosts.ADVANCED + "-";
      return post.postId().startsWith(advanced)
          ? at(MoodlePosts.ADVANCED + "_posts", post.postId().substring(advanced.length()))
          : at("forum_posts", post.postId());
    }
    if (row instanceof Attempt attempt) {
      return Optional.of(of(attempt));
    }
    if (row instanceof Attendance attendance) {
      return at("attendance_log", attendance.sessionId(), attendance.learnerId());
    }
    // What is handed in to an assignment is an attempt; here it is work for a workshop.
    if (row instanceof SubmissionCheck check) {
      return at("workshop_submissions", check.activityId(), check.learnerId());
    }
    if (row instanceof PeerReview review) {
      return at(
          "workshop_assessments", review.activityId(), review.reviewerId(), review.revieweeId());
    }
    return Optional.empty();
  }

  private static TableRow of(Attempt attempt) {
    if (attempt.iri() != null) {
      Matcher id = QUIZ_ATTEMPT.matcher(attempt.iri());
      if (id.find()) {
        return new TableRow("quiz_attempts", id.group(1));
      }
    }
    return new TableRow(
        "assign_submission",
        String.join("/", attempt.activityId(), attempt.learnerId(), attempt.attemptId()));
  }

  private static Optional<TableRow> at(String table, String... names) {
    return Optional.of(new TableRow(table, String.join("/", names)));
  }
}
