package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;

/**
 * The package of the course CNG305 as it goes onto the ministry's platform (Decision 3784): two
 * chapters in two weeks, a few things of it not as the guideline wants them.
 */
final class CoursePackage {
  private static final String COURSE = Catalogue.FLIPPED;

  private CoursePackage() {}

  static List<Sheet> sheets() {
    return List.of(items(), questions(), trial());
  }

  /**
   * Nobody answers questions in week 2, its exercises came a day late, the syllabus says nothing of
   * an online final, one video does not open, one exercise has no hint, one reference no year, one
   * item no owner.
   */
  private static Sheet items() {
    Sheet sheet =
        new Sheet(
            "package_item",
            "course_code item_id kind title chapter lesson week starts_on published_on path url"
                + " reached_on reached contents language silent class_hours sequence has_hint author"
                + " issued_in publisher owner licence state_funded");
    String lines =
        """
        TT | general_information | Thông tin chung | | | | | 2026-02-20 | | thong-tin | yes | | vi | | | | | | HVSPS
        DC | syllabus | Đề cương chi tiết | | | | | 2026-02-20 | | de-cuong | yes | 1 2 3 4 5 6 6a 7a 7b 8a 8b 8c 8d | vi | | | | | | HVSPS
        S1 | slides | Chương 1: Lớp học đảo ngược là gì | 1 | 1.1 | 1 | 2026-03-02 | 2026-02-26 | hoc-lieu/CNG305/slide-1.pptx | slide-1 | yes | name author unit contents objectives summary details wrap_up next | vi | | 1 | | | | HVSPS
        S2 | slides | Chương 2: Thiết kế kịch bản | 2 | 2.1 | 2 | 2026-03-09 | 2026-03-05 | hoc-lieu/CNG305/slide-2.pptx | slide-2 | yes | name author unit contents objectives details wrap_up next | vi | | 2 | | | | HVSPS
        D1 | reading | Reading 1: Flipped learning | 1 | | | | 2026-02-26 | hoc-lieu/CNG305/reading-1.pdf | doc-1 | yes | | en | | | | | | HVSPS
        D2 | reading | Reading 2: Writing a scenario | 2 | | | | 2026-03-05 | hoc-lieu/CNG305/reading-2.pdf | doc-2 | yes | | en | | | | | | HVSPS
        V1 | lecture_video | Bài giảng 1.1 | 1 | 1.1 | 1 | 2026-03-02 | 2026-02-26 | | video-1 | yes | | vi | no | | 1 | | | HVSPS
        V2 | lecture_video | Bài giảng 1.2 | 1 | 1.2 | 1 | 2026-03-02 | 2026-02-26 | | video-2 | yes | | vi | no | | 3 | | | HVSPS
        V3 | lecture_video | Bài giảng 2.1 | 2 | 2.1 | 2 | 2026-03-09 | 2026-03-05 | | video-3 | no | | vi | no | | 5 | | | HVSPS
        Q1 | interactive_questions | Câu hỏi tương tác chương 1 | 1 | | 1 | 2026-03-02 | 2026-02-26 | | cau-hoi-1 | yes | | vi | | | | | | HVSPS
        Q2 | interactive_questions | Câu hỏi tương tác chương 2 | 2 | | 2 | 2026-03-09 | 2026-03-05 | | cau-hoi-2 | yes | | vi | | | | | | HVSPS
        Q3 | assessment_questions | Câu hỏi kết thúc chương, giữa kỳ, cuối kỳ | | | | | 2026-02-26 | | cau-hoi-3 | yes | | vi | | | | | | HVSPS
        E1 | exercises | Bài tập chương 1 | 1 | | 1 | 2026-03-02 | 2026-02-26 | | bai-tap-1 | yes | | vi | | | | yes | | HVSPS
        E2 | exercises | Bài tập chương 2 | 2 | | 2 | 2026-03-09 | 2026-03-10 | | bai-tap-2 | yes | | vi | | | | no | | HVSPS
        Y1 | before_lesson | Trước tuần 1 | | | 1 | 2026-03-02 | 2026-02-26 | | y-1 | yes | | vi | | | | | | HVSPS
        Y2 | before_lesson | Trước tuần 2 | | | 2 | 2026-03-09 | 2026-03-05 | | y-2 | yes | | vi | | | | | | HVSPS
        H1 | study_guide | Hướng dẫn tự học tuần 1 | | | 1 | 2026-03-02 | 2026-02-26 | | h-1 | yes | | vi | | | | | | HVSPS
        H2 | study_guide | Hướng dẫn tự học tuần 2 | | | 2 | 2026-03-09 | 2026-03-05 | | h-2 | yes | | vi | | | | | | HVSPS
        B1 | exercise_guide | Hướng dẫn bài tập tuần 1 | | | 1 | 2026-03-02 | 2026-02-26 | | b-1 | yes | | vi | | | | | | HVSPS
        B2 | exercise_guide | Hướng dẫn bài tập tuần 2 | | | 2 | 2026-03-09 | 2026-03-05 | | b-2 | yes | | vi | | | | | | HVSPS
        G1 | answers | Giải đáp tuần 1 | | | 1 | 2026-03-02 | 2026-02-26 | | g-1 | yes | | vi | | | | | | HVSPS
        L1 | material_guide | Sử dụng tài liệu tuần 1 | | | 1 | 2026-03-02 | 2026-02-26 | | l-1 | yes | | vi | | | | | | HVSPS
        L2 | material_guide | Sử dụng tài liệu tuần 2 | | | 2 | 2026-03-09 | 2026-03-05 | | l-2 | yes | | vi | | | | | | HVSPS
        R1 | references | Dạy học trực tuyến | | | | | 2026-02-26 | | r-1 | yes | | vi | | | | | Nguyễn Minh Châu | HVSPS
        R2 | references | Thiết kế kịch bản dạy học | | | | | 2026-02-26 | | r-2 | yes | | vi | | | | | Lê Văn Tám |
        """;
    lines.lines().forEach(line -> item(sheet, line.split("\\|", -1)));
    return sheet;
  }

  private static void item(Sheet sheet, String[] cells) {
    String[] c = new String[cells.length];
    for (int place = 0; place < cells.length; place++) {
      c[place] = cells[place].strip();
    }
    boolean reference = c[1].equals("references");
    boolean complete = c[0].equals("R1");
    sheet.row(
        COURSE,
        c[0],
        c[1],
        c[2],
        c[3],
        c[4],
        c[5],
        c[6],
        c[7],
        c[8],
        "https://mooc.hvsp.example/cng305/" + c[9],
        "2026-03-20",
        c[10],
        c[11],
        c[12],
        c[13],
        c[14],
        c[15],
        c[16],
        c[17],
        complete ? "2024" : "",
        reference ? "Nhà xuất bản Giáo dục" : "",
        c[18],
        "tự làm",
        "no");
  }

  /**
   * Chapter 1 has 20 different questions; chapter 2 has 20, two of them the same text, one without
   * a hint. The midterm gives 30, the final 49 of 60.
   */
  private static Sheet questions() {
    Sheet sheet =
        new Sheet(
            "question_item",
            "course_code question_id use kind chapter lesson sequence stem has_hint level delivered"
                + " answers difficulty discrimination");
    for (int chapter = 1; chapter <= 2; chapter++) {
      for (int number = 1; number <= 20; number++) {
        boolean interactive = number <= 8;
        boolean same = chapter == 2 && number == 20;
        boolean bare = chapter == 2 && number == 10;
        sheet.row(
            COURSE,
            "C%d-%02d".formatted(chapter, number),
            interactive ? "interactive" : "chapter_end",
            number % 10 == 0 ? "situation" : number % 2 == 0 ? "true_false" : "multiple_choice",
            chapter,
            interactive && chapter == 1 ? "1.1" : interactive ? "2.1" : "",
            number == 1 ? 4 * chapter - 2 : "",
            "c%d%02d".formatted(chapter, same ? 19 : number),
            bare ? "no" : "yes",
            number <= 8 ? "remember" : number <= 14 ? "understand" : number <= 18 ? "apply" : "",
            "",
            chapter == 1 && number <= 4 ? 24 : "",
            chapter == 1 && number <= 4
                ? List.of("0.875", "0.75", "0.5", "0.125").get(number - 1)
                : "",
            chapter == 1 && number <= 4
                ? List.of("0.31", "0.42", "0.27", "-0.08").get(number - 1)
                : "");
      }
    }
    for (int number = 1; number <= 30; number++) {
      examination(sheet, "G-%02d".formatted(number), "midterm", number % 2 + 1, true);
    }
    for (int number = 1; number <= 60; number++) {
      examination(sheet, "K-%02d".formatted(number), "final", number % 2 + 1, number <= 49);
    }
    return sheet;
  }

  private static void examination(
      Sheet sheet, String id, String use, int chapter, boolean delivered) {
    sheet.row(
        COURSE,
        id,
        use,
        "multiple_choice",
        chapter,
        "",
        "",
        "",
        "yes",
        "",
        delivered ? "yes" : "no",
        "",
        "",
        "");
  }

  /** No expert gave an opinion on the trial. */
  private static Sheet trial() {
    return new Sheet(
            "package_trial",
            "course_code trial_id started_on ended_on weeks_planned weeks_taught load_tested_users"
                + " learner_responses lecturer_responses expert_responses results changes")
        .row(
            COURSE,
            "TN-1",
            "2026-03-02",
            "2026-03-15",
            2,
            2,
            500,
            21,
            2,
            0,
            "thu-nghiem/ket-qua.xlsx",
            "thu-nghiem/chinh-sua.docx");
  }
}
