package vn.chuyencan.benchmarks.sample.institution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One student of one programme.
 *
 * @param id identifier of the person
 * @param cohort intake
 * @param site place of study at first
 * @param level entry level
 * @param exempt recognised credits; empty for none
 * @param area admission area
 */
record Student(String id, Cohort cohort, String site, String level, String exempt, String area) {
  /** The students who are in the course runs are those of the third year. */
  private static final int IN_COURSE_RUNS = 60;

  private static final List<String> LEVELS =
      List.of(
          "upper_secondary",
          "college",
          "upper_secondary",
          "intermediate",
          "college",
          "upper_secondary",
          "university",
          "upper_secondary");
  private static final List<String> AREAS = List.of("kv1", "kv2", "kv2_nt", "kv3", "kv2");
  private static final Map<String, String> EXEMPT =
      Map.of("college", "36", "university", "48", "intermediate", "12");

  /** Intake → first number, and how many study at the head seat, the branch, the partner. */
  private static final Map<String, int[]> NUMBERS =
      Map.of(
          "CNGD-TX-K2024", new int[] {1, 18, 10, 8},
          "QLGD-TX-K2024", new int[] {37, 8, 6, 10},
          "CNGD-TX-K2023", new int[] {61, 20, 4, 0},
          "CNGD-TX-K2025", new int[] {85, 12, 8, 0},
          "CNGD-TX-K2026", new int[] {105, 10, 6, 4},
          "QLGD-TX-K2025", new int[] {125, 8, 0, 10},
          "QLGD-TX-K2026", new int[] {143, 8, 4, 6});

  private static final int REGULAR_A_YEAR = 2;

  /** All students, distance first. */
  static List<Student> all() {
    List<Student> students = new ArrayList<>();
    for (Cohort cohort : Cohort.distance()) {
      int[] numbers = NUMBERS.get(cohort.id());
      for (int index = 0; index < numbers[1] + numbers[2] + numbers[3]; index++) {
        String site = index < numbers[1] ? "TSC" : index < numbers[1] + numbers[2] ? "PH" : "SM";
        students.add(distance(numbers[0] + index, cohort, site));
      }
    }
    int number = 1;
    for (Cohort cohort : Cohort.regular()) {
      for (int index = 0; index < REGULAR_A_YEAR; index++) {
        String id = String.format(Locale.ROOT, "CQ%03d", number++);
        students.add(new Student(id, cohort, "TSC", "upper_secondary", "", "kv2"));
      }
    }
    return students;
  }

  /** Those whom the course runs do not know. */
  static List<Student> others() {
    return all().stream().filter(student -> student.number() > IN_COURSE_RUNS).toList();
  }

  private static Student distance(int number, Cohort cohort, String site) {
    String id = String.format(Locale.ROOT, "HV%03d", number);
    String level =
        switch (id) {
          // Four who came with a degree and were first to graduate.
          case "HV061", "HV062", "HV063", "HV064" -> "university";
          case "HV069", "HV130" -> "unknown";
          case "HV110", "HV145" -> "postgraduate";
          default -> LEVELS.get(number % LEVELS.size());
        };
    // One has more recognised than half of the programme.
    String exempt = id.equals("HV124") ? "63" : EXEMPT.getOrDefault(level, "");
    return new Student(id, cohort, site, level, exempt, AREAS.get(number % AREAS.size()));
  }

  /** Running number of all people; those of regular programmes come after the others. */
  int number() {
    int own = Integer.parseInt(id.substring(2));
    return id.startsWith("HV") ? own : 200 + own;
  }

  String name() {
    return Names.of(number());
  }

  boolean isRegular() {
    return id.startsWith("CQ");
  }
}
