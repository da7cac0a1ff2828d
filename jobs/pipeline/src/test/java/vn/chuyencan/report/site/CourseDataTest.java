package vn.chuyencan.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages count whom decisions count (FC-X.12). */
class CourseDataTest {
  private static final LocalDate CLOSES = LocalDate.of(2026, 10, 11);

  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "'', 2026-10-10, false",
    "'', 2026-10-11, false",
    "'', 2026-10-12, true",
    "2026-10-11, '', true",
    "2026-10-12, '', false"
  })
  void whoCameByTheClosingAndLeavesAfterItWasThereAtTheEnd(
      String enrolledOn, String leftOn, boolean there) {
    assertThat(CourseData.isThere(enrolledOn, leftOn, CLOSES)).isEqualTo(there);
  }
}
