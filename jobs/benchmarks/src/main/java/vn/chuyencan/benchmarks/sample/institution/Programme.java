package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;

/**
 * One distance programme, its regular counterpart and the versions in which it is taught.
 *
 * @param id identifier of the distance programme
 * @param regular identifier of the regular programme of the same major
 * @param majors its own courses; the others are {@link Catalogue#SHARED}
 * @param versions versions of the distance programme
 * @param regularVersion version of the regular programme
 */
record Programme(
    String id,
    String regular,
    List<CourseOf> majors,
    List<String> versions,
    String regularVersion) {
  static final Programme TECHNOLOGY =
      new Programme(
          "CNGD-TX",
          "CNGD-CQ",
          Catalogue.TECHNOLOGY,
          List.of("CNGD-TX-2023", "CNGD-TX-2024"),
          "CNGD-CQ-2018");
  static final Programme MANAGEMENT =
      new Programme(
          "QLGD-TX", "QLGD-CQ", Catalogue.MANAGEMENT, List.of("QLGD-TX-2024"), "QLGD-CQ-2021");

  static List<Programme> all() {
    return List.of(TECHNOLOGY, MANAGEMENT);
  }

  /** All forty courses in the order of the plan: five a term, three credits each. */
  List<CourseOf> courses() {
    return Catalogue.ordered(majors);
  }

  /** The five courses of a term of the plan. */
  List<CourseOf> coursesOf(int term) {
    return courses().stream().filter(course -> course.term() == term).toList();
  }
}
