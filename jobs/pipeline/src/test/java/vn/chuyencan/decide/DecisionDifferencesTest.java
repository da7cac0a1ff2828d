package vn.chuyencan.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.CriterionDifference;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.model.Status;

/** Who has another status than before, and by which criteria. */
class DecisionDifferencesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 11);

  private static CriterionResult criterion(String id, String parent, Status status) {
    return new CriterionResult(
        "C",
        "a",
        "theory",
        id,
        parent,
        1,
        "at_least",
        status,
        BigDecimal.ONE,
        BigDecimal.TEN,
        "minute",
        new BigDecimal(-9),
        null,
        null,
        id,
        List.of(),
        List.of(),
        null,
        "",
        "p",
        "1",
        "h",
        "standard",
        DAY);
  }

  private static Decision decision(
      String learner, Status status, List<String> unmet, CriterionResult... criteria) {
    return new Decision(
        "C",
        learner,
        "theory",
        status,
        status,
        "p",
        "1",
        "h",
        "standard",
        List.of(),
        DAY,
        true,
        unmet,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Arrays.asList(criteria),
        List.of());
  }

  private static List<String> deciding(Decision before, Decision after) {
    return DecisionDifferences.of(before, after).deciding().stream()
        .map(CriterionDifference::criterionId)
        .toList();
  }

  @Test
  void whatFailsDecidesAndNotWhatMerelyIsDoubtful() {
    Decision before =
        decision(
            "a",
            Status.MET,
            List.of(),
            criterion("accesses", null, Status.MET),
            criterion("time", null, Status.MET));
    Decision after =
        decision(
            "a",
            Status.NOT_MET,
            List.of("accesses"),
            criterion("accesses", null, Status.NOT_MET),
            criterion("time", null, Status.NEEDS_REVIEW));

    assertThat(deciding(before, after)).containsExactly("accesses");
    assertThat(deciding(after, before)).containsExactly("accesses");
  }

  @Test
  void whatHasTheDecisionsOwnStatusDecides() {
    Decision before =
        decision(
            "a",
            Status.NEEDS_REVIEW,
            List.of(),
            criterion("time", null, Status.NEEDS_REVIEW),
            criterion("forum", null, Status.MET));
    Decision after =
        decision(
            "a",
            Status.MET,
            List.of(),
            criterion("time", null, Status.MET),
            criterion("forum", null, Status.MET));

    assertThat(deciding(before, after)).containsExactly("time");
  }

  @Test
  void compensationIsNamedThoughTheFailureStays() {
    Decision before =
        decision(
            "a",
            Status.NOT_MET,
            List.of("exercises"),
            criterion("exercises", null, Status.NOT_MET),
            criterion("compensation", null, Status.NOT_MET),
            criterion("time", "compensation", Status.NOT_MET),
            criterion("posts", "compensation", Status.MET));
    Decision after =
        decision(
            "a",
            Status.MET_BY_COMPENSATION,
            List.of(),
            criterion("exercises", null, Status.NOT_MET),
            criterion("compensation", null, Status.MET_BY_COMPENSATION),
            criterion("time", "compensation", Status.MET),
            criterion("posts", "compensation", Status.MET));

    assertThat(deciding(before, after)).containsExactly("compensation", "time");
  }

  @Test
  void aCriterionThatOnlyOneSideHasDecides() {
    Decision before =
        decision(
            "a",
            Status.NOT_MET,
            List.of("old"),
            criterion("time", null, Status.MET),
            criterion("old", null, Status.NOT_MET));
    Decision after = decision("a", Status.MET, List.of(), criterion("time", null, Status.MET));

    List<CriterionDifference> deciding = DecisionDifferences.of(before, after).deciding();
    assertThat(deciding)
        .singleElement()
        .extracting(CriterionDifference::criterionId)
        .isEqualTo("old");
    assertThat(deciding.get(0).statusBefore()).isEqualTo(Status.NOT_MET);
    assertThat(deciding.get(0).statusAfter()).isNull();
    assertThat(deciding.get(0).either()).isEqualTo(deciding.get(0).before());
  }

  @Test
  void whereNothingWeighsAllThatDiffersIsTold() {
    Decision before = decision("a", Status.MET, List.of(), criterion("time", null, Status.NOT_MET));
    Decision after =
        decision("a", Status.NOT_APPLICABLE, List.of(), criterion("time", null, Status.MET));

    assertThat(deciding(before, after)).containsExactly("time");
  }

  @Test
  void addedAndRemovedDecisionsAndTheirOrder() {
    Decision one = decision("a", Status.MET, List.of());
    Decision two = decision("b", Status.MET, List.of());
    Decision other = decision("b", Status.NOT_MET, List.of());
    Decision three = decision("c", Status.MET, List.of());

    List<DecisionDifference> changes =
        DecisionDifferences.changes(List.of(two, one), List.of(three, other));

    assertThat(changes.stream().map(DecisionDifference::learnerId)).containsExactly("a", "b", "c");
    assertThat(changes.stream().map(DecisionDifference::kind))
        .containsExactly(
            DecisionDifference.Kind.REMOVED,
            DecisionDifference.Kind.STATUS,
            DecisionDifference.Kind.ADDED);
    assertThat(changes.get(0).statusAfter()).isNull();
    assertThat(changes.get(2).statusBefore()).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecisionDifferences.changes(List.of(one, one), List.of()))
        .withMessageStartingWith("decided twice");
  }

  @Property
  void nothingChangesAgainstItselfAndBothWaysAreOne(
      @ForAll @Size(min = 1, max = 6) List<Status> before,
      @ForAll @Size(min = 1, max = 6) List<Status> after) {
    List<Decision> earlier = decisions(before);
    List<Decision> later = decisions(after);

    assertThat(DecisionDifferences.changes(earlier, earlier)).isEmpty();
    List<DecisionDifference> there = DecisionDifferences.changes(earlier, later);
    List<DecisionDifference> back = DecisionDifferences.changes(later, earlier);
    assertThat(back).hasSameSizeAs(there);
    for (int index = 0; index < there.size(); index++) {
      assertThat(back.get(index).statusBefore()).isEqualTo(there.get(index).statusAfter());
      assertThat(back.get(index).statusAfter()).isEqualTo(there.get(index).statusBefore());
      assertThat(back.get(index).learnerId()).isEqualTo(there.get(index).learnerId());
    }
  }

  private static List<Decision> decisions(List<Status> statuses) {
    List<Decision> decisions = new ArrayList<>();
    for (int learner = 0; learner < statuses.size(); learner++) {
      decisions.add(decision("l" + learner, statuses.get(learner), List.of()));
    }
    return decisions;
  }
}
