package vn.chuyencan.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.ReviewDecision;
import vn.chuyencan.model.ReviewOutcome;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Policy;

/**
 * A decision together with what persons decided in its cases (FC-LT.1r, FC-LT.2b, FC-TH.1r,
 * FC-TH.4). The computed status is never written over: beside it stands the status that counts.
 *
 * <p>It is met only when every case is granted; one refusal and it is not met; while a case is open
 * the computed status stands. Where there is no case there is nothing to decide: a person cannot
 * make good what the text does not leave to a person.
 *
 * @param decision as computed
 * @param standing the status that counts
 * @param openCases cases that could still change it
 * @param decidedBy who granted or refused, in order of the days
 * @param decidedOn day of the latest of these; null when nobody did
 * @param cases its cases
 */
record Reviewed(
    Decision decision,
    Status standing,
    int openCases,
    List<String> decidedBy,
    LocalDate decidedOn,
    List<Case> cases) {
  private static final String COMPENSATION = "compensated_by";

  /** How far a case has come. */
  enum State {
    OPEN,
    AWAITING_EVIDENCE,
    REOPENED,
    DECIDED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One case.
   *
   * @param one as computed
   * @param evidenceDigest see {@link CaseFigures}
   * @param verdict the decision that applies; null when none does
   */
  record Case(ReviewCase one, String evidenceDigest, State state, ReviewDecision verdict) {

    boolean is(ReviewOutcome outcome) {
      return verdict != null && verdict.outcome() == outcome;
    }
  }

  Reviewed {
    decidedBy = List.copyOf(decidedBy);
    cases = List.copyOf(cases);
  }

  /** The decision with what the verdicts say of its cases. */
  static Reviewed of(Policy policy, Decision decision, Verdicts verdicts) {
    List<Case> cases = new ArrayList<>();
    for (ReviewCase one : decision.reviewCases()) {
      Policy.Certificate certificate = policy.certificate(decision.certificate()).orElseThrow();
      String digest = CaseFigures.digest(certificate, decision, one.criterionId());
      Optional<ReviewDecision> verdict = verdicts.applying(one.caseId(), digest);
      cases.add(
          new Case(
              one, digest, state(verdict, verdicts.hasAny(one.caseId())), verdict.orElse(null)));
    }
    List<ReviewDecision> decided =
        cases.stream()
            .filter(one -> one.state() == State.DECIDED)
            .map(Case::verdict)
            .sorted(
                Comparator.comparing(ReviewDecision::decidedOn)
                    .thenComparing(ReviewDecision::decidedBy))
            .toList();
    boolean refused = cases.stream().anyMatch(one -> one.is(ReviewOutcome.REFUSED));
    long undecided = cases.stream().filter(one -> one.state() != State.DECIDED).count();
    return new Reviewed(
        decision,
        standing(decision, refused, undecided, cases.isEmpty()),
        refused ? 0 : Math.toIntExact(undecided),
        decided.stream().map(ReviewDecision::decidedBy).distinct().toList(),
        decided.isEmpty() ? null : decided.get(decided.size() - 1).decidedOn(),
        cases);
  }

  /** How far a case has come about which the register says that. */
  static State state(Optional<ReviewDecision> verdict, boolean any) {
    if (verdict.isEmpty()) {
      return any ? State.REOPENED : State.OPEN;
    }
    return switch (verdict.get().outcome()) {
      case GRANTED, REFUSED -> State.DECIDED;
      case MORE_EVIDENCE -> State.AWAITING_EVIDENCE;
    };
  }

  private static Status standing(
      Decision decision, boolean refused, long undecided, boolean noCase) {
    if (noCase) {
      return decision.status();
    }
    if (refused) {
      return Status.NOT_MET;
    }
    if (undecided > 0) {
      return decision.status();
    }
    return decision.criteria().stream().anyMatch(Reviewed::compensates)
        ? Status.MET_BY_COMPENSATION
        : Status.MET;
  }

  /** Whether the clause is needed: one that is not applies to nothing or is not met. */
  private static boolean compensates(CriterionResult result) {
    return result.kind().equals(COMPENSATION)
        && switch (result.status()) {
          case MET_BY_COMPENSATION, NEEDS_REVIEW, MET -> true;
          case NOT_MET, INSUFFICIENT_DATA, NOT_APPLICABLE -> false;
        };
  }
}
