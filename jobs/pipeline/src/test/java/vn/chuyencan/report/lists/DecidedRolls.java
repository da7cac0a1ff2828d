package vn.chuyencan.report.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.ReviewCase;

/** Rolls in which a person has decided every case. */
final class DecidedRolls {
  private DecidedRolls() {}

  static CourseRoll with(CourseRoll roll, String outcome, String by, LocalDate on) {
    return of(roll, one -> decided(one, outcome, by, on));
  }

  private static CourseRoll of(CourseRoll roll, UnaryOperator<Decision> change) {
    List<Decision> decisions = roll.decisions().stream().map(change).toList();
    return new CourseRoll(
        roll.courseId(),
        roll.title(),
        roll.opensOn(),
        roll.closesOn(),
        roll.settled(),
        decisions,
        roll.names(),
        roll.policies());
  }

  /** Every case has beside it another one, {@code 0123456789abcdef}, and only that is decided. */
  static CourseRoll halfDecided(CourseRoll roll, String outcome, String by, LocalDate on) {
    return of(
        roll,
        one ->
            with(
                one,
                one.reviewCases().stream()
                    .flatMap(
                        open -> Stream.of(decided(open, "0123456789abcdef", outcome, by, on), open))
                    .toList()));
  }

  private static Decision decided(Decision one, String outcome, String by, LocalDate on) {
    return with(
        one,
        one.reviewCases().stream()
            .map(open -> decided(open, open.caseId(), outcome, by, on))
            .toList());
  }

  private static ReviewCase decided(
      ReviewCase open, String caseId, String outcome, String by, LocalDate on) {
    return new ReviewCase(
        caseId,
        open.courseId(),
        open.learnerId(),
        open.certificate(),
        open.criterionId(),
        open.reasonCode(),
        open.detail(),
        open.evidence(),
        open.asOf(),
        outcome,
        by,
        on);
  }

  private static Decision with(Decision one, List<ReviewCase> cases) {
    return new Decision(
        one.courseId(),
        one.learnerId(),
        one.certificate(),
        one.status(),
        one.standing(),
        one.policyId(),
        one.policyVersion(),
        one.policyHash(),
        one.estimator(),
        one.courseParameters(),
        one.asOf(),
        one.conclusive(),
        one.unmetCriteria(),
        one.missingInputs(),
        one.supplies(),
        one.reviewReasons(),
        one.nearest(),
        one.criteria(),
        cases);
  }
}
