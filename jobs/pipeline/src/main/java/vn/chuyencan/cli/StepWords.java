package vn.chuyencan.cli;

import java.util.List;
import java.util.Map;
import vn.chuyencan.error.Language;

/** What steps are called before whoever watches a terminal; logs have their own names. */
final class StepWords {
  /** The longer beginning first, where two are alike. */
  private static final List<Map.Entry<String, String>> VIETNAMESE =
      List.of(
          Map.entry("ingest", "nạp"),
          Map.entry("measure", "đo"),
          Map.entry("decide", "xét điều kiện"),
          Map.entry("gate", "kiểm cổng dữ liệu"),
          Map.entry("ask rules of regulations", "kiểm quy định"),
          Map.entry("publish for the office", "công bố cho văn phòng"),
          Map.entry("publish", "công bố"),
          Map.entry("make pages", "tạo trang"),
          Map.entry("look at publications", "xem các bản công bố"),
          Map.entry("simulate", "mô phỏng"),
          Map.entry("draft", "soạn nháp"),
          Map.entry("write lists", "viết danh sách"),
          Map.entry("erase", "xóa"),
          Map.entry("delete earlier snapshots", "xóa các bản chụp cũ"),
          Map.entry("empty earlier publications", "dọn các bản công bố cũ"),
          Map.entry("certify", "lập biên bản xóa"));

  private StepWords() {}

  /** The name of a step, which may end with what it works on. */
  static String of(String step, Language language) {
    if (language == Language.VI) {
      for (Map.Entry<String, String> word : VIETNAMESE) {
        String english = word.getKey();
        if (step.equals(english) || step.startsWith(english + " ")) {
          return word.getValue() + step.substring(english.length());
        }
      }
    }
    return step;
  }
}
