package vn.chuyencan.benchmarks.sample.institution;

import java.util.List;
import java.util.Map;

/**
 * Who taught what. In 2026 visiting lecturers carry exactly 30 % of Educational Technology (31.5 of
 * 105 credits, and 30 % in each term); of Educational Management they carry 28 of 75 credits, 16 of
 * them (21.3 %) lecturers of the partner, who in the last term have no more than exactly 20 %.
 */
final class Assignments {
  private static final List<String> TECHNOLOGY =
      List.of("GV01", "GV03", "GV04", "GV05", "GV06", "GV07", "GV08", "GV13", "GV15");
  private static final List<String> MANAGEMENT =
      List.of("GV02", "GV09", "GV10", "GV11", "GV12", "GV14", "GV16");

  /** Programme and term → place in the term's list → visiting lecturer. */
  private static final Map<String, Map<Integer, String>> VISITING =
      Map.of(
          "CNGD-TX HK2-2024", Map.of(0, "GV17", 3, "GV18"),
          "CNGD-TX HK1-2025", Map.of(0, "GV17", 2, "GV18", 11, "GV17", 13, "GV20"),
          "CNGD-TX HK2-2025", Map.of(0, "GV17", 3, "GV18", 6, "GV19", 9, "GV17", 12, "+GV18"),
          "CNGD-TX HK1-2026",
              Map.of(0, "GV17", 2, "GV18", 4, "GV19", 11, "GV17", 14, "GV18", 17, "GV19"),
          "QLGD-TX HK2-2024", Map.of(0, "GV21"),
          "QLGD-TX HK1-2025", Map.of(1, "GV22", 4, "GV20"),
          "QLGD-TX HK2-2025", Map.of(0, "GV21", 3, "GV22", 6, "GV20", 9, "+GV23"),
          "QLGD-TX HK1-2026",
              Map.of(5, "GV21", 6, "GV17", 8, "GV22", 9, "GV18", 11, "GV23", 12, "GV20"));

  private final Sheet sheet =
      new Sheet(
          "teaching_assignment",
          "assignment_id year term program_id course_code course_id staff_id role credits hours");
  private int number;
  private int turn;

  private Assignments() {}

  static List<Sheet> sheets() {
    Assignments assignments = new Assignments();
    Programme technology = Programme.TECHNOLOGY;
    Programme management = Programme.MANAGEMENT;
    assignments.term("2025", "HK2-2024", technology, TECHNOLOGY, 4, 2);
    assignments.term("2025", "HK2-2024", management, MANAGEMENT, 2);
    assignments.term("2025", "HK1-2025", technology, TECHNOLOGY, 5, 3, 1);
    assignments.term("2025", "HK1-2025", management, MANAGEMENT, 3, 1);
    assignments.others("2025", "HK1-2025");
    assignments.term("2026", "HK2-2025", technology, TECHNOLOGY, 6, 4, 2);
    assignments.term("2026", "HK2-2025", management, MANAGEMENT, 4, 2);
    assignments.term("2026", "HK1-2026", technology, TECHNOLOGY, 7, 5, 3, 1);
    assignments.term("2026", "HK1-2026", management, MANAGEMENT, 5, 3, 1);
    assignments.others("2026", "HK1-2026");
    return List.of(assignments.sheet);
  }

  /** The courses of these terms of the plan, one for each intake that studies. */
  private void term(
      String year, String term, Programme programme, List<String> own, int... planTerms) {
    Map<Integer, String> visiting = VISITING.get(programme.id() + " " + term);
    int place = 0;
    for (int planTerm : planTerms) {
      for (CourseOf course : programme.coursesOf(planTerm)) {
        String visitor = visiting.getOrDefault(place++, "");
        String run = term.equals("HK1-2026") ? run(course.code()) : "";
        if (visitor.startsWith("+")) {
          // Shared: a partner's lecturer takes one credit of three, another visitor half.
          boolean partner = visitor.equals("+GV23");
          lecturer(year, term, programme, course, run, visitor.substring(1), partner ? "1" : "1.5");
          lecturer(year, term, programme, course, run, next(own), partner ? "2" : "1.5");
        } else {
          String staff = run.isEmpty() ? visitor.isEmpty() ? next(own) : visitor : lecturerOf(run);
          lecturer(year, term, programme, course, run, staff, "3");
        }
      }
    }
  }

  private String next(List<String> own) {
    return own.get(turn++ % own.size());
  }

  private static String run(String code) {
    return switch (code) {
      case Catalogue.FLIPPED -> "LHDN-2026-1";
      case Catalogue.ASSESSMENT -> "DGHT-2026-1";
      default -> "";
    };
  }

  private static String lecturerOf(String run) {
    return run.startsWith("LHDN") ? "GV01" : "GV02";
  }

  private void lecturer(
      String year,
      String term,
      Programme programme,
      CourseOf course,
      String run,
      String staff,
      String credits) {
    row(year, term, programme.id(), course.code(), run, staff, "lecturer", credits);
  }

  private void others(String year, String term) {
    for (String staff : List.of("HT01", "HT03", "HT04")) {
      row(year, term, "CNGD-TX", "", "", staff, "support", "");
    }
    for (String staff : List.of("HT02", "HT03", "HT05")) {
      row(year, term, "QLGD-TX", "", "", staff, "support", "");
    }
    for (String staff : List.of("QL01", "QL02")) {
      row(year, term, "CNGD-TX", "", "", staff, "manager", "");
    }
    for (String staff : List.of("QL02", "QL03")) {
      row(year, term, "QLGD-TX", "", "", staff, "manager", "");
    }
  }

  private void row(
      String year,
      String term,
      String program,
      String course,
      String run,
      String staff,
      String role,
      String credits) {
    number++;
    sheet.row("PC-" + number, year, term, program, course, run, staff, role, credits, "");
  }
}
