package vn.chuyencan.job.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long table is published in parts, and is one table all the same. */
class VerificationTest {

  private static Verification of(Verification.TableCheck... tables) {
    return new Verification(
        "run",
        LocalDate.of(2026, 11, 2),
        "1",
        "1",
        "",
        "",
        List.of(tables),
        List.of(),
        List.of(),
        List.of());
  }

  private static Verification.TableCheck check(String table, String part, boolean equal) {
    return new Verification.TableCheck(
        table, table + part, equal, 1, equal ? 1 : 2, List.of(), List.of());
  }

  @Test
  void tablesAreCountedAndNotTheirParts() {
    Verification verification =
        of(
            check("course_run", "", true),
            check("forum_post", "-2026-02", true),
            check("forum_post", "-2026-09", true));
    assertThat(verification.compared()).isEqualTo(2);
    assertThat(verification.equal()).isEqualTo(2);
    assertThat(verification.holds()).isTrue();
  }

  @Test
  void aTableIsEqualWhenAllOfItIs() {
    Verification verification =
        of(
            check("course_run", "", true),
            check("forum_post", "-2026-02", false),
            check("forum_post", "-2026-09", true),
            check("learner_week", "-2026-02", false),
            check("learner_week", "-2026-09", false));
    assertThat(verification.compared()).isEqualTo(3);
    assertThat(verification.equal()).isEqualTo(1);
    assertThat(verification.holds()).isFalse();
  }
}
