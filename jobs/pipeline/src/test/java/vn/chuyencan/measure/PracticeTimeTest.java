package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.ContentStatus;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.LinkStatus;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.SubmissionCheck;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/** Work counts from the opening of the course run to its closing, and by what is known of it. */
class PracticeTimeTest {
  private static final RowShape SHAPE = RowShape.of(Tables.LEARNER_COURSE_MEASURE);
  private static final RowShape REVIEW = RowShape.of(Tables.PEER_REVIEW);
  private static final RowShape SUBMISSION = RowShape.of(Tables.SUBMISSION);
  private static final LocalDate OPENS = LocalDate.of(2026, 9, 7);
  private static final LocalDate CLOSES = LocalDate.of(2026, 10, 11);
  private static final Instant IN_TIME = Instant.parse("2026-10-01T08:00:00Z");

  private static LearnerCourse of(SubmissionCheck product, PeerReview review) {
    Registers registers =
        Registers.builder()
            .present(RegisterName.SUBMISSION_CHECK, RegisterName.PEER_REVIEW)
            .add(
                new CourseRun(
                    "L1",
                    "Lớp",
                    "https://lms.example/course/1",
                    OPENS,
                    CLOSES,
                    null,
                    Set.of(),
                    null),
                new Enrolment("L1", "HV1", Role.LEARNER, OPENS, null),
                product,
                handedIn("HV2", IN_TIME),
                review)
            .build();
    CourseContext context =
        CourseContext.of(registers, List.of(), ZoneId.of("Asia/Ho_Chi_Minh")).get(0);
    LearnerFacts nothing =
        new LearnerFacts(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(),
            Set.of());
    return LearnerCourse.of(context, "HV1", nothing);
  }

  private static SubmissionCheck handedIn(String learner, Instant at) {
    return new SubmissionCheck(
        "L1",
        learner,
        "SP",
        Artefact.PRODUCT,
        at,
        LinkStatus.ACCESSIBLE,
        ContentStatus.DISPLAYS,
        CheckStatus.CORRECT,
        "GV1",
        CLOSES);
  }

  private static PeerReview review(Instant at, Boolean onTime, Boolean whole) {
    return new PeerReview("L1", "CC", "HV1", "HV2", at, onTime, whole, null);
  }

  private static Object measure(LearnerCourse of, String column) {
    return of.measures()[SHAPE.place(column)];
  }

  private static Object[] row(LearnerCourse of, String table) {
    return of.rows().get(LearnerCourse.TABLES.indexOf(table)).get(0);
  }

  /** The run opens and closes at 17:00 of the day before, by Greenwich. */
  @ParameterizedTest
  @CsvSource({
    "2026-09-06T16:59:59.999Z, false",
    "2026-09-06T17:00:00Z, true",
    "2026-10-11T16:59:59.999Z, true",
    "2026-10-11T17:00:00Z, false"
  })
  void workOutsideTheRunIsNotHandedIn(Instant at, boolean counted) {
    LearnerCourse of = of(handedIn("HV1", at), review(at, true, true));
    assertThat(measure(of, "submissions_present")).isEqualTo(counted ? 1 : 0);
    assertThat(measure(of, "submissions_correct")).isEqualTo(counted ? 1 : 0);
    assertThat(row(of, Tables.SUBMISSION)[SUBMISSION.place("counted")]).isEqualTo(counted);
    assertThat(measure(of, "reviews_completed")).isEqualTo(counted ? 1 : 0);
    assertThat(measure(of, "reviews_unknown")).isEqualTo(0);
    assertThat(row(of, Tables.PEER_REVIEW)[REVIEW.place("done")]).isEqualTo(counted);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true",
    "false, true, false",
    "true, false, false",
    ", true,",
    "true, ,",
    ", ,",
    ", false, false"
  })
  void whatNobodyKnowsOfAReviewIsNoPass(Boolean onTime, Boolean whole, Boolean done) {
    LearnerCourse of = of(handedIn("HV1", IN_TIME), review(IN_TIME, onTime, whole));
    assertThat(row(of, Tables.PEER_REVIEW)[REVIEW.place("done")]).isEqualTo(done);
    assertThat(measure(of, "reviews_allocated")).isEqualTo(1);
    assertThat(measure(of, "reviews_completed")).isEqualTo(Boolean.TRUE.equals(done) ? 1 : 0);
    assertThat(measure(of, "reviews_unknown")).isEqualTo(done == null ? 1 : 0);
  }

  @Test
  void aReviewThatWasNotDoneIsNotUnknown() {
    LearnerCourse of = of(handedIn("HV1", IN_TIME), review(null, null, null));
    assertThat(measure(of, "reviews_completed")).isEqualTo(0);
    assertThat(measure(of, "reviews_unknown")).isEqualTo(0);
  }
}
