package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.policy.Cases.NONE;
import static vn.chuyencan.policy.Cases.an;
import static vn.chuyencan.policy.Cases.overall;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Status;

/** FC-TT.7 and FC-X.11. */
class AttendanceCasesTest {
  @ParameterizedTest
  @CsvSource({
    "5, 2, MET",
    "4, 2, INSUFFICIENT_DATA",
    "4, 1, INSUFFICIENT_DATA",
    "4, 0, NOT_MET",
    "3, 1, NOT_MET"
  })
  void unmarkedSessionsDecideOnlyWhenTheyCannotMatter(int present, int unmarked, Status expected) {
    CriterionResult row =
        overall(
            "FC-TT.7",
            an().number("plenary_present", present).number("plenary_unmarked", unmarked));
    assertThat(row.status()).isEqualTo(expected);
    assertThat(row.missingInputs())
        .isEqualTo(expected == Status.INSUFFICIENT_DATA ? List.of("attendance") : List.of());
  }

  @Test
  void aMissingRegisterIsNamed() {
    CriterionResult row =
        overall(
            "FC-TT.7", an().number("plenary_present", NONE).missingInputs(Set.of("attendance")));
    assertThat(row.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(row.missingInputs()).containsExactly("attendance");
    assertThat(row.threshold()).isEqualByComparingTo("5");
    CriterionResult noSessions = overall("FC-TT.7", an().number("plenary_held", 0));
    assertThat(noSessions.status()).isEqualTo(Status.INSUFFICIENT_DATA);
    assertThat(noSessions.missingInputs()).containsExactly("class_session");
    assertThat(overall("FC-TT.7", an().number("plenary_held", NONE)).missingInputs())
        .containsExactly("class_session");
  }
}
