package vn.chuyencan.benchmarks.sample.school;

import java.util.List;
import java.util.Locale;
import vn.chuyencan.benchmarks.sample.institution.Sheet;

/** Pupils, teachers, their classes, accounts and identifiers. */
final class SchoolPeople {
  /** HS01 to HS16. */
  private static final List<String> PUPILS =
      List.of(
          "Nguyễn Gia Bảo",
          "Trần Khánh Chi",
          "Lê Hoàng Duy",
          "Phạm Thu Giang",
          "Đinh Văn Hiếu",
          "Bùi Ngọc Lan",
          "Hoàng Đức Minh",
          "Vũ Thảo Nguyên",
          "Đỗ Quang Phúc",
          "Ngô Hải Quỳnh",
          "Đặng Minh Sơn",
          "Mai Thanh Tâm",
          "Phan Thị Uyên",
          "Tạ Quốc Việt",
          "Lương Như Ý",
          "Cao Tuấn Anh");

  private static final List<String> TEACHERS =
      List.of("Nguyễn Thị Hồng", "Lê Văn Khoa", "Phạm Thị Loan");

  private SchoolPeople() {}

  static List<Sheet> sheets() {
    Sheet learners = new Sheet("learner", "learner_id full_name note");
    Sheet identities = new Sheet("identity", "learner_id kind home_page identifier");
    Sheet numbers = new Sheet("person_number", "person_id sector_code citizen_number");
    for (int index = 1; index <= PUPILS.size(); index++) {
      String id = pupil(index);
      learners.row(id, PUPILS.get(index - 1), "");
      identities.row(id, "account", School.SITE, account(id));
      // HS06 was given the code of HS05; HS16 has none; the citizen's number of HS11 is not known.
      String code = String.format(Locale.ROOT, "37%06d", index == 6 ? 5 : index);
      String citizen = String.format(Locale.ROOT, "0372%08d", 9000 + index);
      if (index < 16) {
        numbers.row(id, code, index == 11 ? "" : citizen);
      }
    }
    // HS09 has a second account on the platform.
    identities.row("HS09", "account", School.SITE, "299");
    for (int index = 1; index <= TEACHERS.size(); index++) {
      String id = "GV0" + index;
      learners.row(id, TEACHERS.get(index - 1), "");
      identities.row(id, "account", School.SITE, account(id));
      numbers.row(id, "3790000" + index, "03718500000" + index);
    }
    return List.of(learners, identities, numbers, classes(), enrolments());
  }

  private static Sheet classes() {
    Sheet runs = new Sheet("course_run", "course_id title iri opens_on closes_on course_code");
    for (String[] run :
        new String[][] {
          {School.INFORMATICS, "10A1 – Tin học", "TIN10"},
          {School.MATHEMATICS, "11B2 – Toán", "TOAN11"},
          {School.CHEMISTRY, "12C1 – Hóa học", "HOA12"}
        }) {
      runs.row(run[0], run[1], School.courseIri(run[0]), "2025-09-08", "2026-05-29", run[2]);
    }
    return runs;
  }

  /** HS10 left in April, HS11 came in February. */
  private static Sheet enrolments() {
    Sheet sheet = new Sheet("enrolment", "course_id learner_id role enrolled_on left_on");
    for (int index = 1; index <= PUPILS.size(); index++) {
      String course =
          index <= 6 ? School.INFORMATICS : index <= 11 ? School.MATHEMATICS : School.CHEMISTRY;
      sheet.row(
          course,
          pupil(index),
          "learner",
          index == 11 ? "2026-02-02" : "2025-09-08",
          index == 10 ? "2026-04-10" : "");
    }
    return sheet
        .row(School.INFORMATICS, "GV01", "lecturer", "2025-09-08", "")
        .row(School.MATHEMATICS, "GV02", "lecturer", "2025-09-08", "")
        .row(School.CHEMISTRY, "GV03", "lecturer", "2025-09-08", "");
  }

  static String pupil(int index) {
    return String.format(Locale.ROOT, "HS%02d", index);
  }

  /** The account on the platform: pupils from 201, teachers from 11. */
  static String account(String id) {
    int number = Integer.parseInt(id.substring(2));
    return Integer.toString(id.startsWith("GV") ? 10 + number : 200 + number);
  }

  /** The full name of a pupil or teacher. */
  static String name(String id) {
    return (id.startsWith("GV") ? TEACHERS : PUPILS).get(Integer.parseInt(id.substring(2)) - 1);
  }
}
