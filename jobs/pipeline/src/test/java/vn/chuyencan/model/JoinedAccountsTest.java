package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a source tells of two accounts that are one learner's: whichever account is called first,
 * nothing that the learner did under either is lost.
 */
class JoinedAccountsTest {
  private static final String COURSE = "L1";
  private static final String LEARNER = "HV001";
  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
  private static final Instant EARLY = Instant.parse("2026-09-08T02:00:00Z");
  private static final Instant LATE = Instant.parse("2026-09-20T02:00:00Z");

  /** Two accounts of one learner; the order of their names decides in which order rows stand. */
  private record Accounts(String one, String other) {
    static Accounts of(boolean turned) {
      return turned ? new Accounts("b", "a") : new Accounts("a", "b");
    }

    private Registers joined(RegisterRow... rows) {
      Registers.Builder upper = Registers.builder();
      Registers.Builder lower = Registers.builder().add(rows);
      for (String account : List.of(one, other)) {
        upper.add(new Identity(LEARNER, IdentityKind.ACCOUNT, "https://lms.example", account));
        lower.add(new Identity(account, IdentityKind.ACCOUNT, "https://lms.example", account));
      }
      return upper.build().over(lower.build(), "lms");
    }

    private RegisterRow enrolment(String account, Role role, LocalDate from, LocalDate left) {
      return new Enrolment(COURSE, account, role, from, left);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoLeftUnderOneAccountAndIsThereUnderTheOtherIsThere(boolean turned) {
    Accounts accounts = Accounts.of(turned);
    assertThat(
            accounts
                .joined(
                    accounts.enrolment(accounts.one(), Role.LEARNER, MONDAY, MONDAY.plusDays(9)),
                    accounts.enrolment(accounts.other(), Role.LEARNER, MONDAY.plusDays(8), null))
                .enrolments())
        .containsExactly(new Enrolment(COURSE, LEARNER, Role.LEARNER, MONDAY, null));
    assertThat(
            accounts
                .joined(
                    accounts.enrolment(accounts.one(), Role.LEARNER, MONDAY, MONDAY.plusDays(9)),
                    accounts.enrolment(accounts.other(), Role.LEARNER, null, MONDAY.plusDays(20)))
                .enrolments())
        .containsExactly(new Enrolment(COURSE, LEARNER, Role.LEARNER, null, MONDAY.plusDays(20)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoTeachesUnderOneAccountTeaches(boolean turned) {
    Accounts accounts = Accounts.of(turned);
    assertThat(
            accounts
                .joined(
                    accounts.enrolment(accounts.one(), Role.LEARNER, MONDAY, null),
                    accounts.enrolment(accounts.other(), Role.LECTURER, MONDAY.plusDays(1), null))
                .enrolments())
        .containsExactly(new Enrolment(COURSE, LEARNER, Role.LECTURER, MONDAY.plusDays(1), null));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theGroupIsThatOfTheAccountUnderWhichTheLearnerStays(boolean turned) {
    Accounts accounts = Accounts.of(turned);
    assertThat(
            accounts
                .joined(
                    accounts.enrolment(accounts.one(), Role.LEARNER, MONDAY, MONDAY.plusDays(9)),
                    accounts.enrolment(accounts.other(), Role.LEARNER, MONDAY.plusDays(8), null),
                    new GroupMember(COURSE, "N1", accounts.one()),
                    new GroupMember(COURSE, "N2", accounts.other()))
                .groupMembers())
        .containsExactly(new GroupMember(COURSE, "N2", LEARNER));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoWasThereUnderOneAccountWasThere(boolean turned) {
    Accounts accounts = Accounts.of(turned);
    assertThat(
            accounts
                .joined(
                    new Attendance(COURSE, "S1", accounts.one(), AttendanceStatus.ABSENT),
                    new Attendance(COURSE, "S1", accounts.other(), AttendanceStatus.LATE),
                    new Attendance(COURSE, "S2", accounts.one(), AttendanceStatus.EXCUSED),
                    new Attendance(COURSE, "S2", accounts.other(), AttendanceStatus.ABSENT))
                .attendances())
        .containsExactlyInAnyOrder(
            new Attendance(COURSE, "S1", LEARNER, AttendanceStatus.LATE),
            new Attendance(COURSE, "S2", LEARNER, AttendanceStatus.EXCUSED));
  }

  private static SubmissionCheck check(String learner, Instant at, CheckStatus status) {
    return new SubmissionCheck(
        COURSE,
        learner,
        "W1",
        Artefact.OTHER,
        at,
        LinkStatus.UNCHECKED,
        ContentStatus.UNCHECKED,
        status,
        null,
        null);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasHandedInUnderOneAccountWasHandedIn(boolean turned) {
    Accounts accounts = Accounts.of(turned);
    assertThat(
            accounts
                .joined(
                    check(accounts.one(), null, CheckStatus.UNCHECKED),
                    check(accounts.other(), LATE, CheckStatus.UNCHECKED))
                .submissionChecks())
        .containsExactly(check(LEARNER, LATE, CheckStatus.UNCHECKED));
    assertThat(
            accounts
                .joined(
                    check(accounts.one(), EARLY, CheckStatus.UNCHECKED),
                    check(accounts.other(), LATE, CheckStatus.CORRECT))
                .submissionChecks())
        .containsExactly(check(LEARNER, LATE, CheckStatus.CORRECT));
  }

  private static PeerReview review(String reviewer, Instant at, Boolean onTime) {
    return new PeerReview(
        COURSE, "W1", reviewer, "HV002", at, onTime, at == null ? null : true, null);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasReviewedUnderOneAccountWasReviewed(boolean turned) {
    Accounts accounts = Accounts.of(turned);
    assertThat(
            accounts
                .joined(review(accounts.one(), null, null), review(accounts.other(), LATE, true))
                .peerReviews())
        .containsExactly(review(LEARNER, LATE, true));
    assertThat(
            accounts
                .joined(review(accounts.one(), EARLY, true), review(accounts.other(), LATE, false))
                .peerReviews())
        .containsExactly(review(LEARNER, EARLY, true));
  }

  private static Completion completion(String learner, CompletionState state, Instant at) {
    return new Completion(COURSE, learner, "BT1", state, at, "lms");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasCompletedUnderOneAccountIsComplete(boolean turned) {
    Accounts accounts = Accounts.of(turned);
    assertThat(
            accounts
                .joined(
                    completion(accounts.one(), CompletionState.INCOMPLETE, null),
                    completion(accounts.other(), CompletionState.COMPLETE, LATE))
                .completions())
        .containsExactly(completion(LEARNER, CompletionState.COMPLETE, LATE));
    assertThat(
            accounts
                .joined(
                    completion(accounts.one(), CompletionState.COMPLETE_FAIL, EARLY),
                    completion(accounts.other(), CompletionState.COMPLETE_PASS, LATE))
                .completions())
        .containsExactly(completion(LEARNER, CompletionState.COMPLETE_PASS, LATE));
  }

  private static Grade grade(String learner, String score, GradeState state, LocalDate on) {
    return new Grade(
        COURSE,
        learner,
        "T1",
        "Thi",
        ComponentKind.MANUAL,
        score == null ? null : new BigDecimal(score),
        null,
        BigDecimal.TEN,
        null,
        null,
        state,
        on,
        "lms");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMarkUnderOneAccountIsTheLearnersAndOfTwoTheLater(boolean turned) {
    Accounts accounts = Accounts.of(turned);
    assertThat(
            accounts
                .joined(
                    grade(accounts.one(), null, GradeState.PENDING, null),
                    grade(accounts.other(), "8", GradeState.GRADED, MONDAY))
                .grades())
        .containsExactly(grade(LEARNER, "8", GradeState.GRADED, MONDAY));
    assertThat(
            accounts
                .joined(
                    grade(accounts.one(), "9", GradeState.GRADED, MONDAY),
                    grade(accounts.other(), "8", GradeState.GRADED, MONDAY.plusDays(1)))
                .grades())
        .containsExactly(grade(LEARNER, "8", GradeState.GRADED, MONDAY.plusDays(1)));
    assertThat(
            accounts
                .joined(
                    grade(accounts.one(), "9", GradeState.GRADED, MONDAY),
                    grade(accounts.other(), "8", GradeState.GRADED, MONDAY))
                .grades())
        .containsExactly(grade(LEARNER, "9", GradeState.GRADED, MONDAY));
  }
}
