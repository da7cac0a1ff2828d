package vn.chuyencan.benchmarks.sample.institution;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One main and one supplementary material of every course, a few of them not as they should be. */
final class Materials {
  private static final String REVIEWED = "2026-06-10";

  private final Sheet sheet =
      new Sheet(
          "material",
          "material_id course_code version_id kind medium title team_approved_on appraised_on"
              + " approved_on first_used_on reviewed_on change planned_for owner");

  private Materials() {}

  static List<Sheet> sheets() {
    Materials materials = new Materials();
    Set<String> seen = new HashSet<>();
    for (Programme programme : Programme.all()) {
      for (CourseOf course : programme.courses()) {
        if (seen.add(course.code())) {
          materials.main(course);
          materials.supplementary(course);
        }
      }
    }
    // What replaces older material this year stands beside it.
    materials.row(
        "HL-GDC102-C2",
        "GDC102",
        "main|digital",
        "Tin học đại cương (sửa đổi)",
        LocalDate.of(2026, 6, 15),
        "2026-09-07",
        "",
        "revised");
    materials.row(
        "HL-GDC104-C2",
        "GDC104",
        "main|digital",
        "Kỹ năng học từ xa (sửa đổi)",
        LocalDate.of(2026, 6, 15),
        "2026-09-07",
        "",
        "revised");
    return List.of(materials.sheet);
  }

  private void main(CourseOf course) {
    String id = "HL-" + course.code() + "-C";
    if (course.code().equals("QLG408")) {
      sheet.row(
          id,
          course.code(),
          "",
          "main",
          "digital",
          "Bài giảng: " + course.title(),
          "",
          "",
          "",
          "",
          "",
          "",
          "2026-12-15",
          "Học viện Sư phạm số");
      return;
    }
    String medium =
        switch (course.code()) {
          // The first is taught over the network; the others by mail.
          case "GDC205", "QLG406", "QLG407" -> "print";
          default -> "digital";
        };
    String used = used(course);
    String reviewed = course.code().equals("GDC108") ? "2025-04-10" : reviewed(approved(course));
    row(
        id,
        course.code(),
        "main|" + medium,
        "Bài giảng: " + course.title(),
        approved(course),
        used,
        reviewed,
        "new");
  }

  private void supplementary(CourseOf course) {
    String medium = course.term() % 2 == 0 ? "digital" : "audio_video";
    LocalDate approved =
        course.code().equals("QLG304") ? LocalDate.of(2026, 10, 1) : approved(course);
    String used = used(course);
    row(
        "HL-" + course.code() + "-B",
        course.code(),
        "supplementary|" + medium,
        "Bổ trợ: " + course.title(),
        approved,
        used,
        reviewed(approved),
        "new");
  }

  private void row(
      String id,
      String code,
      String form,
      String title,
      LocalDate approved,
      String used,
      String reviewed,
      String change) {
    String[] kind = form.split("\\|", -1);
    sheet.row(
        id,
        code,
        "",
        kind[0],
        kind[1],
        title,
        approved.minusDays(25),
        approved.minusDays(10),
        approved,
        used,
        reviewed,
        change,
        "",
        "Học viện Sư phạm số");
  }

  /** Years 1 and 2 before the first intake opened, the later ones a year and more ahead. */
  private static LocalDate approved(CourseOf course) {
    boolean management = course.code().startsWith("QLG");
    return switch (course.year()) {
      case 1, 2 -> management ? LocalDate.of(2024, 4, 19) : LocalDate.of(2023, 4, 14);
      case 3 -> management ? LocalDate.of(2025, 5, 16) : LocalDate.of(2024, 5, 10);
      default -> management ? LocalDate.of(2026, 5, 22) : LocalDate.of(2025, 5, 16);
    };
  }

  private static String used(CourseOf course) {
    List<String> days =
        Curriculum.TAUGHT.get(course.code().startsWith("QLG") ? "QLGD-TX-2024" : "CNGD-TX-2023");
    return course.term() <= days.size() ? days.get(course.term() - 1) : "";
  }

  /** All that was approved before this year was looked over in June. */
  private static String reviewed(LocalDate approved) {
    return approved.getYear() < 2026 ? REVIEWED : "";
  }
}
