package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;
import java.util.stream.Collectors;

/** Decisions, what was reported of them, the national database, accreditation. */
final class Decisions {
  private Decisions() {}

  static List<Sheet> sheets() {
    return List.of(decisions(), updates(), reports(), accreditation());
  }

  /** The first decision to teach Educational Management at a distance names no learners. */
  private static Sheet decisions() {
    return new Sheet(
            "decision",
            "decision_id kind number signed_on effective_on valid_until signer signer_role"
                + " program_id partner_id school_class course_codes major method audience place"
                + " partner_named council_opinion_on has_need has_preparation has_risk_plan file")
        .rows(
            """
            QD-2017-005 | major_opening | 2105/QĐ-BGDĐT | 2017-11-20 | | | Phạm Quang Trung | minister | CNGD-CQ | | | | Công nghệ giáo dục | | | | | | | | | van-ban/2017/2105.pdf
            QD-2018-011 | programme_issue | 011/QĐ-HVSPS | 2018-05-15 | | | Trần Quang Duệ | principal | CNGD-CQ | | | | Công nghệ giáo dục | | | | | | | | | van-ban/2018/011.pdf
            QD-2020-040 | major_opening | 040/QĐ-HVSPS | 2020-12-18 | | | Trần Quang Duệ | principal | QLGD-CQ | | | | Quản lý giáo dục | | | | | | | | | van-ban/2020/040.pdf
            QD-2021-019 | programme_issue | 019/QĐ-HVSPS | 2021-05-14 | | | Trần Quang Duệ | principal | QLGD-CQ | | | | Quản lý giáo dục | | | | | | | | | van-ban/2021/019.pdf
            QD-2022-001 | permission | 4321/QĐ-BGDĐT | 2022-12-20 | | | Phạm Quang Trung | minister | CNGD-TX | | | | Công nghệ giáo dục | | | | | | | | | van-ban/2022/4321.pdf
            QD-2023-017 | programme_issue | 017/QĐ-HVSPS | 2023-04-28 | | | Trần Quang Duệ | principal | CNGD-TX | | | | Công nghệ giáo dục | | | | | | | | | van-ban/2023/017.pdf
            QD-2023-018 | start_distance | 018/QĐ-HVSPS | 2023-05-03 | | | Trần Quang Duệ | principal | CNGD-TX | | | | Công nghệ giáo dục | Mạng máy tính và viễn thông | Người tốt nghiệp THPT trở lên | Trụ sở chính; Phân hiệu Hải Phòng | không | | | | | van-ban/2023/018.pdf
            QD-2024-015 | regulations | 015/QĐ-HVSPS | 2024-03-01 | | | Trần Quang Duệ | principal | | | | | | | | | | | | | | van-ban/2024/015.pdf
            QD-2024-020 | project_policy | 05/NQ-HĐT | 2024-03-20 | | | Vũ Đình Hợp | school_council | QLGD-TX | | | | Quản lý giáo dục | | | | | 2024-03-05 | | | | van-ban/2024/05-NQ.pdf
            QD-2024-021 | autonomy | 06/NQ-HĐT | 2024-03-22 | | | Vũ Đình Hợp | school_council | QLGD-TX | | | | Quản lý giáo dục | | | | | | | | | van-ban/2024/06-NQ.pdf
            QD-2024-024 | project | 024/QĐ-HVSPS | 2024-04-25 | | | Trần Quang Duệ | principal | QLGD-TX | | | | Quản lý giáo dục | | | | | 2024-04-10 | yes | yes | yes | van-ban/2024/024.pdf
            QD-2024-025 | start_distance | 025/QĐ-HVSPS | 2024-05-08 | | | Trần Quang Duệ | principal | QLGD-TX | DT01 | | | Quản lý giáo dục | Mạng máy tính và viễn thông; Thư tín | | Trụ sở chính; Phân hiệu Hải Phòng | Trung tâm GDNN – GDTX Sao Mai | 2024-04-10 | | | | van-ban/2024/025.pdf
            QD-2024-026 | programme_issue | 026/QĐ-HVSPS | 2024-05-10 | 2024-06-01 | | Trần Quang Duệ | principal | CNGD-TX | | | | Công nghệ giáo dục | | | | | | | | | van-ban/2024/026.pdf
            QD-2024-027 | programme_issue | 027/QĐ-HVSPS | 2024-05-10 | | | Trần Quang Duệ | principal | QLGD-TX | | | | Quản lý giáo dục | | | | | | | | | van-ban/2024/027.pdf
            QD-2024-030 | modules_online | 030/QĐ-HVSPS | 2024-05-28 | 2024-06-01 | | Trần Quang Duệ | principal | | | | %s | | | | | | | | | | van-ban/2024/030.pdf
            QD-2026-112 | start_distance | 112/QĐ-HVSPS | 2026-04-20 | | | Trần Quang Duệ | principal | QLGD-TX | DT01 | | | Quản lý giáo dục | Mạng máy tính và viễn thông; Thư tín | Người tốt nghiệp THPT trở lên | Trụ sở chính; Phân hiệu Hải Phòng; Trung tâm Sao Mai | Trung tâm GDNN – GDTX Sao Mai | 2026-04-06 | | | | van-ban/2026/112.pdf
            QD-2026-119 | force_majeure | 219/QĐ-HVSPS | 2026-06-18 | | 2026-06-24 | Trần Quang Duệ | principal | CNGD-TX | | | GDC302 | | | | | | | | | | van-ban/2026/219.pdf
            """
                .formatted(online()));
  }

  /** All courses but one that is taught online too. */
  private static String online() {
    return Programme.all().stream()
        .flatMap(programme -> programme.courses().stream())
        .map(CourseOf::code)
        .filter(code -> !code.equals("QLG404"))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Of one intake one learner too many was sent; of the staff of one programme a field lacks. */
  private static Sheet updates() {
    return new Sheet(
            "db_sync_log",
            "sync_id item item_id event_on pushed_on count mandatory_fields filled_fields"
                + " compared_fields equal_fields")
        .rows(
            """
            CSDL-2024-01 | project | QD-2024-024 | 2024-04-25 | 2024-05-21 | | 12 | 12 | 12 | 12
            CSDL-2024-02 | decision | QD-2024-025 | 2024-05-08 | 2024-05-22 | | 10 | 10 | 10 | 10
            CSDL-2026-01 | decision | QD-2026-112 | 2026-04-20 | 2026-05-08 | | 10 | 10 | 10 | 10
            CSDL-2026-04 | project | QD-2024-024 | 2026-04-20 | 2026-05-06 | | 12 | 12 | 12 | 12
            CSDL-2026-02 | programme | CNGD-TX | 2026-07-15 | 2026-07-24 | | 24 | 24 | 30 | 30
            CSDL-2026-03 | programme | QLGD-TX | 2026-07-15 | 2026-07-24 | | 24 | 24 | 30 | 29
            CSDL-2026-11 | cohort | CNGD-TX-K2023 | 2026-11-16 | 2026-11-18 | 15 | 8 | 8 | 8 | 8
            CSDL-2026-12 | cohort | CNGD-TX-K2024 | 2026-11-16 | 2026-11-18 | 35 | 8 | 8 | 8 | 8
            CSDL-2026-13 | cohort | CNGD-TX-K2025 | 2026-11-16 | 2026-11-18 | 18 | 8 | 8 | 8 | 8
            CSDL-2026-14 | cohort | CNGD-TX-K2026 | 2026-11-16 | 2026-11-18 | 17 | 8 | 8 | 8 | 8
            CSDL-2026-15 | cohort | QLGD-TX-K2024 | 2026-11-16 | 2026-11-18 | 23 | 8 | 8 | 8 | 8
            CSDL-2026-16 | cohort | QLGD-TX-K2025 | 2026-11-16 | 2026-11-18 | 15 | 8 | 8 | 8 | 8
            CSDL-2026-17 | cohort | QLGD-TX-K2026 | 2026-11-16 | 2026-11-18 | 16 | 8 | 8 | 8 | 8
            CSDL-2026-21 | staff | CNGD-TX | 2026-09-07 | 2026-09-30 | 18 | 15 | 15 | 20 | 20
            CSDL-2026-22 | staff | QLGD-TX | 2026-09-07 | 2026-09-30 | 18 | 15 | 14 | 20 | 19
            """);
  }

  /** One report of 2025 was sent on the last day of the year. */
  private static Sheet reports() {
    return new Sheet(
            "report_submission",
            "submission_id form year recipient sent_on received_on partner_id subject_id reference")
        .rows(
            """
            BC-2024-01 | circular28-annex1 | 2024 | ministry | 2024-12-20 | 2024-12-23 | | | 88/BC-HVSPS
            BC-2024-02 | circular28-annex1 | 2024 | province | 2024-12-20 | 2024-12-24 | | | 88/BC-HVSPS
            BC-2024-03 | circular28-annex1 | 2024 | parent | 2024-12-20 | 2024-12-20 | | | 88/BC-HVSPS
            BC-2024-04 | circular28-annex2 | 2024 | ministry | 2024-12-19 | 2024-12-23 | DT01 | | 31/BC-TTSM
            BC-2024-05 | circular28-annex2 | 2024 | province | 2024-12-19 | 2024-12-20 | DT01 | | 31/BC-TTSM
            BC-2024-06 | circular28-annex2 | 2024 | commune | 2024-12-19 | 2024-12-19 | DT01 | | 31/BC-TTSM
            BC-2024-11 | circular28-13.1b | 2024 | ministry | 2024-05-20 | 2024-05-23 | | QD-2024-025 | 412/HVSPS-ĐT
            BC-2025-01 | circular28-annex1 | 2025 | ministry | 2025-12-22 | 2025-12-24 | | | 91/BC-HVSPS
            BC-2025-02 | circular28-annex1 | 2025 | province | 2025-12-30 | 2026-01-05 | | | 91/BC-HVSPS
            BC-2025-03 | circular28-annex1 | 2025 | parent | 2025-12-31 | 2025-12-31 | | | 91/BC-HVSPS
            BC-2025-04 | circular28-annex2 | 2025 | ministry | 2025-12-18 | 2025-12-22 | DT01 | | 29/BC-TTSM
            BC-2025-05 | circular28-annex2 | 2025 | province | 2025-12-18 | 2025-12-19 | DT01 | | 29/BC-TTSM
            BC-2025-06 | circular28-annex2 | 2025 | commune | 2026-01-06 | 2026-01-06 | DT01 | | 29/BC-TTSM
            BC-2026-11 | circular28-13.1b | 2026 | ministry | 2026-05-07 | 2026-05-11 | | QD-2026-112 | 388/HVSPS-ĐT
            """);
  }

  /** Nobody has registered Educational Management. */
  private static Sheet accreditation() {
    return new Sheet(
            "accreditation",
            "accreditation_id program_id registered_on assessed_on decided_on result valid_to")
        .rows("KD-01 | CNGD-TX | 2026-03-02 | 2026-09-18 | | pending |");
  }
}
