package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Cases.NONE;
import static vn.chuyencan.policy.Cases.overall;
import static vn.chuyencan.policy.Learners.decide;
import static vn.chuyencan.policy.Learners.result;
import static vn.chuyencan.policy.Learners.weeks;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.Status;

/** A course run that goes on: what is met stays, what can still be met is open. */
class BeforeClosingCasesTest {
  private LearnerMeasures.Builder ongoing(LearnerMeasures measures) {
    return measures.toBuilder().phase(LearnerMeasures.Phase.ONGOING).number("weeks_elapsed", 3);
  }

  @Test
  void whatIsMetStaysMet() {
    for (Decision decision : Learners.all(Learners.POLICY, ongoing(Learners.an()).build())) {
      assertThat(decision.status()).isEqualTo(Status.MET);
      assertThat(decision.conclusive()).isFalse();
    }
  }

  @Test
  void whatCanStillBeMetIsOpen() {
    Decision theory = decide("theory", ongoing(Learners.chi()).build());
    assertThat(theory.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(theory.missingInputs()).containsExactly("course_run.closing");
    assertThat(theory.unmetCriteria()).isEmpty();
    assertThat(theory.nearest())
        .containsExactly(
            new Distance("FC-LT.1", new BigDecimal("42.000000"), "minute", "", true, null));
    assertThat(theory.reviewCases()).isEmpty();
  }

  @Test
  void aPastWeekCanNoLongerBeMet() {
    Decision overall = decide("overall", ongoing(Learners.chi()).build());
    assertThat(overall.status()).isEqualTo(Status.NOT_MET);
    assertThat(overall.unmetCriteria()).containsExactly("FC-TT.1");
  }

  @Test
  void aWeekThatIsNotOverIsOpen() {
    LearnerMeasures.Builder measures =
        ongoing(Learners.an()).byKey("sessions_by_week", weeks(2, 2, 2, 1, 0));
    CriterionResult row = overall("FC-TT.1", measures);
    assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(row.missingInputs()).containsExactly("course_run.closing");
    assertThat(row.value()).isEqualByComparingTo("2");
    CriterionResult nothingYet = overall("FC-TT.1", measures.number("weeks_elapsed", NONE));
    assertThat(nothingYet.status()).isEqualTo(Status.INSUFFICIENT_DATA);
  }

  @ParameterizedTest
  @CsvSource({
    "overall, FC-TT.4",
    "overall, FC-TT.5",
    "theory, FC-LT.2",
    "theory, FC-LT.4",
    "practice, FC-TH.2"
  })
  void everyKindStaysOpen(String certificate, String criterion) {
    LearnerMeasures measures =
        ongoing(Learners.binh())
            .byKey("posts_by_week", weeks(1, 1, 1, 0, 0))
            .number("practice_present", 0)
            .build();
    CriterionResult row = result(decide(certificate, measures), criterion);
    assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
  }

  @Test
  void aTopicElsewhereCanStillBePostedAnew() {
    LearnerMeasures.Builder measures =
        ongoing(Learners.an()).number("group_topics", 0).number("group_topics_elsewhere", 1);
    CriterionResult row = overall("FC-TT.8", measures);
    assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(row.reviewReason()).isNull();
  }
}
