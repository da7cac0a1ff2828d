package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Learners.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Status;

/** What holds for the records of every decision. */
class DecisionRecordsTest {

  @Test
  void withoutAnyMeasureNothingIsDecided() {
    LearnerMeasures nothing = LearnerMeasures.builder("C", "L").build();
    for (Decision decision : Learners.all(Learners.POLICY, nothing)) {
      assertThat(decision.status()).isEqualTo(Status.INSUFFICIENT_DATA);
      assertThat(decision.unmetCriteria()).isEmpty();
      assertThat(decision.missingInputs()).isNotEmpty();
      assertThat(decision.nearest()).isEmpty();
    }
  }

  @Test
  void rowsAreNumberedInThePolicysOrder() {
    Decision theory = decide("theory", Learners.an());
    assertThat(theory.criteria())
        .extracting(CriterionResult::sequence)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, theory.criteria().size()).boxed().toList());
    assertThat(theory.criteria())
        .extracting(CriterionResult::criterionId)
        .startsWith("FC-LT.1", "FC-LT.1r", "FC-LT.2", "FC-LT.2b", "FC-LT.2b1");
  }

  @Test
  void everyRowNamesItsKindItsLawAndTheTableBehindIt() {
    List<String> rows = new ArrayList<>();
    for (String certificate : List.of("overall", "theory", "practice")) {
      for (CriterionResult row : decide(certificate, Learners.an()).criteria()) {
        assertThat(row.evidence()).endsWith("[course_id=FC-2026-1,learner_id=HV001]");
        String table = row.evidence().substring(0, row.evidence().indexOf('['));
        rows.add(row.criterionId() + " " + row.lawId() + " " + row.kind() + " " + table);
      }
    }
    assertThat(rows)
        .contains(
            "FC-TT.1 FC-TT.1 at_least_in_every_week learner_course_week",
            "FC-TT.3 FC-TT.3 at_least assessment_attempt",
            "FC-TT.4 FC-TT.4 at_least_on_each_item assessment_attempt",
            "FC-TT.5 FC-TT.5 at_least_on_each_item forum_post",
            "FC-TT.7 FC-TT.7 share_of attendance_record",
            "FC-TT.10 FC-TT.10 share_of submission",
            "FC-TT.11 FC-TT.11 share_of peer_review",
            "FC-LT.1r FC-LT.1r review_when learner_course_measure",
            "FC-LT.2b FC-LT.2b compensated_by learner_course_measure",
            "FC-LT.4 FC-LT.4 any_of learner_course_measure",
            "FC-LT.4a FC-LT.4 at_least_in_every_week forum_post");
  }

  @Test
  void aCaseKeepsItsNumberFromNightToNight() {
    Decision first = decide("theory", Learners.chi());
    Decision second = decide("theory", Learners.chi().toBuilder().number("minutes", 500).build());
    assertThat(first.reviewCases().get(0).caseId())
        .hasSize(16)
        .isEqualTo(second.reviewCases().get(0).caseId())
        .isNotEqualTo(first.reviewCases().get(1).caseId());
    assertThat(first.reviewCases().get(0).detail()).isEqualTo("reading=NOT_MET");
    assertThat(first.reviewCases().get(1).detail()).isNull();
  }
}
