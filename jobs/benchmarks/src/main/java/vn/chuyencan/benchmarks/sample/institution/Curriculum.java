package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;
import java.util.Map;

/** Programmes, their versions and courses, the terms in which they are taught. */
final class Curriculum {
  /** Term of the plan → day on which a version first taught it, by the cohort that came first. */
  static final Map<String, List<String>> TAUGHT =
      Map.of(
          "CNGD-TX-2023",
          List.of(
              "2023-09-11",
              "2024-02-19",
              "2024-09-09",
              "2025-02-10",
              "2025-09-08",
              "2026-02-23",
              "2026-09-07"),
          "CNGD-TX-2024",
          List.of("2024-09-09", "2025-02-10", "2025-09-08", "2026-02-23", "2026-09-07"),
          "QLGD-TX-2024",
          List.of("2024-09-09", "2025-02-10", "2025-09-08", "2026-02-23", "2026-09-07"));

  private Curriculum() {}

  static List<Sheet> sheets() {
    return List.of(programmes(), versions(), courses(), terms());
  }

  private static Sheet programmes() {
    return new Sheet(
            "program",
            "program_id name major_name major_code form regular_program_id lead_unit"
                + " awarding_body_country distance_since")
        .rows(
            """
            CNGD-CQ | Công nghệ giáo dục | Công nghệ giáo dục | 7140103 | regular | | Khoa Công nghệ giáo dục | VN |
            CNGD-TX | Công nghệ giáo dục (từ xa) | Công nghệ giáo dục | 7140103 | distance | CNGD-CQ | Khoa Công nghệ giáo dục | VN | 2023-09-11
            QLGD-CQ | Quản lý giáo dục | Quản lý giáo dục | 7140114 | regular | | Khoa Quản lý giáo dục | VN |
            QLGD-TX | Quản lý giáo dục (từ xa) | Quản lý giáo dục | 7140114 | distance | QLGD-CQ | Khoa Quản lý giáo dục | VN | 2024-09-09
            """);
  }

  private static Sheet versions() {
    return new Sheet(
            "program_version",
            "version_id program_id valid_from valid_to total_credits plan_months max_months"
                + " decision_id")
        .rows(
            """
            CNGD-CQ-2018 | CNGD-CQ | 2018-06-01 | | 121 | 48 | 96 | QD-2018-011
            CNGD-TX-2023 | CNGD-TX | 2023-05-02 | 2024-05-31 | 120 | 48 | 96 | QD-2023-017
            CNGD-TX-2024 | CNGD-TX | 2024-06-01 | | 120 | 48 | 96 | QD-2024-026
            QLGD-CQ-2021 | QLGD-CQ | 2021-06-01 | | 120 | 48 | 96 | QD-2021-019
            QLGD-TX-2024 | QLGD-TX | 2024-05-10 | | 120 | 45 | 90 | QD-2024-027
            """);
  }

  private static Sheet courses() {
    Sheet sheet =
        new Sheet(
            "program_course",
            "version_id course_code title credits year_plan semester_plan compulsory outcomes"
                + " first_taught_on");
    for (Programme programme : Programme.all()) {
      for (CourseOf course : programme.courses()) {
        // The thesis weighs a credit more in the regular programme: a difference to be looked at.
        boolean heavier = course.code().equals("CNG410");
        row(sheet, programme.regularVersion(), course, heavier ? 4 : CourseOf.CREDITS, "");
        for (String version : programme.versions()) {
          List<String> days = TAUGHT.get(version);
          String day = course.term() <= days.size() ? days.get(course.term() - 1) : "";
          row(sheet, version, course, CourseOf.CREDITS, day);
        }
      }
    }
    return sheet;
  }

  private static void row(
      Sheet sheet, String version, CourseOf course, int credits, String firstTaught) {
    String outcomes = "CDR" + (course.term() % 4 + 1) + " CDR" + (course.term() % 5 + 5);
    boolean optional = course.code().equals("CNG403") || course.code().equals("QLG407");
    sheet.row(
        version,
        course.code(),
        course.title(),
        credits,
        course.year(),
        course.term(),
        optional ? "no" : "yes",
        outcomes,
        firstTaught);
  }

  private static Sheet terms() {
    return new Sheet(
            "term_calendar",
            "term academic_year starts_on ends_on main plan_published_on registration_opens_on"
                + " registration_closes_on")
        .rows(
            """
            HK1-2023 | 2023–2024 | 2023-09-11 | 2024-01-21 | yes | 2023-07-14 | 2023-08-14 | 2023-09-22
            HK2-2023 | 2023–2024 | 2024-02-19 | 2024-06-30 | yes | 2023-07-14 | 2024-01-08 | 2024-03-01
            HK1-2024 | 2024–2025 | 2024-09-09 | 2025-01-19 | yes | 2024-07-15 | 2024-08-12 | 2024-09-20
            HK2-2024 | 2024–2025 | 2025-02-10 | 2025-06-29 | yes | 2024-07-15 | 2025-01-06 | 2025-02-21
            HK1-2025 | 2025–2026 | 2025-09-08 | 2026-01-18 | yes | 2025-07-15 | 2025-08-11 | 2025-09-19
            HK2-2025 | 2025–2026 | 2026-02-23 | 2026-06-28 | yes | 2025-07-15 | 2026-01-12 | 2026-03-06
            HK1-2026 | 2026–2027 | 2026-09-07 | 2027-01-17 | yes | 2026-07-15 | 2026-08-17 | 2026-09-18
            """);
  }
}
