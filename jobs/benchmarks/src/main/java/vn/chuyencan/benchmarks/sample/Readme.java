package vn.chuyencan.benchmarks.sample;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chuyencan.benchmarks.sample.institution.Planted;
import vn.chuyencan.benchmarks.sample.school.SchoolPlanted;

/** What the sample data is and which learner shows what, as {@code sample-data/README.md}. */
final class Readme {
  private static final String HEAD =
      """
      # Sample data

      An invented institution, «Học viện Sư phạm số» (`hvsp`), with two course runs, 60 learners \
      and two lecturers in them, and beside them what a whole institution keeps: programmes, \
      places, 160 students at a distance, staff, examinations, reports. Nobody in it exists. Made by `scripts/sample-data` from a fixed seed; \
      `scripts/sample-data --check` fails when a file here is not what the generator makes. Change \
      the generator (`jobs/benchmarks`, package `vn.chuyencan.benchmarks.sample`), never the files.

      - `chuyencan.yaml`: the configuration of the demo. Times are in Asia/Ho_Chi_Minh; everything \
      is over on 2026-11-02.
      - `registers/`: what the institution says, one CSV a register (`schemas/registers`). Some \
      names are decomposed (NFD), two learners share the name Nguyễn Thu Hà, one name has quotes \
      and one a comma, `attendance.csv` begins with a byte order mark. `grade`, `completion` and \
      `feedback_response` are published as they stand; no certificate depends on them, and of \
      HV018 the platform calls one exercise less complete (the reading `completed_by_flag`, FC-X.8).
      - `statements/`: what the systems say, in xAPI.
      - `expected/`: what the job makes of it; `expected/explain/`: how `explain` tells the worked \
      examples about it.
      - `school/`: a school, which Circular 09/2021 is about; see the end of this page.

      """;

  private static final String STATEMENTS =
      """

      ## Statements

      | file | sender | records |
      |---|---|---|
      """;

  private static final String TROUBLE =
      """

      What goes wrong in them, on purpose:

      - `logstore/2026-W39-gui-lai.ndjson.gz` sends 300 statements of week 39 again under another \
      registration (Moodle's historical resend) and the first 60 of week 40 as they were: 360 \
      duplicates. `video/2026-10.json.gz` repeats the last 60 of September, one of them with a \
      clock 250 ms later.
      - `correction/2026-10.ndjson` declares a statement void that comes only later, in \
      `video/2026-10.json.gz`; with it, HV001 would have one access too many in week 2.
      - the last statement of `video/2026-10.json.gz` has the id of an earlier one and another \
      verb: a conflict, the first stays.
      - `logstore/2026-W41.ndjson.gz` ends with four lines that nobody may accept: cut short, an \
      actor with a name only, the year 2099, a byte that is not UTF-8.
      - what HV012 did in week 38 arrives in the file of week 40.
      - HV025 has one statement with a verb that no vocabulary knows.
      - the account 999 stands in no register; account 2 is the administrator.
      - the video player names HV001 and HV005 by mail, HV006 by the SHA-1 of it, HV004 by OpenID; \
      the register `identity` joins them to the accounts of the platform.
      - enrolments and marks given by a lecturer name the learner as actor and are not the \
      learner's acts; a lecturer logs in as a learner; both lecturers come every day.

      """;

  private static final String EXAMPLES =
      """
      ## Learners

      HV001 Lê An, HV002 Trần Bình and HV003 Phạm Chi in `LHDN-2026-1` are the worked examples \
      T-1, T-2 and T-3 of the requirements, to the minute and to the mark. HV004, HV005, HV014, \
      HV017, HV022 and HV033 take both course runs. All who are not in this table pass everything \
      that depends on themselves.

      | course run | learner | what is special |
      |---|---|---|
      """;

  private static final String PERSONS =
      """

      ## What persons decided and corrected

      What was computed and logged stays beside it. `explain --learner HV014 --course LHDN-2026-1` \
      shows a granted and a refused review, HV022 a corrected mark, HV025 an excused absence, and \
      `explain --learner HV044 --course DGHT-2026-1` an outage. Four computed statuses are other \
      than without the corrections: those in bold.

      | register | of whom | what it shows |
      |---|---|---|
      """;

  private Readme() {}

  static String of(Story story, Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("## Course runs\n\n| id | days | weeks | learners | counted exercises |\n");
    text.append("|---|---|---|---|---|\n");
    for (Course course : story.institution().courses()) {
      row(
          text,
          course.id() + " «" + course.title() + "»",
          course.opens() + " – " + course.closes(),
          course.weeks() + (course.weeksOff().isEmpty() ? "" : ", one off"),
          Integer.toString(course.learners().size()),
          Integer.toString(course.exercises().size()));
    }
    text.append(STATEMENTS);
    files.forEach(
        (path, bytes) -> {
          if (path.startsWith("statements/")) {
            row(text, "`" + path + "`", sender(path), Long.toString(records(path, bytes)));
          }
        });
    text.append(TROUBLE).append(EXAMPLES);
    for (Course course : story.institution().courses()) {
      for (Person learner : course.learners()) {
        Set<Edge> edges = Edges.of(course, learner);
        if (!edges.isEmpty()) {
          row(
              text,
              course.id(),
              learner.id() + " " + learner.name(),
              edges.stream().map(Edge::description).collect(Collectors.joining("; ")));
        }
      }
    }
    text.append(PERSONS);
    PersonsRegisters.shown().forEach(cells -> row(text, cells.toArray(String[]::new)));
    return text.append(Planted.text()).append(SchoolPlanted.text()).toString();
  }

  private static String sender(String path) {
    if (path.contains("/video/")) {
      return "video player (xAPI video profile)";
    }
    if (path.contains("/cmi5/")) {
      return "interactive lessons (cmi5), one StatementResult";
    }
    return path.contains("/correction/") ? "administrator" : "Moodle (logstore_xapi)";
  }

  /** Lines; of the one StatementResult, the statements in it. */
  private static long records(String path, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (path.contains("/cmi5/")) {
      return text.split("\"verb\":", -1).length - 1L;
    }
    long lines = text.lines().count();
    return path.endsWith(".json.gz") ? lines - 2 : lines;
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
