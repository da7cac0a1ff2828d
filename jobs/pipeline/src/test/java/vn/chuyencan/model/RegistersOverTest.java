package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Registers that an institution keeps, laid over those that a source gives. */
class RegistersOverTest {
  private static final String SITE = "https://lms.example";
  private static final Instant MORNING = Instant.parse("2026-09-08T02:00:00Z");

  private static CourseRun run(String courseId, String title, int number) {
    return new CourseRun(
        courseId,
        title,
        SITE + "/course/view.php?id=" + number,
        LocalDate.of(2026, 9, 7),
        LocalDate.of(2026, 10, 11),
        null,
        Set.of(),
        null);
  }

  private static Activity quiz(String courseId, String activityId, int number) {
    return new Activity(
        courseId,
        activityId,
        SITE + "/mod/quiz/view.php?id=" + number,
        CourseActivityKind.EXERCISE,
        "Bài " + activityId,
        null,
        null,
        true,
        BigDecimal.TEN,
        null,
        null);
  }

  private static Identity account(String learnerId, String name) {
    return new Identity(learnerId, IdentityKind.ACCOUNT, SITE, name);
  }

  private static Attempt attempt(String courseId, String learnerId, String activityId, int score) {
    return new Attempt(
        courseId,
        learnerId,
        activityId,
        "31",
        AttemptState.FINISHED,
        null,
        MORNING,
        BigDecimal.valueOf(score),
        null,
        null);
  }

  private static Registers of(RegisterRow... rows) {
    return Registers.builder().add(rows).build();
  }

  @Test
  void aRowOfTheUpperOnesStandsAndOthersFillUp() {
    Registers upper = of(run("L1", "Tên đúng", 11), attempt("L1", "HV1", "BT1", 9));
    Registers lower =
        of(
            run("L1", "Course 11", 11),
            run("L2", "Course 12", 12),
            attempt("L1", "HV1", "BT1", 4),
            attempt("L1", "HV2", "BT1", 5));
    Registers union = upper.over(lower);
    assertThat(union.courseRuns())
        .extracting(CourseRun::title)
        .containsExactly("Tên đúng", "Course 12");
    assertThat(union.attempts())
        .containsExactly(attempt("L1", "HV1", "BT1", 9), attempt("L1", "HV2", "BT1", 5));
  }

  @Test
  void whatTheSourceCallsOtherwiseIsKnownByItsIriOrAccount() {
    Registers upper = of(run("LHDN", "Lớp", 11), quiz("LHDN", "BT01", 4), account("HV001", "7"));
    Registers lower =
        of(
            run("FLIP", "Course", 11),
            quiz("FLIP", "quiz-4", 4),
            quiz("FLIP", "quiz-5", 5),
            account("student7", "7"),
            account("student8", "8"),
            new Enrolment("FLIP", "student7", Role.LEARNER, null, null),
            attempt("FLIP", "student7", "quiz-4", 5),
            attempt("FLIP", "student8", "quiz-5", 6));
    Registers union = upper.over(lower);
    assertThat(union.courseRuns()).containsExactly(run("LHDN", "Lớp", 11));
    assertThat(union.activities())
        .containsExactlyInAnyOrder(quiz("LHDN", "BT01", 4), quiz("LHDN", "quiz-5", 5));
    assertThat(union.enrolments())
        .containsExactly(new Enrolment("LHDN", "HV001", Role.LEARNER, null, null));
    assertThat(union.attempts())
        .containsExactly(
            attempt("LHDN", "HV001", "BT01", 5), attempt("LHDN", "student8", "quiz-5", 6));
  }

  @Test
  void whoseAccountsBelongToTwoLearnersIsNotGuessed() {
    Registers upper = of(account("HV001", "7"), account("HV002", "8"));
    Registers lower =
        of(account("both", "7"), account("both", "8"), attempt("L1", "both", "BT1", 5));
    assertThat(upper.over(lower).attempts()).containsExactly(attempt("L1", "both", "BT1", 5));
    assertThat(upper.over(lower).identities())
        .containsExactly(account("HV001", "7"), account("HV002", "8"));
  }

  @Test
  void attemptsUnderSeveralAccountsOfOneLearnerStayApart() {
    Registers upper = of(account("HV001", "7"), account("HV001", "8"));
    Registers lower =
        of(
            account("first", "7"),
            account("second", "8"),
            attempt("L1", "first", "BT1", 5),
            attempt("L1", "second", "BT1", 6),
            attempt("L1", "second", "BT2", 7),
            attempt("L1", "third", "BT1", 8));
    List<Attempt> attempts = upper.over(lower).attempts();
    assertThat(attempts)
        .containsExactlyInAnyOrder(
            attempt("L1", "HV001", "BT1", 5),
            attempt("L1", "HV001", "BT1", 6).called("31-2"),
            attempt("L1", "HV001", "BT2", 7),
            attempt("L1", "third", "BT1", 8));
    // What was laid over already is found again.
    assertThat(upper.over(lower).over(lower).attempts()).isEqualTo(attempts);
  }

  @Test
  void twoAccountsOfOneLearnerThatReviewedEachOtherReviewedNobody() {
    Registers upper = of(account("HV001", "7"), account("HV001", "8"));
    Registers lower =
        of(
            account("first", "7"),
            account("second", "8"),
            new PeerReview("L1", "W1", "first", "second", MORNING, true, true, null),
            new PeerReview("L1", "W1", "second", "third", MORNING, true, true, null));
    assertThat(upper.over(lower).peerReviews())
        .containsExactly(new PeerReview("L1", "W1", "HV001", "third", MORNING, true, true, null));
  }

  @Test
  void presenceAndCoverageAreThoseOfEither() {
    Registers upper = Registers.builder().present(RegisterName.POST).add(run("L1", "A", 1)).build();
    Registers lower =
        Registers.builder()
            .add(run("M1", "A", 1))
            .covering(RegisterName.ATTEMPT, "M1")
            .present(RegisterName.GROUP_MEMBER)
            .build();
    Registers union = upper.over(lower);
    assertThat(union.present()).containsExactly("course_run", "group_member", "attempt", "post");
    assertThat(union.covers(RegisterName.ATTEMPT, "L1")).isTrue();
    assertThat(union.covers(RegisterName.ATTEMPT, "M1")).isFalse();
    assertThat(union.covers(RegisterName.POST, "L1")).isFalse();
  }

  @Test
  void coverageEntersTheDigest() {
    Registers covered = Registers.builder().covering(RegisterName.ATTEMPT, "L1").build();
    Registers present = Registers.builder().present(RegisterName.ATTEMPT).build();
    assertThat(covered).isNotEqualTo(present);
    assertThat(covered.digest()).isNotEqualTo(present.digest());
    assertThat(Registers.NONE.over(covered)).isEqualTo(covered);
    assertThat(covered.over(Registers.NONE)).isEqualTo(covered);
  }

  @Test
  void onlyWhatStandsForEventsIsCovered() {
    Registers.Builder builder = Registers.builder();
    assertThatThrownBy(() -> builder.covering(RegisterName.LEARNER, "L1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAttemptStandsAtSomeTime() {
    assertThatThrownBy(
            () ->
                new Attempt(
                    "L1", "HV1", "BT1", "1", AttemptState.ABANDONED, null, null, null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 50)
  void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<RegisterRow> one = new ArrayList<>();
    List<RegisterRow> two = new ArrayList<>();
    for (int row = 0; row < 30; row++) {
      (random.nextBoolean() ? one : two)
          .add(attempt("L1", "HV" + row % 7, "BT" + row, random.nextInt(10)));
    }
    Registers union = union(one, two);
    Collections.shuffle(one, random);
    Collections.shuffle(two, random);
    assertThat(union(one, two)).isEqualTo(union);
    assertThat(union(one, two).digest()).isEqualTo(union.digest());
    assertThat(union.over(union)).isEqualTo(union);
  }

  private static Registers union(List<RegisterRow> upper, List<RegisterRow> lower) {
    return Registers.builder()
        .addAll(upper)
        .build()
        .over(Registers.builder().addAll(lower).build());
  }

  private static Grade grade(
      String courseId, String learnerId, String componentId, ComponentKind kind) {
    return new Grade(
        courseId,
        learnerId,
        componentId,
        "Bài",
        kind,
        BigDecimal.ONE,
        null,
        BigDecimal.TEN,
        null,
        null,
        GradeState.GRADED,
        null,
        null);
  }

  @Test
  void aComponentThatIsAnActivityHasItsName() {
    Registers upper =
        Registers.builder()
            .add(run("L1", "Lớp", 11), quiz("L1", "BT01", 4), account("HV1", "101"))
            .add(grade("L1", "HV1", "VD", ComponentKind.MANUAL))
            .build();
    Registers lower =
        Registers.builder()
            .add(run("site-11", "Lớp", 11), quiz("site-11", "quiz-4", 4), account("user", "101"))
            .add(grade("site-11", "user", "quiz-4", ComponentKind.ACTIVITY))
            // Another thing under the name of an activity.
            .add(grade("site-11", "other", "quiz-4", ComponentKind.MANUAL))
            .add(grade("site-11", "user", "VD", ComponentKind.MANUAL))
            .build();
    assertThat(upper.over(lower, "lms-db").grades())
        .extracting(
            Grade::courseId, Grade::learnerId, Grade::componentId, Grade::kind, Grade::source)
        .containsExactlyInAnyOrder(
            tuple("L1", "HV1", "VD", ComponentKind.MANUAL, null),
            tuple("L1", "HV1", "BT01", ComponentKind.ACTIVITY, "lms-db"),
            tuple("L1", "other", "quiz-4", ComponentKind.MANUAL, "lms-db"));
    assertThat(upper.over(lower).grades()).extracting(Grade::source).containsOnlyNulls();
  }
}
