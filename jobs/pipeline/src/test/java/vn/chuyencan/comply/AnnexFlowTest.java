package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.comply.AnnexFiguresTest.annex;
import static vn.chuyencan.comply.AnnexFiguresTest.issues;
import static vn.chuyencan.comply.AnnexFiguresTest.part;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.comply.FilledForm.Part;

/**
 * From when a status counts, so that the flow of learners adds up (R4) and the projection holds
 * (R5).
 */
class AnnexFlowTest {

  /** One learner of the year before with these statuses. */
  private static FilledForm annexOf(String asOf, String... status) {
    String[] lines = new String[status.length + 1];
    lines[0] = "student_id,program_id,status,from,to,site_id,decision_on";
    System.arraycopy(status, 0, lines, 1, status.length);
    return annex(
        AnnexFiguresTest.facts(asOf, lines)
            .with(
                "reg.admission",
                "student_id,program_id,site_id,admitted_on,enrolled_on,entry_level",
                "A,P,S1,2025-08-01,2025-09-01,college"));
  }

  private static Object told(FilledForm form, String column) {
    Part part = part(form, "circular28_annex1_learner");
    return part.rows().get(0)[part.column(column)];
  }

  /** Dismissed and graduated are counted by the day of the decision, and the stock with them. */
  @ParameterizedTest
  @CsvSource({"dismissed, 2026-12-10, 2027-01-05", "graduated, 2026-12-10, 2026-12-20"})
  void aDecisionThatTakesEffectLaterEndsTheStudyOnItsOwnDay(
      String status, String decided, String from) {
    String lastDay = LocalDate.parse(from).minusDays(1).toString();
    for (String asOf : new String[] {"2026-12-15", "2027-01-10"}) {
      FilledForm form =
          annexOf(
              asOf,
              "A,P,studying,2025-09-01," + lastDay + ",,",
              "A,P," + status + "," + from + ",,," + decided);
      assertThat(told(form, status)).isEqualTo(1);
      assertThat(told(form, "stock_before")).isEqualTo(1);
      assertThat(told(form, "stock_cut_off")).isEqualTo(0);
      assertThat(told(form, "stock_31_12")).isEqualTo(0);
      assertThat(told(form, "stock_projected")).isEqualTo(0);
      assertThat(issues(form)).noneMatch(issue -> issue.matches("C28-PL-R[45].*"));
    }
  }

  /** Until the decision is signed the learner studies, though it takes effect from before. */
  @Test
  void aDecisionThatReachesBackCountsFromItsOwnDay() {
    String[] status = {
      "A,P,studying,2025-09-01,2025-12-19,,", "A,P,graduated,2025-12-20,,,2026-01-10"
    };
    FilledForm form = annexOf("2026-12-15", status);
    assertThat(told(form, "stock_before")).isEqualTo(1);
    assertThat(told(form, "graduated")).isEqualTo(1);
    assertThat(told(form, "stock_cut_off")).isEqualTo(0);
    assertThat(issues(form)).noneMatch(issue -> issue.matches("C28-PL-R[45].*"));
  }

  /**
   * A leave that ends by a day is over on that day, whether the register tells what came or not.
   */
  @ParameterizedTest
  @CsvSource({
    // Over long before, on the day before the count, and between the count and the end of the year.
    "2026-08-31, 1, 0, 1",
    "2026-12-14, 1, 0, 1",
    "2026-12-15, 0, 1, 1",
    "2026-12-20, 0, 1, 1",
    "2027-01-10, 0, 1, 0"
  })
  void aLeaveThatIsOverIsOverOnEveryDay(String until, int studying, int off, int end) {
    FilledForm form =
        annexOf(
            "2026-12-15",
            "A,P,studying,2025-09-01,2026-02-28,,",
            "A,P,leave,2026-03-01," + until + ",,2026-02-20");
    assertThat(told(form, "stock_cut_off")).isEqualTo(studying);
    assertThat(told(form, "off_cut_off")).isEqualTo(off);
    assertThat(told(form, "stock_31_12")).isEqualTo(end);
    assertThat(told(form, "stock_projected")).isEqualTo(end);
    assertThat(issues(form)).noneMatch(issue -> issue.matches("C28-PL-R[45].*"));
  }

  /** Who stopped studying without a word is nowhere, on both days: R4 asks what became of them. */
  @Test
  void aStudyThatEndedWithoutAWordIsAskedFor() {
    FilledForm form = annexOf("2026-12-15", "A,P,studying,2025-09-01,2026-06-30,,");
    assertThat(told(form, "stock_cut_off")).isEqualTo(0);
    assertThat(told(form, "stock_31_12")).isEqualTo(0);
    assertThat(issues(form)).contains("C28-PL-R4 ERROR P / S1");
  }
}
