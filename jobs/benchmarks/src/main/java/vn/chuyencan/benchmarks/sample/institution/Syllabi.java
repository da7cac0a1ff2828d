package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The designed activities. An ordinary course has 78 hours at a distance and 12 face to face beside
 * self-study and examination; a practical one 30 and 60.
 */
final class Syllabi {
  private static final Set<String> PRACTICAL =
      Set.of("CNG308", "CNG309", "CNG403", "CNG408", "QLG308", "QLG408");

  /** Courses of which the material comes by mail. */
  private static final Set<String> BY_MAIL = Set.of("QLG406", "QLG407");

  /** Nobody has written its syllabus down. */
  private static final String WITHOUT = "QLG409";

  private final Sheet sheet =
      new Sheet(
          "syllabus_activity",
          "version_id course_code activity_id title type mode synchronous hours interaction"
              + " lms_activity_ids session_ids");

  private Syllabi() {}

  static List<Sheet> sheets() {
    Syllabi syllabi = new Syllabi();
    for (Programme programme : Programme.all()) {
      for (CourseOf course : programme.courses()) {
        syllabi.regular(programme.regularVersion(), course.code());
        programme.versions().forEach(version -> syllabi.distance(version, course.code()));
      }
    }
    return List.of(syllabi.sheet);
  }

  private void distance(String version, String code) {
    if (code.equals(WITHOUT)) {
      return;
    }
    if (PRACTICAL.contains(code)) {
      row(version, code, "HD1", "Thực hành tập trung|practice|face_to_face|yes|60|both", "", "");
      row(version, code, "HD2", "Học liệu số|material|network|no|15|", "", "");
      row(version, code, "HD3", "Buổi hướng dẫn trực tuyến|attend|network|yes|6|both", "", "");
      row(version, code, "HD4", "Bài tập, sản phẩm|assignment|network|no|6|", "", "");
      row(version, code, "HD5", "Hỏi đáp|consultation|network|no|3|lecturer_learner", "", "");
    } else if (code.equals(Catalogue.FLIPPED)) {
      ordinary(version, code, "network", "B1 B2 B3 B4 B5 B6 B7", watched(5), done(28), "");
      row(
          version,
          code,
          "HD5",
          "Hỏi đáp, thảo luận|consultation|network|no|6|both",
          "DD1 DD2 DD3 DD4 DD5",
          "");
    } else if (code.equals(Catalogue.ASSESSMENT)) {
      // No advice is designed, and the seminar is one that was cancelled.
      String forums = "DD1 DD2 DD3 DD4 DD5";
      ordinary(version, code, "network", "B1 B2 B3 B4 B5 B6 B7", watched(6), done(12), forums);
      row(version, code, "HD8", "Hội thảo trực tuyến|attend|network|yes|4|both", "", "B8");
    } else {
      ordinary(version, code, BY_MAIL.contains(code) ? "mail" : "network", "", "", "", "");
      row(version, code, "HD5", "Hỏi đáp|consultation|network|no|6|lecturer_learner", "", "");
    }
    row(version, code, "HD6", "Tự học|self_study|self_study||41|", "", "");
    row(version, code, "HD7", "Thi kết thúc học phần|exam|face_to_face||4|", "", "");
  }

  private void ordinary(
      String version,
      String code,
      String materials,
      String sessions,
      String watched,
      String done,
      String live) {
    row(version, code, "HD1", "Buổi tập trung|attend|face_to_face|yes|12|both", "", sessions);
    row(version, code, "HD2", "Buổi học trực tuyến|attend|network|yes|12|both", live, "");
    String material = "Học với học liệu|material|" + materials + "|no|30|";
    row(version, code, "HD3", material, watched, "");
    row(version, code, "HD4", "Bài tập đánh giá|assignment|network|no|30|", done, "");
  }

  /** 45 hours in class, 10 of 55 online. */
  private void regular(String version, String code) {
    row(version, code, "HD1", "Lên lớp|attend|face_to_face|yes|45|both", "", "");
    row(version, code, "HD2", "Học liệu trực tuyến|material|network|no|10|", "", "");
    row(version, code, "HD3", "Thi kết thúc học phần|exam|face_to_face||2|", "", "");
  }

  private void row(
      String version, String code, String id, String design, String places, String sessions) {
    String[] cell = design.split("\\|", -1);
    sheet.row(
        version, code, id, cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], places, sessions);
  }

  private static String watched(int weeks) {
    return IntStream.rangeClosed(1, weeks)
        .mapToObj(week -> "VID" + week + " TRANG" + week + " BHTT" + week)
        .collect(Collectors.joining(" "));
  }

  private static String done(int exercises) {
    return IntStream.rangeClosed(1, exercises)
        .mapToObj(index -> index < 10 ? "BT0" + index : "BT" + index)
        .collect(Collectors.joining(" ", "", " NOPSP NOPTH DGCHEO"));
  }
}
