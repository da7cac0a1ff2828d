package vn.chuyencan.benchmarks.sample.institution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The registers that an institution keeps for its supervisors: two distance programmes and their
 * regular counterparts, three places, one partner, four intakes. All of it is invented; what is not
 * as the law wants it stands in {@link Planted}.
 */
public final class InstitutionRegisters {
  private InstitutionRegisters() {}

  /** Register → its header and rows. */
  public static Map<String, List<List<String>>> all() {
    return Stream.of(
            Curriculum.sheets(),
            Syllabi.sheets(),
            Places.sheets(),
            Students.sheets(),
            Workforce.sheets(),
            Assignments.sheets(),
            Materials.sheets(),
            Decisions.sheets(),
            Systems.sheets(),
            Feedback.sheets(),
            Exams.sheets(),
            Rooms.sheets(),
            CoursePackage.sheets(),
            Evidence.sheets())
        .flatMap(List::stream)
        .collect(Collectors.toMap(Sheet::name, Sheet::lines, (one, other) -> one, TreeMap::new));
  }

  /** Identifier → name of the students whom no course run has. */
  public static Map<String, String> people() {
    Map<String, String> people = new LinkedHashMap<>();
    Student.others().forEach(student -> people.put(student.id(), student.name()));
    return people;
  }

  /** Course run → the course of which it is a section. */
  public static String courseCode(String run) {
    return run.startsWith("LHDN") ? Catalogue.FLIPPED : Catalogue.ASSESSMENT;
  }
}
