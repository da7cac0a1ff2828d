package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;

/** Surveys, their answers, and complaints. */
final class Feedback {
  private static final int RESPONDENTS = 24;
  private static final List<String> DIMENSIONS =
      List.of(
          "experience",
          "material",
          "method",
          "lecturer_support",
          "staff_support",
          "software",
          "overall",
          "device_internet");

  private Feedback() {}

  static List<Sheet> sheets() {
    return List.of(surveys(), responses(), complaints());
  }

  private static Sheet surveys() {
    return new Sheet(
            "survey", "survey_id year term user_group program_id invited opened_on closed_on")
        .rows(
            """
            KS-2025-NH | 2025 | HK2-2024 | learner | | 70 | 2025-05-26 | 2025-06-13
            KS-2026-NH | 2026 | HK2-2025 | learner | | 120 | 2026-05-25 | 2026-06-12
            KS-2026-GV | 2026 | HK2-2025 | lecturer | | 20 | 2026-06-15 | 2026-06-26
            KS-2026-HT | 2026 | HK2-2025 | support_staff | | 5 | 2026-06-15 | 2026-06-26
            KS-2026-LQ | 2026 | HK2-2025 | stakeholder | | 40 | 2026-06-01 | 2026-07-10
            """);
  }

  private static Sheet responses() {
    Sheet sheet = new Sheet("survey_response", "survey_id respondent_no dimension score");
    for (int respondent = 1; respondent <= RESPONDENTS; respondent++) {
      for (String dimension : DIMENSIONS) {
        sheet.row("KS-2026-NH", respondent, dimension, score(dimension, respondent));
      }
    }
    for (int respondent = 1; respondent <= 14; respondent++) {
      for (String dimension : DIMENSIONS.subList(0, 6)) {
        sheet.row("KS-2025-NH", respondent, dimension, 4);
      }
    }
    for (int respondent = 1; respondent <= 12; respondent++) {
      sheet.row("KS-2026-GV", respondent, "overall", respondent <= 9 ? 4 : 5);
      sheet.row("KS-2026-GV", respondent, "software", respondent <= 6 ? 3 : 4);
    }
    return sheet.rows(
        """
        KS-2026-HT | 1 | overall | 4
        KS-2026-HT | 2 | overall | 4
        KS-2026-HT | 3 | overall | 5
        KS-2026-HT | 4 | overall | 3
        KS-2026-LQ | 1 | overall | 4
        KS-2026-LQ | 2 | overall | 5
        KS-2026-LQ | 3 | overall | 3
        """);
  }

  /** Twelve give 4, eight 5, three 3, one 2; the software displeases six more. */
  private static int score(String dimension, int respondent) {
    if (dimension.equals("device_internet")) {
      return respondent <= 22 ? 5 : 2;
    }
    if (dimension.equals("software") && respondent <= 6) {
      return 3;
    }
    return respondent <= 12 ? 4 : respondent <= 20 ? 5 : respondent <= 23 ? 3 : 2;
  }

  private static Sheet complaints() {
    return new Sheet(
            "complaint",
            "complaint_id user_group topic received_at first_answered_at resolved_on due_on")
        .rows(
            """
            YK-2026-01 | learner | Quên mật khẩu | 2026-01-12T09:00:00+07:00 | 2026-01-12T10:00:00+07:00 | 2026-01-12 | 2026-01-19
            YK-2026-02 | learner | Lịch thi | 2026-02-24T14:00:00+07:00 | 2026-02-24T18:00:00+07:00 | 2026-02-26 | 2026-03-03
            YK-2026-03 | learner | Điểm thành phần | 2026-03-16T08:30:00+07:00 | 2026-03-17T08:30:00+07:00 | 2026-03-20 | 2026-03-23
            YK-2026-04 | lecturer | Phòng trực tuyến | 2026-04-06T07:50:00+07:00 | 2026-04-06T08:50:00+07:00 | 2026-04-06 | 2026-04-13
            YK-2026-05 | learner | Học liệu lỗi | 2026-05-11T20:00:00+07:00 | 2026-05-13T20:00:00+07:00 | 2026-05-15 | 2026-05-18
            YK-2026-06 | stakeholder | Xác minh văn bằng | 2026-07-06T10:00:00+07:00 | 2026-07-07T10:00:00+07:00 | 2026-07-10 | 2026-07-13
            YK-2026-07 | learner | Video không phát | 2026-09-09T21:00:00+07:00 | 2026-09-10T09:00:00+07:00 | 2026-09-11 | 2026-09-16
            YK-2026-08 | learner | Phúc khảo | 2026-07-20T15:00:00+07:00 | 2026-07-21T15:00:00+07:00 | 2026-08-14 | 2026-07-27
            YK-2026-09 | learner | Chuyển địa điểm học | 2026-09-21T09:00:00+07:00 | 2026-09-21T11:00:00+07:00 | 2026-09-25 | 2026-09-28
            YK-2026-10 | learner | Lỗi nộp bài | 2026-10-08T22:00:00+07:00 | | | 2026-10-15
            """);
  }
}
