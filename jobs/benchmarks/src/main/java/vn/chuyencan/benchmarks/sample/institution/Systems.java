package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;
import java.util.Locale;

/** Software, its minimum functions, and how it ran in the first eleven months of 2026. */
final class Systems {
  private static final String SYNCHRONOUS = "a1 a2 a3 a4 a5 a6 a7 b1 b2 b3";

  /** The last of c, other information for authorities, is lacking. */
  private static final String ASYNCHRONOUS = "a1 a2 a3 a4 a5 a6 b1 b2 b3 c1 c2 c3 c4 c5";

  private static final int MONTHS = 11;

  private Systems() {}

  static List<Sheet> sheets() {
    return List.of(software(), functions(), monitoring());
  }

  private static Sheet software() {
    return new Sheet("software", "software_id name vendor main_functions kind used_from used_to")
        .rows(
            """
            LMS | Moodle | Moodle Pty Ltd | Quản lý học tập, học liệu, bài tập, kiểm tra, diễn đàn | asynchronous | 2023-08-01 |
            LIVE | BigBlueButton | BigBlueButton Inc. | Phòng học trực tuyến: hình, tiếng, chữ, chia sẻ học liệu | synchronous | 2023-08-01 |
            LCMS | Xưởng học liệu số | Học viện Sư phạm số | Soạn bài giảng tương tác, video, đóng gói học liệu | content | 2024-02-01 |
            QLDT | Quản lý đào tạo HVSPS | Học viện Sư phạm số | Tuyển sinh, kế hoạch, điểm, tốt nghiệp, văn bằng | management | 2018-08-01 |
            """);
  }

  private static Sheet functions() {
    Sheet sheet = new Sheet("software_function", "software_id function evidence tested_on");
    for (String point : SYNCHRONOUS.split(" ", -1)) {
      sheet.row("LIVE", "C30-5.2" + point, "kiem-thu/2026/live.pdf", "2026-08-18");
    }
    for (String point : ASYNCHRONOUS.split(" ", -1)) {
      sheet.row("LMS", "C30-5.3" + point, "kiem-thu/2026/lms.pdf", "2026-08-20");
      sheet.row("LCMS", "C30-5.3" + point, "kiem-thu/2026/lcms.pdf", "2026-08-21");
    }
    return sheet.row("LCMS", "C30-5.4", "kiem-thu/2026/lcms.pdf", "2026-08-21");
  }

  /** In May a clock was wrong by more than two seconds; in July the platform was down for hours. */
  private static Sheet monitoring() {
    Sheet sheet =
        new Sheet(
            "monitoring",
            "month system uptime_percent p95_ms peak_users tested_users clock_drift_ms");
    for (int month = 1; month <= MONTHS; month++) {
      String name = String.format(Locale.ROOT, "2026-%02d", month);
      sheet.row(
          name,
          "LMS",
          month == 7 ? "98.70" : "99.95",
          520 + month * 10,
          40 + month * 3,
          500,
          month == 5 ? 2600 : 120);
      sheet.row(name, "LIVE", "99.90", 310, 12 + month, 200, 80);
    }
    return sheet;
  }
}
