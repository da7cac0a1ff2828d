package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;
import java.util.Set;

/** Rules, facilities, what is public, and what was reviewed. */
final class Evidence {
  private static final String SIGNER = "Trần Quang Duệ";

  /** Studying at the branch in the first year: nobody told them how they fared. */
  private static final Set<String> UNTOLD =
      Set.of("HV097", "HV098", "HV099", "HV100", "HV101", "HV102", "HV103", "HV104");

  private Evidence() {}

  static List<Sheet> sheets() {
    return List.of(documents(), inventory(), publications(), reviews());
  }

  /** The rules say nothing of the security of learning data, the optional point 8 is absent. */
  private static Sheet documents() {
    Sheet sheet =
        new Sheet(
            "document",
            "document_id code subject_id period mode title number issued_on signer external_members"
                + " reviewed_on evidence");
    document(
        sheet,
        "Quy chế đào tạo từ xa",
        "015/QĐ-HVSPS",
        "2024-03-01",
        "C28-5.6 C28-9.9a C28-9.9b C28-9.9c C28-9.9d C28-9.9e C28-7.3a C28-12.1a C28-12.1b"
            + " C28-13.1d C28-14.3a");
    document(
        sheet,
        "Phương án phòng ngừa, xử lý rủi ro",
        "024/QĐ-HVSPS",
        "2024-04-25",
        "C28-13.1đ C28-5.8đ");
    document(
        sheet,
        "Quy định đào tạo trực tuyến",
        "052/QĐ-HVSPS",
        "2024-08-05",
        "C30-12.5 C30-10.1 C30-10.3 C30-8.2 C30-11.1 C30-11.2 C30-11.3 C30-11.4 C30-11.5 C30-11.6"
            + " C30-11.7");
    document(sheet, "Hồ sơ cấp độ an toàn thông tin", "061/QĐ-HVSPS", "2024-10-14", "C30-8.1");
    document(
        sheet,
        "Chính sách bảo vệ dữ liệu cá nhân",
        "003/QĐ-HVSPS",
        "2026-01-12",
        "X-PD-6a X-PD-6b X-PD-6c X-PD-6d X-PD-6e");
    document(sheet, "Bản kê mã băm dữ liệu năm 2024", "", "2025-01-20", "C28-14.3b");
    document(sheet, "Bản kê mã băm dữ liệu năm 2025", "", "2026-01-19", "C28-14.3b");
    steps(sheet);
    return sheet;
  }

  /**
   * How the course package came about (Decision 3784): the internal council met before the opinions
   * were there (II.B4 before II.B3), and the videos were never appraised (III.B7).
   */
  private static void steps(Sheet sheet) {
    String[][] days = {
      {"I.B", "2025-09-03", "2025-09-10", "2025-09-17", "2025-09-24", "2025-10-01"},
      {"II.B", "2025-10-08", "2025-10-15", "2025-11-05", "2025-10-29", "2025-11-12", "2025-11-19"},
      {
        "III.B",
        "2025-11-26",
        "2025-12-03",
        "2025-12-10",
        "2025-12-17",
        "2025-12-24",
        "2026-01-07",
        "",
        "2026-02-18"
      },
      {"IV.B", "", "", "", "", "2026-03-18", "2026-03-25"}
    };
    for (String[] part : days) {
      for (int step = 1; step < part.length; step++) {
        if (!part[step].isEmpty()) {
          String code = "Q3784-" + part[0] + step;
          boolean outside = code.equals("Q3784-II.B5") || code.equals("Q3784-III.B5");
          sheet.row(
              "HL-" + code,
              code,
              Catalogue.FLIPPED,
              "",
              "",
              "Hồ sơ học liệu số " + Catalogue.FLIPPED + ", bước " + part[0] + step,
              "",
              part[step],
              SIGNER,
              outside ? "2" : "",
              "",
              "hoc-lieu/ho-so/" + part[0] + step + ".pdf");
        }
      }
    }
  }

  private static void document(
      Sheet sheet, String title, String number, String day, String points) {
    for (String point : points.split(" ", -1)) {
      sheet.row(
          "VB-" + day + "-" + point,
          point,
          "",
          "",
          "",
          title,
          number,
          day,
          SIGNER,
          "",
          "2026-06-01",
          "van-ban/" + day + ".pdf");
    }
  }

  /** There is no office for managers and support staff. */
  private static Sheet inventory() {
    return new Sheet(
            "inventory", "item_id code name course_code site_id quantity unit evidence reviewed_on")
        .rows(
            """
            TP-1 | C28-2.5.1 | Trung tâm Đào tạo từ xa | | TSC | 6 | người | dieu-kien/2.5-1.pdf | 2026-06-10
            TP-2 | C28-2.5.2 | Hệ thống văn bản đào tạo từ xa | | | 12 | văn bản | dieu-kien/2.5-2.pdf | 2026-06-10
            TP-3 | C28-2.5.3 | Chương trình đào tạo từ xa | | | 2 | chương trình | dieu-kien/2.5-3.pdf | 2026-06-10
            TP-4 | C28-2.5.4 | Kho học liệu số | | | 121 | học liệu | dieu-kien/2.5-4.pdf | 2026-06-10
            TP-5 | C28-2.5.5 | Đội ngũ giảng viên, cán bộ | | | 39 | người | dieu-kien/2.5-5.pdf | 2026-06-10
            TP-6 | C28-2.5.6 | Hệ thống quản lý học tập | | | 1 | hệ thống | dieu-kien/2.5-6.pdf | 2026-06-10
            TP-7 | C28-2.5.7 | Ngân hàng câu hỏi, tổ chức thi | | | 1 | hệ thống | dieu-kien/2.5-7.pdf | 2026-06-10
            TP-8 | C28-2.5.8 | Hạ tầng máy chủ, hỗ trợ kỹ thuật | | TSC | 1 | hệ thống | dieu-kien/2.5-8.pdf | 2026-06-10
            CS-1 | C28-5.8a.1 | Phòng kỹ thuật A2-105 | | TSC | 64 | m² | dieu-kien/5.8a.pdf | 2026-06-10
            CS-3 | C28-5.8b.1 | Máy chủ, thiết bị ghi hình | | TSC | 14 | thiết bị | dieu-kien/5.8b-1.pdf | 2026-06-10
            CS-4 | C28-5.8b.2 | Hệ thống quản lý đào tạo HVSPS | | | 1 | hệ thống | dieu-kien/5.8b-2.pdf | 2026-06-10
            CS-5 | C28-5.8c.1 | Cổng thông tin đào tạo từ xa | | | 1 | hệ thống | dieu-kien/5.8c-1.pdf | 2026-06-10
            CS-6 | C28-5.8c.2 | Máy chủ học liệu | | | 2 | máy chủ | dieu-kien/5.8c-2.pdf | 2026-06-10
            CS-7 | C28-5.8c.3 | Chức năng theo dõi của LMS | | | 1 | hệ thống | dieu-kien/5.8c-3.pdf | 2026-06-10
            CS-8 | C28-5.8c.4 | Kho hồ sơ học tập có mã hóa | | | 1 | hệ thống | dieu-kien/5.8c-4.pdf | 2026-06-10
            CS-9 | C28-5.8c.5 | Diễn đàn, phòng trực tuyến, thư điện tử | | | 3 | kênh | dieu-kien/5.8c-5.pdf | 2026-06-10
            TV-1 | C28-5.8d.1 | Đầu sách, giáo trình | | TSC | 4120 | đầu sách | dieu-kien/5.8d-1.pdf | 2026-06-10
            TV-2 | C28-5.8d.1 | Giáo trình của học phần | CNG305 | | 6 | đầu sách | dieu-kien/5.8d-1.pdf | 2026-06-10
            TV-3 | C28-5.8d.2 | Cơ sở dữ liệu điện tử | | | 3 | cơ sở dữ liệu | dieu-kien/5.8d-2.pdf | 2026-06-10
            """);
  }

  private static Sheet publications() {
    return new Sheet(
            "publication",
            "publication_id item program_id cohort_id url first_seen_on last_seen_on updated_on")
        .rows(
            """
            CK-01 | C28-14.4a | | | https://hvsp.example/cong-khai/quy-che | 2024-03-04 | 2026-11-20 | 2026-09-15
            CK-02 | C28-14.4b | CNGD-TX | | https://hvsp.example/cong-khai/cngd/quyet-dinh | 2023-05-04 | 2026-11-20 | 2026-09-15
            CK-03 | C28-14.4c | CNGD-TX | | https://hvsp.example/cong-khai/cngd/chuong-trinh | 2023-05-04 | 2026-11-20 | 2026-09-15
            CK-04 | C28-14.4d | CNGD-TX | | https://hvsp.example/cong-khai/cngd/dieu-kien | 2023-05-05 | 2026-11-20 | 2026-09-15
            CK-05 | C28-14.4đ | CNGD-TX | CNGD-TX-K2026 | https://hvsp.example/tuyen-sinh/2026/cngd | 2026-04-24 | 2026-11-20 | 2026-04-24
            CK-06 | C28-14.4b | QLGD-TX | | https://hvsp.example/cong-khai/qlgd/quyet-dinh | 2024-05-10 | 2026-11-20 | 2026-09-15
            CK-07 | C28-14.4c | QLGD-TX | | https://hvsp.example/cong-khai/qlgd/chuong-trinh | 2024-05-13 | 2026-11-20 | 2026-09-15
            CK-08 | C28-14.4d | QLGD-TX | | https://hvsp.example/cong-khai/qlgd/dieu-kien | 2024-09-20 | 2026-11-20 | 2026-09-15
            CK-09 | C28-14.4đ | QLGD-TX | QLGD-TX-K2026 | https://hvsp.example/tuyen-sinh/2026/qlgd | 2026-04-24 | 2026-11-20 | 2026-04-24
            CK-11 | C28-3.4 | CNGD-TX | CNGD-TX-K2023 | https://hvsp.example/chuong-trinh/cngd/2023 | 2023-05-02 | 2026-11-20 | 2023-05-02
            CK-12 | C28-3.4 | CNGD-TX | CNGD-TX-K2024 | https://hvsp.example/chuong-trinh/cngd/2024 | 2024-05-13 | 2026-11-20 | 2024-05-13
            CK-13 | C28-3.4 | CNGD-TX | CNGD-TX-K2025 | https://hvsp.example/chuong-trinh/cngd/2025 | 2025-04-21 | 2026-11-20 | 2025-04-21
            CK-14 | C28-3.4 | CNGD-TX | CNGD-TX-K2026 | https://hvsp.example/chuong-trinh/cngd/2026 | 2026-04-20 | 2026-11-20 | 2026-04-20
            CK-15 | C28-3.4 | QLGD-TX | QLGD-TX-K2024 | https://hvsp.example/chuong-trinh/qlgd/2024 | 2024-05-13 | 2026-11-20 | 2024-05-13
            CK-16 | C28-3.4 | QLGD-TX | QLGD-TX-K2025 | https://hvsp.example/chuong-trinh/qlgd/2025 | 2025-04-21 | 2026-11-20 | 2025-04-21
            CK-17 | C28-3.4 | QLGD-TX | QLGD-TX-K2026 | https://hvsp.example/chuong-trinh/qlgd/2026 | 2026-05-11 | 2026-11-20 | 2026-05-11
            CK-21 | C28-14.5b | | | https://hvsp.example/cong-khai/so-lieu | 2023-10-02 | 2026-11-20 | 2026-10-01
            CK-22 | C28-14.5c | | | https://hvsp.example/cong-khai/chuan-chuong-trinh | 2024-06-03 | 2026-11-20 | 2026-09-15
            CK-23 | C28-14.5d | | | https://hvsp.example/cong-khai/dieu-5 | 2024-06-03 | 2026-11-20 | 2026-05-04
            CK-31 | C28-8.1 | | | https://hvsp.example/ke-hoach/2026-2027 | 2026-07-15 | 2026-11-20 | 2026-07-15
            CK-32 | C28-9.5 | | | https://hvsp.example/ho-tro-hoc-tap | 2024-06-03 | 2026-11-20 | 2026-08-28
            """);
  }

  /**
   * In 2026 nobody reviewed the programme of Educational Management, the review of Article 5 forgot
   * one point, and that of online training asked no support staff.
   */
  private static Sheet reviews() {
    Sheet sheet =
        new Sheet(
                "review_record",
                "review_id kind subject_id term held_on lines sources difficulties causes proposals"
                    + " file")
            .rows(
                """
                RS-2025-01 | programme_review | CNGD-TX | | 2025-06-16 | | | | | | bien-ban/2025/01.pdf
                RS-2025-02 | programme_review | QLGD-TX | | 2025-06-17 | | | | | | bien-ban/2025/02.pdf
                RS-2025-03 | material_review | | | 2025-06-18 | | | | | | bien-ban/2025/03.pdf
                RS-2025-04 | article5_review | | | 2025-11-10 | C28-5.1 C28-5.2 C28-5.3 C28-5.4 C28-5.5 C28-5.6 C28-5.7 C28-5.8 C28-5.9 C28-5.10 | | | | | bien-ban/2025/04.pdf
                RS-2025-05 | internal_inspection | | | 2025-11-24 | | | | | | bien-ban/2025/05.pdf
                RS-2025-06 | c30_effectiveness | | | 2025-07-14 | | learner lecturer support_staff | | | | bien-ban/2025/06.pdf
                RS-2025-07 | improvement | KS-2025-NH | | 2025-08-20 | | learner | | | Bổ sung phụ đề video | bien-ban/2025/07.pdf
                RS-2026-01 | programme_review | CNGD-TX | | 2026-06-15 | | | | | | bien-ban/2026/01.pdf
                RS-2026-03 | material_review | | | 2026-06-10 | | | Còn học liệu chưa rà soát | Thiếu người thẩm định | Bổ sung kế hoạch quý IV | bien-ban/2026/03.pdf
                RS-2026-04 | article5_review | | | 2026-11-09 | C28-5.1 C28-5.2 C28-5.3 C28-5.4 C28-5.5 C28-5.6 C28-5.7 C28-5.8 C28-5.10 | | | | | bien-ban/2026/04.pdf
                RS-2026-05 | internal_inspection | | | 2026-11-16 | | | | | | bien-ban/2026/05.pdf
                RS-2026-06 | c30_effectiveness | | | 2026-07-13 | | learner lecturer | | | | bien-ban/2026/06.pdf
                RS-2026-07 | improvement | KS-2026-NH | | 2026-08-19 | | learner lecturer | | | Nâng cấp phòng trực tuyến | bien-ban/2026/07.pdf
                RS-2026-08 | induction | CNGD-TX-K2026 | | 2026-09-05 | | | | | | bien-ban/2026/08.pdf
                RS-2026-09 | partner_review | DT01 | | 2026-10-20 | | | | | | bien-ban/2026/09.pdf
                """);
    for (String student : Students.studyingOn("2026-06-15")) {
      if (!UNTOLD.contains(student)) {
        sheet.row(
            "TD-" + student,
            "progress_report",
            student,
            "HK2-2025",
            "2026-04-27",
            "",
            "",
            "",
            "",
            "",
            "");
      }
    }
    return sheet;
  }
}
