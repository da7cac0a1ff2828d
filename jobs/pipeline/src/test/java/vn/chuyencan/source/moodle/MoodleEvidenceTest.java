package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.ContentStatus;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.LinkStatus;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.SubmissionCheck;

/** In which table of a Moodle a row of a register is to be looked up, and by what. */
class MoodleEvidenceTest {
  private static final Instant AT = Instant.parse("2026-09-08T02:00:00Z");

  private static String of(RegisterRow row) {
    return MoodleEvidence.of(row).map(found -> found.table() + ":" + found.position()).orElse("");
  }

  private static Attempt attempt(String activity, String iri) {
    return new Attempt("L1", "HV1", activity, "2", AttemptState.SUBMITTED, AT, AT, null, null, iri);
  }

  @Test
  void whatHasAnIdIsNamedByIt() {
    String post = "https://l.example/mod/forum/discuss.php?d=7#p31";
    assertThat(of(new Post("L1", "HV1", "F1", "31", PostKind.REPLY, "7", AT, false, post)))
        .isEqualTo("forum_posts:31");
    assertThat(of(new Post("L1", "HV1", "F1", "hsuforum-31", PostKind.REPLY, "7", AT, false, null)))
        .isEqualTo("hsuforum_posts:31");
    assertThat(of(attempt("Q1", "https://l.example/mod/quiz/attempt.php?attempt=246&cmid=9")))
        .isEqualTo("quiz_attempts:246");
  }

  @Test
  void everythingElseByActivityAndPeople() {
    assertThat(of(attempt("A1", null))).isEqualTo("assign_submission:A1/HV1/2");
    assertThat(of(new Attendance("L1", "session-5", "HV1", AttendanceStatus.LATE)))
        .isEqualTo("attendance_log:session-5/HV1");
    assertThat(
            of(
                new SubmissionCheck(
                    "L1",
                    "HV1",
                    "W1",
                    Artefact.OTHER,
                    AT,
                    LinkStatus.UNCHECKED,
                    ContentStatus.UNCHECKED,
                    CheckStatus.UNCHECKED,
                    null,
                    null)))
        .isEqualTo("workshop_submissions:W1/HV1");
    assertThat(of(new PeerReview("L1", "W1", "HV1", "HV2", AT, true, true, null)))
        .isEqualTo("workshop_assessments:W1/HV1/HV2");
  }

  @Test
  void whoIsEnrolledProvesNothing() {
    assertThat(of(new Enrolment("L1", "HV1", Role.LEARNER, null, null))).isEmpty();
  }
}
