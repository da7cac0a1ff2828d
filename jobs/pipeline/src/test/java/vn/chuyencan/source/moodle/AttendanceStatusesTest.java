package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.AttendanceStatus;

/** What a site's statuses of attendance mean, of which the best gives two points. */
class AttendanceStatusesTest {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  @ParameterizedTest
  @CsvSource({
    "P, Present, 2, PRESENT",
    "P, Có mặt, 2, PRESENT",
    "C, Có mặt, 1, PRESENT",
    "P, '', 2, PRESENT",
    "L, Late, 1, LATE",
    "L, Late, 2, LATE",
    "L, Vào trễ, 1, LATE",
    "L, '', 2, PRESENT",
    "E, Excused, 1, EXCUSED",
    "E, Excused, 2, EXCUSED",
    "E, Ốm, 0, EXCUSED",
    "N, Nghỉ có phép, 0, EXCUSED",
    "K, nghỉ không phép, 0, ABSENT",
    "A, Absent, 0, ABSENT",
    "A, '', 0, ABSENT"
  })
  void certain(String acronym, String description, BigDecimal points, AttendanceStatus meaning) {
    assertThat(AttendanceStatuses.of(acronym, description, points, TWO)).isEqualTo(meaning);
  }

  /** P is Moodle's letter for presence, and here short for leave. */
  @ParameterizedTest
  @CsvSource({
    "P, Nghỉ có phép, 0",
    "P, Nghỉ phép, 0",
    "P, '', 0",
    "P, '', 1",
    "C, Có mặt, 0",
    "V, Vắng mặt, 2",
    "A, Present, 2",
    "X, Có lí do riêng, 2"
  })
  void contradictory(String acronym, String description, BigDecimal points) {
    assertThat(AttendanceStatuses.of(acronym, description, points, TWO)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"P, ''", "C, Có mặt", "P, Present"})
  void whereNothingGivesPointsLettersAndWordsSayIt(String acronym, String description) {
    assertThat(AttendanceStatuses.of(acronym, description, BigDecimal.ZERO, BigDecimal.ZERO))
        .isEqualTo(AttendanceStatus.PRESENT);
    assertThat(AttendanceStatuses.of(acronym, description, null, TWO))
        .isEqualTo(AttendanceStatus.PRESENT);
  }
}
