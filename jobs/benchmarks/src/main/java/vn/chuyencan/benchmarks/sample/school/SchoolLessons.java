package vn.chuyencan.benchmarks.sample.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.chuyencan.benchmarks.sample.institution.Sheet;

/** The plan of lessons, the head's decisions, and who was in the lessons online. */
final class SchoolLessons {
  private static final List<String> ALL = List.of("HS01", "HS02", "HS03", "HS04", "HS05", "HS06");

  /** Of 10A1: session, day, and who was not there. */
  private static final List<Map.Entry<String, String>> SESSIONS =
      List.of(
          Map.entry("T01", "2025-12-09"),
          Map.entry("T03", "2026-01-06"),
          Map.entry("T04", "2026-03-03"),
          Map.entry("T06", "2026-05-12"),
          Map.entry("T07", "2026-05-15"));

  private SchoolLessons() {}

  static List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>(List.of(terms(), lessons(), decisions(), rooms()));
    sheets.addAll(attendance());
    return sheets;
  }

  private static Sheet terms() {
    return new Sheet("term_calendar", "term academic_year starts_on ends_on main")
        .rows(
            """
            HK1-2025 | 2025-2026 | 2025-09-08 | 2026-01-16 | yes
            HK2-2025 | 2025-2026 | 2026-01-19 | 2026-05-29 | yes
            """);
  }

  /** M04 names no requirement and, as T08, was never given; M06 has no decision that holds. */
  private static Sheet lessons() {
    return new Sheet(
            "lesson_plan",
            "course_id lesson_id subject planned_on mode requirements decision_id reason"
                + " delivered_on")
        .rows(
            """
            10A1-TIN | T01 | Tin học | 2025-12-09 | support | TIN10.C1 | QD-01 | | 2025-12-09
            10A1-TIN | T02 | Tin học | 2025-12-16 | in_person | TIN10.C2 | | | 2025-12-16
            10A1-TIN | T03 | Tin học | 2026-01-06 | support | TIN10.C3 | QD-01 | | 2026-01-06
            10A1-TIN | T04 | Tin học | 2026-03-03 | support | TIN10.D1 | QD-01 | | 2026-03-03
            10A1-TIN | T05 | Tin học | 2026-03-10 | in_person | TIN10.D2 | | | 2026-03-10
            10A1-TIN | T06 | Tin học | 2026-05-12 | replace | TIN10.F1 TIN10.F2 | QD-BK-01 | Lũ lụt | 2026-05-12
            10A1-TIN | T07 | Tin học | 2026-05-14 | replace | TIN10.F3 | QD-BK-01 | Lũ lụt | 2026-05-15
            10A1-TIN | T08 | Tin học | 2026-05-19 | support | TIN10.F4 | QD-01 | |
            11B2-TOAN | M01 | Toán | 2025-12-10 | support | TOAN11.DS1 | QD-01 | | 2025-12-10
            11B2-TOAN | M02 | Toán | 2026-01-07 | in_person | TOAN11.DS2 | | | 2026-01-07
            11B2-TOAN | M03 | Toán | 2026-03-04 | support | TOAN11.HH1 | QD-01 | | 2026-03-04
            11B2-TOAN | M04 | Toán | 2026-04-08 | support | | QD-01 | |
            11B2-TOAN | M05 | Toán | 2026-05-13 | replace | TOAN11.HH2 | QD-BK-01 | Lũ lụt | 2026-05-13
            11B2-TOAN | M06 | Toán | 2026-05-20 | replace | TOAN11.HH3 | QD-BK-01 | Lũ lụt | 2026-05-20
            12C1-HOA | H01 | Hóa học | 2025-12-11 | in_person | HOA12.1 | | | 2025-12-11
            12C1-HOA | H02 | Hóa học | 2026-03-17 | replace | HOA12.2 | QD-LOP-01 | Thủy đậu, lớp cách ly | 2026-03-17
            12C1-HOA | H03 | Hóa học | 2026-03-19 | replace | HOA12.3 | QD-LOP-01 | Thủy đậu, lớp cách ly | 2026-03-19
            12C1-HOA | H04 | Hóa học | 2026-04-14 | support | HOA12.4 | QD-01 | | 2026-04-14
            """);
  }

  private static Sheet decisions() {
    return new Sheet(
            "decision",
            "decision_id kind number signed_on effective_on valid_until signer signer_role"
                + " school_class")
        .rows(
            """
            QD-01 | online_teaching | 12/QĐ-THPTĐX | 2025-09-05 | 2025-09-08 | 2026-05-29 | Trần Văn Bách | principal |
            QD-LOP-01 | force_majeure | 18/QĐ-THPTĐX | 2026-03-16 | | 2026-03-21 | Trần Văn Bách | principal | 12C1-HOA
            QD-BK-01 | force_majeure | 27/QĐ-THPTĐX | 2026-05-11 | | 2026-05-16 | Trần Văn Bách | principal |
            """);
  }

  /** Teachers and pupils of 10A1 and 11B2 in the live room; 12C1 keeps no log of it. */
  private static Sheet rooms() {
    Sheet sheet =
        new Sheet(
            "live_log",
            "entry_id room_id room_kind course_id session_id person_id person_kind joined_at"
                + " left_at");
    for (Map.Entry<String, String> session : SESSIONS) {
      for (String person : List.of("GV01", "HS01", "HS02")) {
        stay(sheet, School.INFORMATICS, session.getKey(), person, session.getValue());
      }
    }
    List.of("GV02", "HS07", "HS08")
        .forEach(one -> stay(sheet, School.MATHEMATICS, "", one, "2025-12-10"));
    List.of("GV02", "HS07").forEach(one -> stay(sheet, School.MATHEMATICS, "", one, "2026-03-04"));
    List.of("GV02", "HS07", "HS08", "HS09")
        .forEach(one -> stay(sheet, School.MATHEMATICS, "", one, "2026-05-13"));
    return sheet;
  }

  private static void stay(Sheet sheet, String course, String session, String who, String day) {
    boolean teacher = who.startsWith("GV");
    sheet.row(
        String.format(Locale.ROOT, "PH-%03d", sheet.lines().size()),
        course + "-" + day,
        "class",
        course,
        session,
        who,
        teacher ? "lecturer" : "learner",
        day + (teacher ? "T07:55:00+07:00" : "T08:00:00+07:00"),
        day + "T08:45:00+07:00");
  }

  /** Only 10A1 calls the roll. */
  private static List<Sheet> attendance() {
    Sheet sessions =
        new Sheet(
            "class_session",
            "course_id session_id title plenary practice starts_at ends_at status");
    Sheet attendance = new Sheet("attendance", "course_id session_id learner_id status");
    for (Map.Entry<String, String> session : SESSIONS) {
      String day = session.getValue();
      sessions.row(
          School.INFORMATICS,
          session.getKey(),
          "Tiết " + session.getKey(),
          "yes",
          "no",
          day + "T08:00:00+07:00",
          day + "T08:45:00+07:00",
          "held");
      for (String pupil : ALL) {
        attendance.row(School.INFORMATICS, session.getKey(), pupil, status(session, pupil));
      }
    }
    return List.of(sessions, attendance);
  }

  private static String status(Map.Entry<String, String> session, String pupil) {
    if (pupil.equals("HS05") && session.getKey().equals("T03")) {
      return "absent";
    }
    boolean flood = session.getValue().startsWith("2026-05");
    return pupil.equals("HS06") && flood ? "excused" : "present";
  }
}
