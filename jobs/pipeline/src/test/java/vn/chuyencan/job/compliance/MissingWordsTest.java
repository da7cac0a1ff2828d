package vn.chuyencan.job.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers stand in Vietnamese documents by the names that people know. */
class MissingWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lesson_plan | sổ kế hoạch tiết học",
        "exam_session candidates | sổ kỳ thi, kiểm tra, cột «Số thí sinh»",
        "syllabus_activity HP103; material HP207 | sổ hoạt động trong đề cương HP103; sổ học liệu HP207",
        "package_item V1 (chưa ghi đường dẫn) | sổ kê khai gói học liệu số V1 (chưa ghi đường dẫn)",
        "monitoring 2026-01 2026-02 | sổ giám sát hệ thống 2026-01 2026-02",
        "integrity_signal | bảng «Dấu hiệu trung thực»",
        "điều chưa ai biết | điều chưa ai biết"
      })
  void areNamedInVietnamese(String missing, String told) {
    assertThat(MissingWords.vietnamese(missing)).isEqualTo(told);
  }
}
