package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;

/** Places of teaching, the partner and its contracts, quotas, holidays. */
final class Places {
  private Places() {}

  static List<Sheet> sheets() {
    return List.of(sites(), partner(), contracts(), quotas(), sessions(), holidays());
  }

  private static Sheet sites() {
    return new Sheet("site", "site_id name type partner_id address province old_province")
        .rows(
            """
            TSC | Trụ sở chính | head_seat | | 12 đường Học Liệu, phường Tri Thức | Hà Nội |
            PH | Phân hiệu Hải Phòng | branch | | 5 đường Bạch Đằng, phường Thành Đông | Hải Phòng | Hải Dương
            SM | Trung tâm GDNN – GDTX Sao Mai | partner | DT01 | 8 đường Sao Mai, phường Bình Minh | Ninh Bình | Hà Nam
            NVH | Nhà văn hóa phường Bình Minh | other | | 20 đường Sao Mai, phường Bình Minh | Ninh Bình | Hà Nam
            """);
  }

  private static Sheet partner() {
    return new Sheet(
            "partner",
            "partner_id name type address province old_province commune parent abbreviation signer"
                + " signer_title")
        .rows(
            """
            DT01 | Trung tâm GDNN – GDTX Sao Mai | vocational_continuing_centre | 8 đường Sao Mai, phường Bình Minh | Ninh Bình | Hà Nam | phường Bình Minh | Sở Giáo dục và Đào tạo Ninh Bình | TTSM | Đoàn Văn Bính | Giám đốc
            """);
  }

  /** Of one programme the partner was appraised only after the contract. */
  private static Sheet contracts() {
    return new Sheet(
            "partner_contract",
            "contract_id partner_id number signed_on valid_from valid_to program_id appraised_on"
                + " evidence")
        .rows(
            """
            HD-2024-07 | DT01 | 07/2024/HĐ-ĐTTX | 2024-05-20 | 2024-06-01 | 2029-05-31 | QLGD-TX | 2024-04-25 | hop-dong/2024-07.pdf
            HD-2024-08 | DT01 | 08/2024/HĐ-ĐTTX | 2024-06-10 | 2024-06-15 | 2029-06-14 | CNGD-TX | 2024-07-02 | hop-dong/2024-08.pdf
            """);
  }

  /** The quota of 2026 of Educational Management is not split by place. */
  private static Sheet quotas() {
    return new Sheet("quota", "year program_id site_id seats")
        .rows(
            """
            2023 | CNGD-TX | TSC | 25
            2023 | CNGD-TX | PH | 10
            2024 | CNGD-TX | TSC | 25
            2024 | CNGD-TX | PH | 15
            2024 | CNGD-TX | SM | 10
            2024 | QLGD-TX | TSC | 15
            2024 | QLGD-TX | PH | 10
            2024 | QLGD-TX | SM | 15
            2025 | CNGD-TX | TSC | 20
            2025 | CNGD-TX | PH | 10
            2025 | QLGD-TX | TSC | 15
            2025 | QLGD-TX | SM | 15
            2026 | CNGD-TX | TSC | 15
            2026 | CNGD-TX | PH | 10
            2026 | CNGD-TX | SM | 5
            2026 | QLGD-TX | | 40
            """);
  }

  /** One session of teaching took place where nobody may teach; practice may be elsewhere. */
  private static Sheet sessions() {
    return new Sheet("session_place", "course_id session_id site_id nature place")
        .rows(
            """
            LHDN-2026-1 | B1 | TSC | teaching |
            LHDN-2026-1 | B2 | TSC | practice |
            LHDN-2026-1 | B3 | TSC | teaching |
            LHDN-2026-1 | B4 | | practice | Trường THCS Hoa Phượng
            LHDN-2026-1 | B5 | PH | practice |
            LHDN-2026-1 | B6 | PH | teaching |
            LHDN-2026-1 | B7 | TSC | practice |
            DGHT-2026-1 | B1 | SM | teaching |
            DGHT-2026-1 | B2 | SM | practice |
            DGHT-2026-1 | B3 | NVH | teaching | Nhà văn hóa phường Bình Minh
            DGHT-2026-1 | B4 | SM | practice |
            DGHT-2026-1 | B5 | TSC | practice |
            DGHT-2026-1 | B6 | TSC | teaching |
            DGHT-2026-1 | B7 | SM | practice |
            """);
  }

  private static Sheet holidays() {
    return new Sheet("holiday", "day name kind")
        .rows(
            """
            2024-01-01 | Tết Dương lịch | holiday
            2024-02-08 | Tết Nguyên đán | holiday
            2024-02-09 | Tết Nguyên đán | holiday
            2024-02-12 | Tết Nguyên đán | holiday
            2024-02-13 | Tết Nguyên đán | holiday
            2024-02-14 | Tết Nguyên đán | holiday
            2024-04-18 | Giỗ Tổ Hùng Vương | holiday
            2024-04-29 | Nghỉ hoán đổi | compensated_day
            2024-04-30 | Ngày Chiến thắng | holiday
            2024-05-01 | Quốc tế lao động | holiday
            2024-05-04 | Làm bù cho ngày 29/4 | working_day
            2024-09-02 | Quốc khánh | holiday
            2024-09-03 | Quốc khánh | holiday
            2025-01-01 | Tết Dương lịch | holiday
            2025-01-27 | Tết Nguyên đán | holiday
            2025-01-28 | Tết Nguyên đán | holiday
            2025-01-29 | Tết Nguyên đán | holiday
            2025-01-30 | Tết Nguyên đán | holiday
            2025-01-31 | Tết Nguyên đán | holiday
            2025-04-07 | Giỗ Tổ Hùng Vương | holiday
            2025-04-30 | Ngày Chiến thắng | holiday
            2025-05-01 | Quốc tế lao động | holiday
            2025-09-01 | Quốc khánh | holiday
            2025-09-02 | Quốc khánh | holiday
            2026-01-01 | Tết Dương lịch | holiday
            2026-02-16 | Tết Nguyên đán | holiday
            2026-02-17 | Tết Nguyên đán | holiday
            2026-02-18 | Tết Nguyên đán | holiday
            2026-02-19 | Tết Nguyên đán | holiday
            2026-02-20 | Tết Nguyên đán | holiday
            2026-04-26 | Giỗ Tổ Hùng Vương | holiday
            2026-04-27 | Nghỉ bù Giỗ Tổ Hùng Vương | compensated_day
            2026-04-30 | Ngày Chiến thắng | holiday
            2026-05-01 | Quốc tế lao động | holiday
            2026-08-22 | Làm bù cho ngày 31/8 | working_day
            2026-08-31 | Nghỉ hoán đổi | compensated_day
            2026-09-01 | Quốc khánh | holiday
            2026-09-02 | Quốc khánh | holiday
            """);
  }
}
