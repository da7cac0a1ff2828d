package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Supply;

/** Who supplies what is missing, and in which register. */
class SupplyWordsTest {
  @Test
  void theRegisterIsTheOneInWhichItIsEntered() {
    assertThat(SupplyWords.of("submission_check").register()).isEqualTo("submission_check");
    assertThat(SupplyWords.of("course_run.term_id").register()).isEqualTo("course_run");
    assertThat(SupplyWords.of("assessment_attempt.mark").register()).isEqualTo("attempt");
    assertThat(SupplyWords.of("learning_event").register()).isEmpty();
  }

  @Test
  void itIsSaidInBothLanguages() {
    Supply supply = SupplyWords.of("enrolment");
    assertThat(supply.english()).isEqualTo("register enrolment: academic affairs");
    assertThat(supply.vietnamese()).startsWith("sổ ghi danh");
    assertThat(SupplyWords.of("no_such_code").english()).isEqualTo("no_such_code");
    assertThat(SupplyWords.of("no_such_code").vietnamese()).isEqualTo("no_such_code");
  }
}
