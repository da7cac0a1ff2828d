package vn.chuyencan.report.lists;

import java.time.LocalDate;
import java.util.List;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.ReviewCase;

/** Rolls in which a person has decided every case. */
final class DecidedRolls {
  private DecidedRolls() {}

  static CourseRoll with(CourseRoll roll, String outcome, String by, LocalDate on) {
    List<Decision> decisions =
        roll.decisions().stream().map(one -> decided(one, outcome, by, on)).toList();
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

  private static Decision decided(Decision one, String outcome, String by, LocalDate on) {
    List<ReviewCase> cases =
        one.reviewCases().stream()
            .map(
                open ->
                    new ReviewCase(
                        open.caseId(),
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
                        on))
            .toList();
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
