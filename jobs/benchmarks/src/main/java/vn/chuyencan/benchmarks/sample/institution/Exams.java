package vn.chuyencan.benchmarks.sample.institution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Examinations, their papers, who was checked at them, and what was looked over for copying. */
final class Exams {
  private static final String FLIPPED = "LHDN-2026-1";
  private static final String ASSESSMENT = "DGHT-2026-1";

  private final Sheet checks =
      new Sheet(
          "identity_check", "check_id student_id context course_id object_id at method result");
  private int number;

  private Exams() {}

  static List<Sheet> sheets() {
    Exams exams = new Exams();
    exams.identities();
    return List.of(examinations(), papers(), exams.checks, integrity());
  }

  private static Sheet examinations() {
    return new Sheet(
            "exam_session",
            "exam_id course_id course_code program_id kind mode site_id held_on candidates"
                + " force_majeure_reason decision_id council_members all_agreed recorded")
        .rows(
            """
            THI-2026-01 | | GDC110 | CNGD-TX | final | in_person | TSC | 2026-06-20 | 9 | | | | |
            THI-2026-02 | | GDC110 | CNGD-TX | final | in_person | PH | 2026-06-20 | 8 | | | | |
            THI-2026-03 | | GDC208 | QLGD-TX | final | in_person | SM | 2026-06-21 | 9 | | | | |
            THI-2026-04 | | GDC208 | QLGD-TX | final | in_person | TSC | 2026-06-21 | 9 | | | | |
            THI-2026-05 | | CNG201 | CNGD-TX | final | in_person | TSC | 2026-06-27 | 18 | | | | |
            THI-2026-06 | | CNG201 | CNGD-TX | final | in_person | SM | 2026-06-27 | 8 | | | | |
            THI-2026-07 | | GDC302 | CNGD-TX | final | online | | 2026-06-21 | 15 | Bão số 2 | QD-2026-119 | | |
            THI-2026-08 | | QLG201 | QLGD-TX | final | online | | 2026-06-28 | 24 | | | | |
            THI-2026-09 | LHDN-2026-1 | CNG305 | CNGD-TX | final | in_person | TSC | 2026-10-11 | 17 | | | | |
            THI-2026-10 | LHDN-2026-1 | CNG305 | CNGD-TX | final | in_person | PH | 2026-10-11 | 10 | | | | |
            THI-2026-11 | LHDN-2026-1 | CNG305 | CNGD-TX | final | in_person | SM | 2026-10-11 | 8 | | | | |
            THI-2026-12 | DGHT-2026-1 | GDS301 | QLGD-TX | final | in_person | TSC | 2026-11-01 | 12 | | | | |
            THI-2026-13 | DGHT-2026-1 | GDS301 | QLGD-TX | final | in_person | PH | 2026-11-01 | 7 | | | | |
            THI-2026-14 | DGHT-2026-1 | GDS301 | QLGD-TX | final | in_person | NVH | 2026-11-01 | 10 | | | | |
            THI-2026-15 | LHDN-2026-1 | CNG305 | CNGD-TX | midterm | online | | 2026-09-26 | 35 | | | | |
            THI-2026-16 | | CNG410 | CNGD-TX | thesis_defence | in_person | TSC | 2026-05-29 | 4 | | | 5 | |
            """);
  }

  /** One was confirmed after the examination, one not at all. */
  private static Sheet papers() {
    Sheet sheet = new Sheet("exam_paper", "paper_id exam_id confirmed_by confirmed_on");
    for (int exam = 1; exam <= 14; exam++) {
      String id = String.format(Locale.ROOT, "2026-%02d", exam);
      boolean management = List.of(3, 4, 8, 12, 13, 14).contains(exam);
      String day = exam <= 8 ? "2026-06-12" : exam <= 11 ? "2026-10-02" : "2026-10-23";
      boolean never = exam == 14;
      sheet.row(
          "DE-" + id,
          "THI-" + id,
          never ? "" : management ? "LD02" : "LD01",
          never ? "" : exam == 3 ? "2026-06-22" : day);
    }
    return sheet;
  }

  private void identities() {
    List<String> flipped = people(1, 36);
    List<String> assessment =
        Stream.concat(
                Stream.of("HV004", "HV005", "HV014", "HV017", "HV022", "HV033"),
                people(37, 60).stream())
            .toList();
    flipped.forEach(id -> check(id, "study", FLIPPED, "", "2026-09-07T19:30", "sso", true));
    assessment.forEach(id -> check(id, "study", ASSESSMENT, "", "2026-09-14T19:30", "sso", true));
    List<String> sat = new ArrayList<>(flipped);
    sat.remove("HV013");
    for (int index = 0; index < sat.size(); index++) {
      String method = index < 30 ? "photo" : "password";
      check(sat.get(index), "test", FLIPPED, "THI-2026-15", "2026-09-26T20:00", method, true);
    }
    for (int index = 0; index < sat.size(); index++) {
      String exam = index < 17 ? "THI-2026-09" : index < 27 ? "THI-2026-10" : "THI-2026-11";
      check(sat.get(index), "exam", FLIPPED, exam, "2026-10-11T07:40", "proctor", true);
    }
    sat.subList(0, 20)
        .forEach(
            id -> check(id, "assignment", FLIPPED, "NOPSP", "2026-10-07T20:10", "password", true));
    // Of the 29 candidates one was not checked and one was not who the photo shows.
    for (String id : assessment) {
      if (!id.equals("HV038") && !id.equals("HV060")) {
        boolean wrong = id.equals("HV056");
        String method = wrong ? "photo" : "proctor";
        check(id, "exam", ASSESSMENT, exam(id), "2026-11-01T07:40", method, !wrong);
      }
    }
  }

  private static String exam(String id) {
    int own = Integer.parseInt(id.substring(2));
    if (id.equals("HV022") || (own >= 45 && own <= 50)) {
      return "THI-2026-13";
    }
    return id.equals("HV033") || own >= 52 ? "THI-2026-14" : "THI-2026-12";
  }

  private static List<String> people(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(index -> String.format(Locale.ROOT, "HV%03d", index))
        .toList();
  }

  private void check(
      String student,
      String context,
      String course,
      String object,
      String minute,
      String method,
      boolean passed) {
    number++;
    checks.row(
        String.format(Locale.ROOT, "XT-%06d", number),
        student,
        context,
        course,
        object,
        minute + ":00+07:00",
        method,
        passed ? "passed" : "failed");
  }

  /** Five of six works were checked; one was copied, and that was dealt with. */
  private static Sheet integrity() {
    return new Sheet(
            "integrity_check",
            "check_id kind object_id program_id submitted_on checked_on similarity_percent"
                + " violation handled")
        .rows(
            """
            SC-2026-01 | thesis | KL-2026-01 | CNGD-TX | 2026-05-18 | 2026-05-21 | 11.5 | no |
            SC-2026-02 | thesis | KL-2026-02 | CNGD-TX | 2026-05-18 | 2026-05-21 | 8 | no |
            SC-2026-03 | thesis | KL-2026-03 | CNGD-TX | 2026-05-18 | 2026-05-21 | 19.2 | no |
            SC-2026-04 | thesis | KL-2026-04 | CNGD-TX | 2026-05-18 | 2026-05-22 | 41 | yes | yes
            SC-2026-05 | essay | TL-2026-07 | QLGD-TX | 2026-06-08 | 2026-06-10 | 14 | no |
            SC-2026-06 | essay | TL-2026-08 | QLGD-TX | 2026-06-08 | | | |
            """);
  }
}
