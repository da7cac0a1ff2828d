package vn.chuyencan.benchmarks.sample.school;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.benchmarks.sample.institution.Sheet;

/**
 * The invented school «Trường THPT Đồng Xanh»: three classes, 16 pupils and three teachers of the
 * school year 2025-2026, as far as Circular 09/2021 asks about them. What is not as the law wants
 * it stands in {@link SchoolPlanted}.
 */
public final class School {
  static final String SITE = "https://lms.thptdongxanh.example";

  /** The classes, by the identifiers of their course runs. */
  static final String INFORMATICS = "10A1-TIN";

  static final String MATHEMATICS = "11B2-TOAN";
  static final String CHEMISTRY = "12C1-HOA";

  private School() {}

  /** Register → its header and rows. */
  public static Map<String, List<List<String>>> registers() {
    return Stream.of(
            SchoolPeople.sheets(),
            SchoolLessons.sheets(),
            SchoolAssessments.sheets(),
            SchoolRecords.sheets())
        .flatMap(List::stream)
        .collect(Collectors.toMap(Sheet::name, Sheet::lines, (one, other) -> one, TreeMap::new));
  }

  /** File below {@code statements} → its lines. */
  public static Map<String, String> statements() {
    return Map.of("2025-2026.ndjson", SchoolStatements.text());
  }

  /** The number of a class on the platform. */
  static int number(String course) {
    return switch (course) {
      case INFORMATICS -> 31;
      case MATHEMATICS -> 32;
      default -> 33;
    };
  }

  static String courseIri(String course) {
    return SITE + "/course/view.php?id=" + number(course);
  }

  /** An activity of a class: 1 is its forum, 2 its page, 3 its quiz, 4 its assignment. */
  static String moduleIri(String course, String module, int place) {
    return SITE + "/mod/" + module + "/view.php?id=" + (number(course) * 10 + place);
  }
}
