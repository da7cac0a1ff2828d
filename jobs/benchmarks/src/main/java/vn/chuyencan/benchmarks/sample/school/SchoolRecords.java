package vn.chuyencan.benchmarks.sample.school;

import java.util.List;
import vn.chuyencan.benchmarks.sample.institution.Sheet;

/** Materials, software, documents, publications, training and the reviews of the semesters. */
final class SchoolRecords {
  /** The functions of the platform; the last of 9.2c was never tried and has no proof. */
  private static final String PLATFORM = "2a1 2a2 2a3 2a4 2b1 2b2 2b3 2c1 2c2 2c3 2c4 2c5";

  /** The live room does not let pupils talk to each other (9.1b2). */
  private static final String LIVE = "1a1 1a2 1a3 1a4 1a5 1a6 1b1";

  private SchoolRecords() {}

  static List<Sheet> sheets() {
    return List.of(
        materials(),
        software(),
        functions(),
        documents(),
        publications(),
        training(),
        reviews(),
        sent());
  }

  /** HL-04 was approved before the team had passed it, HL-05 used before it was approved. */
  private static Sheet materials() {
    return new Sheet(
            "material",
            "material_id course_code kind medium title team_approved_on approved_on first_used_on"
                + " owner")
        .rows(
            """
            HL-01 | TIN10 | main | digital | Bài giảng Tin học 10: mạng máy tính | 2025-08-20 | 2025-08-25 | 2025-12-09 | Trường
            HL-02 | TOAN11 | main | audio_video | Video Toán 11: dãy số | 2025-08-21 | 2025-08-25 | 2025-12-10 | Trường
            HL-03 | HOA12 | supplementary | digital | Mô phỏng thí nghiệm Hóa 12 | 2025-09-10 | 2025-09-10 | 2026-03-17 | Nhà cung cấp
            HL-04 | TIN10 | supplementary | digital | Bộ câu hỏi luyện tập Tin học 10 | 2025-09-20 | 2025-09-15 | 2026-01-06 | Trường
            HL-05 | TOAN11 | supplementary | digital | Phiếu học tập Toán 11: hình không gian | 2026-02-25 | 2026-03-06 | 2026-03-04 | Trường
            """);
  }

  private static Sheet software() {
    return new Sheet("software", "software_id name vendor main_functions kind used_from used_to")
        .rows(
            """
            LMS | Moodle | Moodle Pty Ltd | Quản lý học tập, bài tập, kiểm tra, hỏi đáp | asynchronous | 2023-09-05 |
            PHONG | Jitsi Meet | 8x8 | Phòng học trực tuyến: hình, tiếng, chia sẻ màn hình | synchronous | 2024-09-05 |
            """);
  }

  private static Sheet functions() {
    Sheet sheet = new Sheet("software_function", "software_id function evidence tested_on");
    for (String point : LIVE.split(" ", -1)) {
      sheet.row("PHONG", "C09-9." + point, "kiem-thu/2025/phong.pdf", "2025-08-26");
    }
    for (String point : PLATFORM.split(" ", -1)) {
      boolean never = point.equals("2c5");
      sheet.row(
          "LMS", "C09-9." + point, never ? "" : "kiem-thu/2025/lms.pdf", never ? "" : "2025-08-27");
    }
    return sheet;
  }

  /** No C09-8.2; of 15.1 đ only a list of years ago; Toán has no plan by month in person. */
  private static Sheet documents() {
    Sheet sheet =
        new Sheet(
            "document", "document_id code subject_id period mode title number issued_on signer");
    sheet.rows(
        """
        HS-01 | C09-8.1a | | | | Tập minh chứng Điều 9, 10, 15 | | 2026-01-20 | Trần Văn Bách
        HS-02 | C09-8.1b | | | | Sao lưu dữ liệu hệ thống học kỳ 1 | | 2026-01-20 | Trần Văn Bách
        HS-03 | C09-8.1d | | | | Hồ sơ kiểm tra, đánh giá | | 2026-05-28 | Trần Văn Bách
        HS-04 | C09-10.2 | | | | Quy định bảo vệ dữ liệu cá nhân | 09/QĐ-THPTĐX | 2025-09-01 | Trần Văn Bách
        HS-05 | C09-15.1a | | | | Quyết định hình thức dạy học trực tuyến | 12/QĐ-THPTĐX | 2025-09-05 | Trần Văn Bách
        HS-06 | C09-15.1b | | | | Kế hoạch dạy học trực tuyến | 31/KH-THPTĐX | 2025-09-05 | Trần Văn Bách
        HS-07 | C09-15.1c | | | | Kế hoạch bồi dưỡng giáo viên | 32/KH-THPTĐX | 2025-09-05 | Trần Văn Bách
        HS-08 | C09-15.1d | | | | Phân công trách nhiệm | 13/QĐ-THPTĐX | 2025-09-05 | Trần Văn Bách
        HS-09 | C09-15.1e | | | | Danh mục học liệu | | 2024-08-30 | Trần Văn Bách
        HS-10 | C09-15.1f | | | | Thông báo cho học sinh và cha mẹ học sinh | 40/TB-THPTĐX | 2025-09-12 | Trần Văn Bách
        HS-11 | C09-15.1g | | | | Báo cáo thực hiện kế hoạch | | 2026-01-19 | Trần Văn Bách
        HS-12 | C09-15.1h | | | | Sổ thu nhận sản phẩm học tập | | 2026-05-28 | Trần Văn Bách
        """);
    for (String subject : List.of("TIN10", "TOAN11", "Hóa-học")) {
      for (String mode : List.of("online", "in_person")) {
        for (String period : List.of("week", "month", "year")) {
          boolean lacking =
              subject.equals("TOAN11") && mode.equals("in_person") && period.equals("month");
          if (!lacking) {
            sheet.row(
                "KH-" + sheet.lines().size(),
                "C09-8.1c",
                subject,
                period,
                mode,
                "Kế hoạch dạy học",
                "",
                "2025-09-05",
                "Trần Văn Bách");
          }
        }
      }
    }
    return sheet;
  }

  /** The page of the conditions was last seen before the year. */
  private static Sheet publications() {
    String at = "https://thptdongxanh.example/cong-khai/";
    return new Sheet("publication", "publication_id item url first_seen_on last_seen_on")
        .row("CK-01", "C09-15.4a", at + "quy-dinh", "2025-09-08", "2026-07-01")
        .row("CK-02", "C09-15.4b", at + "ke-hoach", "2025-09-08", "2026-07-01")
        .row("CK-03", "C09-15.4c", at + "dieu-kien", "2025-09-08", "2025-12-01")
        .row("CK-04", "C09-15.4d", at + "hoc-phi", "2025-09-08", "");
  }

  /** GV03 was never trained. */
  private static Sheet training() {
    return new Sheet("training_record", "record_id person_id group topic held_on")
        .rows(
            """
            BD-01 | GV01 | lecturer | distance_methods | 2025-08-22
            BD-02 | GV02 | lecturer | it_skills | 2025-08-22
            """);
  }

  /** The second review came a week after the thirty days. */
  private static Sheet reviews() {
    return new Sheet(
            "review_record", "review_id kind term held_on difficulties causes proposals file")
        .rows(
            """
            DG-HK1 | semester_review | HK1-2025 | 2026-01-23 | Đường truyền ở hai thôn còn yếu; 5 học sinh phải học chung thiết bị. | Chưa có trạm phát sóng gần; gia đình khó khăn. | Đề nghị hỗ trợ 10 máy tính bảng và mở rộng vùng phủ sóng. | danh-gia/hk1.pdf
            DG-HK2 | semester_review | HK2-2025 | 2026-07-06 | Lũ lụt kéo dài, một số giờ học không vào được hệ thống. | Mất điện trên diện rộng từ ngày 11 đến ngày 16/5. | Đề nghị trang bị máy phát điện dự phòng. | danh-gia/hk2.pdf
            """);
  }

  /** The commune never got the second one. */
  private static Sheet sent() {
    return new Sheet(
            "report_submission", "submission_id form year recipient sent_on received_on reference")
        .rows(
            """
            GUI-01 | circular09-review | 2026 | education_department | 2026-01-26 | 2026-01-27 | 05/BC-THPTĐX
            GUI-02 | circular09-review | 2026 | commune | 2026-01-26 | 2026-01-26 | 05/BC-THPTĐX
            GUI-03 | circular09-review | 2026 | education_department | 2026-07-08 | 2026-07-09 | 41/BC-THPTĐX
            """);
  }
}
