package vn.chuyencan.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.ReviewDecision;
import vn.chuyencan.model.ReviewOutcome;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.Learners;
import vn.chuyencan.policy.PolicyEvaluator;

/**
 * What persons decide stands beside what was computed, and only where the text leaves it to them.
 */
class ReviewedTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
  private static final List<ReviewOutcome> OUTCOMES = List.of(ReviewOutcome.values());

  private static List<Decision> decisions(LearnerMeasures learner, LocalDate asOf) {
    return PolicyEvaluator.decide(
        Learners.POLICY, learner, new PolicyEvaluator.Context(asOf, "standard"));
  }

  private static Decision theory(LearnerMeasures learner) {
    return decisions(learner, Learners.AS_OF).stream()
        .filter(decision -> decision.certificate().equals("theory"))
        .findFirst()
        .orElseThrow();
  }

  private static Reviewed reviewed(Decision decision, ReviewDecision... verdicts) {
    return Reviewed.of(Learners.POLICY, decision, new Verdicts(List.of(verdicts)));
  }

  private static ReviewDecision verdict(
      String caseId, ReviewOutcome outcome, LocalDate day, String digest) {
    return new ReviewDecision(caseId, outcome, "GV" + day.getDayOfMonth(), day, "vì", digest);
  }

  private static ReviewDecision verdict(ReviewCase one, ReviewOutcome outcome) {
    return verdict(one.caseId(), outcome, DAY, null);
  }

  private static LearnerMeasures minutes(String minutes) {
    return Learners.chi().toBuilder().number("minutes", new BigDecimal(minutes)).build();
  }

  @Test
  void untilSomebodyDecidesTheComputedStatusStands() {
    Reviewed chi = reviewed(theory(Learners.chi()));
    assertThat(chi.standing()).isEqualTo(Status.NEEDS_REVIEW);
    assertThat(chi.openCases()).isEqualTo(2);
    assertThat(chi.decidedBy()).isEmpty();
    assertThat(chi.decidedOn()).isNull();
    Reviewed binh = reviewed(theory(Learners.binh()));
    assertThat(binh.standing()).isEqualTo(Status.MET_BY_COMPENSATION);
    assertThat(binh.openCases()).isEqualTo(1);
  }

  @Test
  void aCompensationThatIsConfirmedStaysOneAndOneThatIsRefusedIsNotMet() {
    Decision binh = theory(Learners.binh());
    ReviewCase one = binh.reviewCases().get(0);
    Reviewed confirmed = reviewed(binh, verdict(one, ReviewOutcome.GRANTED));
    assertThat(confirmed.standing()).isEqualTo(Status.MET_BY_COMPENSATION);
    assertThat(confirmed.openCases()).isZero();
    assertThat(reviewed(binh, verdict(one, ReviewOutcome.REFUSED)).standing())
        .isEqualTo(Status.NOT_MET);
    assertThat(reviewed(binh, verdict(one, ReviewOutcome.MORE_EVIDENCE)).openCases()).isEqualTo(1);
  }

  @Test
  void whatWasDecidedUponOtherFiguresIsOpenAgain() {
    Decision before = theory(minutes("498"));
    String caseId = before.reviewCases().get(0).caseId();
    String seen = reviewed(before).cases().get(0).evidenceDigest();
    ReviewDecision bound = verdict(caseId, ReviewOutcome.GRANTED, DAY, seen);

    assertThat(reviewed(before, bound).cases().get(0).state()).isEqualTo(Reviewed.State.DECIDED);
    Decision after = theory(minutes("499"));
    assertThat(after.reviewCases().get(0).caseId()).isEqualTo(caseId);
    Reviewed.Case reopened = reviewed(after, bound).cases().get(0);
    assertThat(reopened.state()).isEqualTo(Reviewed.State.REOPENED);
    assertThat(reopened.verdict()).isNull();
    assertThat(reopened.evidenceDigest()).isNotEqualTo(seen).matches("[0-9a-f]{16}");
  }

  @Test
  void theDayAloneChangesNoFigures() {
    List<Decision> one = decisions(Learners.chi(), Learners.AS_OF);
    List<Decision> other = decisions(Learners.chi(), Learners.AS_OF.plusDays(9));
    for (int decision = 0; decision < one.size(); decision++) {
      assertThat(digests(other.get(decision))).isEqualTo(digests(one.get(decision)));
    }
  }

  private static List<String> digests(Decision decision) {
    return reviewed(decision).cases().stream().map(Reviewed.Case::evidenceDigest).toList();
  }

  @Test
  void theLatestAppliesAndOneUponTheseFiguresWhereTheLatestSawOthers() {
    ReviewDecision first = verdict("c", ReviewOutcome.GRANTED, DAY, "now");
    ReviewDecision unbound = verdict("c", ReviewOutcome.REFUSED, DAY.plusDays(1), null);
    ReviewDecision other = verdict("c", ReviewOutcome.REFUSED, DAY.plusDays(2), "then");
    assertThat(applying(first, unbound)).contains(unbound);
    assertThat(applying(first, unbound, other)).contains(first);
    assertThat(applying(unbound, other)).isEmpty();
    assertThat(applying(other)).isEmpty();
    assertThat(new Verdicts(List.of(other)).hasAny("c")).isTrue();
    assertThat(new Verdicts(List.of(other)).hasAny("d")).isFalse();
  }

  private static Optional<ReviewDecision> applying(ReviewDecision... verdicts) {
    return new Verdicts(List.of(verdicts)).applying("c", "now");
  }

  /**
   * The rule said a second time, plainly; and rows of nobody's case, in any order, change nothing.
   */
  @Property(tries = 200)
  void oneRefusalFailsAllGrantedPassesAndNothingElseChangesAnything(@ForAll long seed) {
    Random random = new Random(seed);
    List<LearnerMeasures> learners =
        List.of(Learners.an(), Learners.binh(), Learners.chi(), minutes("541"), minutes("30"));
    for (Decision decision :
        decisions(learners.get(random.nextInt(learners.size())), Learners.AS_OF)) {
      List<ReviewDecision> verdicts = new ArrayList<>();
      int granted = 0;
      int refused = 0;
      for (ReviewCase one : decision.reviewCases()) {
        ReviewOutcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        if (random.nextInt(4) > 0) {
          verdicts.add(verdict(one, outcome));
          granted += outcome == ReviewOutcome.GRANTED ? 1 : 0;
          refused += outcome == ReviewOutcome.REFUSED ? 1 : 0;
        }
      }
      Reviewed alone = Reviewed.of(Learners.POLICY, decision, new Verdicts(verdicts));
      int cases = decision.reviewCases().size();
      Status expected = decision.status();
      if (refused > 0) {
        expected = Status.NOT_MET;
      } else if (cases > 0 && granted == cases && expected == Status.NEEDS_REVIEW) {
        expected = Status.MET;
      }
      assertThat(alone.standing()).isEqualTo(expected);
      assertThat(alone.openCases()).isEqualTo(refused > 0 ? 0 : cases - granted);
      assertThat(alone.decision()).isSameAs(decision);

      verdicts.add(verdict("0123456789abcdef", ReviewOutcome.REFUSED, DAY, null));
      Collections.shuffle(verdicts, random);
      assertThat(Reviewed.of(Learners.POLICY, decision, new Verdicts(verdicts))).isEqualTo(alone);
    }
  }
}
