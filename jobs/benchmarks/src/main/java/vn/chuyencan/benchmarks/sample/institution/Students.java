package vn.chuyencan.benchmarks.sample.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Intakes, admissions, what became of everybody, and graduation. */
final class Students {
  private static final Set<String> NEVER_CAME = Set.of("HV085", "HV105", "HV106", "HV143");

  private Students() {}

  static List<Sheet> sheets() {
    return List.of(cohorts(), admissions(), statuses(), graduations());
  }

  private static Sheet cohorts() {
    Sheet sheet =
        new Sheet(
            "cohort",
            "cohort_id program_id version_id name admission_open_on starts_on academic_year_start");
    for (List<Cohort> cohorts : List.of(Cohort.regular(), Cohort.distance())) {
      for (Cohort cohort : cohorts) {
        sheet.row(
            cohort.id(),
            cohort.program(),
            cohort.version(),
            "Khóa " + cohort.year(),
            cohort.opens(),
            cohort.starts(),
            cohort.starts());
      }
    }
    return sheet;
  }

  private static Sheet admissions() {
    Sheet sheet =
        new Sheet(
            "admission",
            "student_id program_id cohort_id site_id admitted_on enrolled_on decision_on"
                + " entry_level exempt_credits area");
    for (Student student : Student.all()) {
      Cohort cohort = student.cohort();
      String admitted = admitted(student);
      sheet.row(
          student.id(),
          cohort.program(),
          cohort.id(),
          student.site(),
          admitted,
          arrival(student).isEmpty() ? enrolled(student) : "",
          admitted,
          student.level(),
          student.exempt(),
          student.area());
    }
    return sheet;
  }

  /** One was admitted on the very day on which Circular 28 came into force. */
  private static String admitted(Student student) {
    return student.id().equals("HV084") ? "2024-02-12" : student.cohort().admitted();
  }

  /** The day of enrolment; empty for who never came. */
  static String enrolled(Student student) {
    if (NEVER_CAME.contains(student.id())) {
      return "";
    }
    return student.id().equals("HV084") ? "2024-02-26" : student.cohort().enrolled();
  }

  /** The day on which the student came from another institution; empty for all others. */
  static String arrival(Student student) {
    return switch (student.id()) {
      case "HV089" -> "2026-02-23";
      case "HV127" -> "2026-03-02";
      default -> "";
    };
  }

  /** Students of distance programmes who study on this day. */
  static List<String> studyingOn(String day) {
    return Student.all().stream()
        .filter(student -> !student.isRegular() && studies(student, day))
        .map(Student::id)
        .toList();
  }

  private static boolean studies(Student student, String day) {
    String since = arrival(student).isEmpty() ? enrolled(student) : arrival(student);
    boolean came = !since.isEmpty() && since.compareTo(day) <= 0;
    List<Fate> fates =
        Fate.of(student).stream().filter(fate -> fate.from().compareTo(day) <= 0).toList();
    return came && (fates.isEmpty() || fates.get(fates.size() - 1).status().equals("studying"));
  }

  private static Sheet statuses() {
    Sheet sheet =
        new Sheet(
            "student_status",
            "student_id program_id status from to site_id decision_number decision_on");
    for (Student student : Student.all()) {
      String enrolled = enrolled(student);
      if (enrolled.isEmpty()) {
        continue;
      }
      boolean arrived = !arrival(student).isEmpty();
      Fate current =
          new Fate(
              student.id(),
              arrived ? "transferred_in" : "studying",
              arrived ? arrival(student) : enrolled,
              "",
              arrived ? "064/QĐ-HVSPS" : "",
              arrived ? "2026-02-20" : "");
      for (Fate next : Fate.of(student)) {
        row(sheet, student, current, LocalDate.parse(next.from()).minusDays(1).toString());
        current = next;
      }
      row(sheet, student, current, "");
    }
    return sheet;
  }

  private static void row(Sheet sheet, Student student, Fate fate, String until) {
    sheet.row(
        student.id(),
        student.cohort().program(),
        fate.status(),
        fate.from(),
        until,
        fate.site(),
        fate.number(),
        fate.decided());
  }

  /** The last of the four waited longer than three months for the decision. */
  private static Sheet graduations() {
    return new Sheet(
            "graduation",
            "student_id program_id considered_on met_on credits compulsory_done outcomes_met"
                + " average_4 retaken_credits disciplined barred class decision_number decision_on")
        .rows(
            """
            HV061 | CNGD-TX | 2026-06-19 | 2026-05-29 | 120 | yes | yes | 3.24 | 3 | no | no | very_good | 198/QĐ-HVSPS | 2026-06-30
            HV062 | CNGD-TX | 2026-06-19 | 2026-05-29 | 120 | yes | yes | 2.87 | 0 | no | no | good | 198/QĐ-HVSPS | 2026-06-30
            HV063 | CNGD-TX | 2026-06-19 | 2026-05-29 | 120 | yes | yes | 3.21 | 9 | no | no | good | 198/QĐ-HVSPS | 2026-06-30
            HV064 | CNGD-TX | 2026-11-12 | 2026-05-29 | 123 | yes | yes | 2.31 | 6 | no | no | average | 410/QĐ-HVSPS | 2026-11-16
            HV070 | CNGD-TX | 2026-06-19 | | 111 | no | yes | 2.44 | 0 | no | no | | |
            """);
  }
}
