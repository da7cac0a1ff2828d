package vn.chuyencan.benchmarks.sample.school;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import vn.chuyencan.benchmarks.sample.institution.Sheet;

/** Activities on the platform, work handed in, periodic assessments and the gradebook. */
final class SchoolAssessments {
  private SchoolAssessments() {}

  static List<Sheet> sheets() {
    return List.of(activities(), submissions(), examinations(), grades());
  }

  private static Sheet activities() {
    Sheet sheet =
        new Sheet("activity", "course_id activity_id iri kind title forum_kind counted max_score");
    for (String course : List.of(School.INFORMATICS, School.MATHEMATICS, School.CHEMISTRY)) {
      sheet
          .row(
              course,
              "HOI",
              School.moduleIri(course, "forum", 1),
              "forum",
              "Hỏi đáp",
              "collective",
              "",
              "")
          .row(course, "BAI", School.moduleIri(course, "page", 2), "page", "Bài đọc", "", "", "")
          .row(
              course,
              "KT15",
              School.moduleIri(course, "quiz", 3),
              "exercise",
              "Luyện tập",
              "",
              "yes",
              "10");
    }
    return sheet.row(
        School.INFORMATICS,
        "NOP",
        School.moduleIri(School.INFORMATICS, "assign", 4),
        "assignment",
        "Sản phẩm số",
        "",
        "",
        "");
  }

  /** HS01 and HS02 handed in; HS03 did not; the teacher looked the next day. */
  private static Sheet submissions() {
    return new Sheet(
            "submission_check",
            "course_id learner_id activity_id artefact submitted_at link_status content_status"
                + " check_status checked_by checked_on")
        .rows(
            """
            10A1-TIN | HS01 | NOP | product | 2026-03-04T19:00:00+07:00 | accessible | displays | correct | GV01 | 2026-03-05
            10A1-TIN | HS02 | NOP | product | 2026-03-04T20:00:00+07:00 | accessible | displays | correct | GV01 | 2026-03-05
            10A1-TIN | HS03 | NOP | product | | unchecked | unchecked | unchecked | |
            """);
  }

  /** KT-11 was online and nobody says why; KT-10 and KT-12 are exceptions that were decided. */
  private static Sheet examinations() {
    return new Sheet(
            "exam_session",
            "exam_id course_id course_code kind mode held_on candidates force_majeure_reason"
                + " decision_id")
        .rows(
            """
            KT-01 | 10A1-TIN | TIN10 | midterm | in_person | 2025-10-28 | 6 | |
            KT-02 | 11B2-TOAN | TOAN11 | midterm | in_person | 2025-10-29 | 4 | |
            KT-03 | 12C1-HOA | HOA12 | midterm | in_person | 2025-10-30 | 5 | |
            KT-04 | 10A1-TIN | TIN10 | final | in_person | 2026-01-08 | 6 | |
            KT-05 | 11B2-TOAN | TOAN11 | final | in_person | 2026-01-09 | 4 | |
            KT-06 | 12C1-HOA | HOA12 | final | in_person | 2026-01-09 | 5 | |
            KT-07 | 10A1-TIN | TIN10 | midterm | in_person | 2026-03-24 | 6 | |
            KT-08 | 11B2-TOAN | TOAN11 | midterm | in_person | 2026-03-25 | 5 | |
            KT-09 | 12C1-HOA | HOA12 | midterm | in_person | 2026-03-26 | 3 | |
            KT-10 | 12C1-HOA | HOA12 | midterm | online | 2026-03-18 | 2 | Thủy đậu, lớp cách ly | QD-LOP-01
            KT-11 | 10A1-TIN | TIN10 | final | online | 2026-05-21 | 6 | |
            KT-12 | 11B2-TOAN | TOAN11 | final | online | 2026-05-15 | 1 | Lũ lụt | QD-BK-01
            KT-13 | 11B2-TOAN | TOAN11 | final | in_person | 2026-05-22 | 3 | |
            KT-14 | 12C1-HOA | HOA12 | final | in_person | 2026-05-23 | 5 | |
            """);
  }

  /** Regular marks: two in 10A1, one in 11B2, three in 12C1. HS09 has no mark of the year. */
  private static Sheet grades() {
    Sheet sheet =
        new Sheet(
            "grade",
            "course_id learner_id component_id component_name kind score max_score state"
                + " graded_on");
    ofClass(sheet, School.INFORMATICS, 1, 6, 2, "KT-07");
    ofClass(sheet, School.MATHEMATICS, 7, 11, 1, "KT-08");
    ofClass(sheet, School.CHEMISTRY, 12, 16, 3, "KT-09");
    return sheet;
  }

  private static void ofClass(
      Sheet sheet, String course, int first, int last, int marks, String midterm) {
    Set<String> without = Set.of("HS09", "HS10");
    IntStream.rangeClosed(first, last)
        .forEach(
            index -> {
              String pupil = SchoolPeople.pupil(index);
              for (int mark = 1; mark <= marks; mark++) {
                String name = "Đánh giá thường xuyên " + mark;
                sheet.row(
                    course,
                    pupil,
                    "TX" + mark,
                    name,
                    "manual",
                    6 + index % 4,
                    10,
                    "graded",
                    "2026-02-1" + mark);
              }
              sheet.row(
                  course,
                  pupil,
                  midterm,
                  "Giữa kỳ 2",
                  "manual",
                  5 + index % 5,
                  10,
                  "graded",
                  "2026-03-30");
              if (!without.contains(pupil)) {
                sheet.row(
                    course,
                    pupil,
                    "course",
                    "Cả năm",
                    "course",
                    6 + index % 3,
                    10,
                    "graded",
                    "2026-05-28");
              }
            });
  }
}
