package vn.chuyencan.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.cli.AnalystsPublication.cells;
import static vn.chuyencan.cli.AnalystsPublication.number;
import static vn.chuyencan.cli.AnalystsPublication.rows;
import static vn.chuyencan.cli.AnalystsPublication.sum;
import static vn.chuyencan.cli.AnalystsPublication.texts;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** DuckDB gives each example's answer, and the CSV files, read otherwise, give the same. */
class DuckDbExamplesTest {
  private static final Path FOLDER = AnalystsPublication.examples().resolve("duckdb");
  private static final Set<String> ELIGIBLE = Set.of("MET", "MET_BY_COMPENSATION");

  /** The example as it stands, asked in the publication's folder: a row is column → text. */
  private static List<Map<String, String>> answer(String example) throws IOException, SQLException {
    String question = Files.readString(FOLDER.resolve(example + ".sql"));
    List<Map<String, String>> answer = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET file_search_path = '" + AnalystsPublication.latest() + "'");
      try (ResultSet rows = statement.executeQuery(question)) {
        while (rows.next()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.put(rows.getMetaData().getColumnName(column), text(rows.getObject(column)));
          }
          answer.add(row);
        }
      }
    }
    assertThat(answer).isNotEmpty();
    return answer;
  }

  private static String text(Object value) throws SQLException {
    if (value == null) {
      return "";
    }
    if (value instanceof Array list) {
      return String.join(",", Stream.of((Object[]) list.getArray()).map(String::valueOf).toList());
    }
    if (value instanceof BigDecimal || value instanceof Double) {
      return plain(new BigDecimal(value.toString()));
    }
    return value.toString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static List<String> lines(List<Map<String, String>> answer, String... columns) {
    return answer.stream()
        .map(row -> String.join(" ", List.of(columns).stream().map(row::get).toList()))
        .toList();
  }

  private static Map<String, List<CSVRecord>> groups(List<CSVRecord> rows, String... columns) {
    return rows.stream().collect(groupingBy(row -> cells(row, columns), TreeMap::new, toList()));
  }

  @Test
  void everyExampleIsAskedHereAndExplainedToAnalysts() throws IOException {
    String readme = Files.readString(AnalystsPublication.examples().resolve("README.md"));
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "changed-decisions.sql",
              "forum-activity.sql",
              "funnel.sql",
              "indicators-not-met.sql",
              "learners-at-risk.sql",
              "reasons-of-loss.sql",
              "time-band.sql",
              "weekly-access.sql",
              "weeks-and-decisions.sql")
          .allSatisfy(name -> assertThat(readme).contains("duckdb/" + name));
    }
  }

  @Test
  void weeklyAccess() throws Exception {
    List<String> expected = new ArrayList<>();
    groups(rows("learner_course_week"), "course_id", "course_week", "first_day")
        .forEach(
            (week, learners) -> {
              List<BigDecimal> minutes =
                  learners.stream().map(row -> number(row, "minutes")).sorted().toList();
              int half = minutes.size() / 2;
              BigDecimal median =
                  minutes.size() % 2 == 1
                      ? minutes.get(half)
                      : minutes.get(half - 1).add(minutes.get(half)).divide(BigDecimal.valueOf(2));
              long active =
                  learners.stream().filter(row -> !row.get("sessions").equals("0")).count();
              expected.add(
                  week
                      + " "
                      + learners.size()
                      + " "
                      + active
                      + " "
                      + plain(sum(learners, "sessions"))
                      + " "
                      + plain(sum(learners, "minutes"))
                      + " "
                      + plain(median));
            });
    assertThat(
            lines(
                answer("weekly-access"),
                "course_id",
                "course_week",
                "first_day",
                "learners",
                "active_learners",
                "accesses",
                "minutes",
                "median_minutes"))
        .isEqualTo(expected);
  }

  /** 540 minutes, from the policy; five of the five and five of the six weeks have ended. */
  @Test
  void learnersAtRisk() throws Exception {
    Map<String, BigDecimal> pace =
        Map.of("LHDN-2026-1", new BigDecimal("540"), "DGHT-2026-1", new BigDecimal("450"));
    Map<String, String> lastDay = Map.of("LHDN-2026-1", "2026-10-11", "DGHT-2026-1", "2026-10-25");
    Set<String> decided =
        new TreeSet<>(groups(rows("eligibility_decision"), "course_id", "learner_id").keySet());
    Set<String> expected = new TreeSet<>();
    groups(rows("learner_course_week"), "course_id", "learner_id")
        .forEach(
            (learner, weeks) -> {
              String course = weeks.get(0).get("course_id");
              boolean slow = sum(weeks, "minutes").compareTo(pace.get(course)) < 0;
              boolean away =
                  weeks.stream()
                      .filter(week -> week.get("last_day").equals(lastDay.get(course)))
                      .allMatch(week -> week.get("sessions").equals("0"));
              if (decided.contains(learner) && (slow || away)) {
                expected.add(
                    learner + " " + plain(sum(weeks, "minutes")) + " " + plain(pace.get(course)));
              }
            });
    List<Map<String, String>> answer = answer("learners-at-risk");
    assertThat(lines(answer, "course_id", "learner_id", "minutes", "minutes_by_now"))
        .containsExactlyElementsOf(expected);
    assertThat(answer).anyMatch(row -> row.get("final").equals("false"));
  }

  @Test
  void funnel() throws Exception {
    Map<String, Set<String>> passed = new TreeMap<>();
    groups(rows("eligibility_decision"), "course_id", "certificate")
        .forEach(
            (certificate, decisions) ->
                passed.put(
                    certificate,
                    new TreeSet<>(
                        decisions.stream()
                            .filter(row -> ELIGIBLE.contains(row.get("standing_status")))
                            .map(row -> row.get("learner_id"))
                            .toList())));
    List<String> expected = new ArrayList<>();
    for (String course : List.of("DGHT-2026-1", "LHDN-2026-1")) {
      Set<String> left =
          new TreeSet<>(
              rows("eligibility_decision", row -> row.get("course_id").equals(course)).stream()
                  .map(row -> row.get("learner_id"))
                  .toList());
      StringBuilder line = new StringBuilder(course).append(' ').append(left.size());
      left.retainAll(
          rows(
                  "learner_week",
                  row -> row.get("course_id").equals(course) && !row.get("sessions").equals("0"))
              .stream()
              .map(row -> row.get("learner_id"))
              .toList());
      line.append(' ').append(left.size());
      for (String certificate : List.of("theory", "practice", "overall")) {
        left.retainAll(passed.get(course + " " + certificate));
        line.append(' ').append(left.size());
      }
      expected.add(line.toString());
    }
    assertThat(
            lines(
                answer("funnel"),
                "course_id",
                "enrolled",
                "active",
                "theory",
                "practice",
                "overall"))
        .isEqualTo(expected);
  }

  @Test
  void reasonsOfLoss() throws Exception {
    Map<String, Long> expected =
        rows("eligibility_decision", row -> row.get("status").equals("NOT_MET")).stream()
            .flatMap(
                row ->
                    texts(row, "unmet_criteria").stream()
                        .map(criterion -> cells(row, "course_id", "certificate") + " " + criterion))
            .collect(groupingBy(reason -> reason, counting()));
    List<Map<String, String>> answer = answer("reasons-of-loss");
    assertThat(
            answer.stream()
                .collect(
                    toMap(
                        row ->
                            lines(List.of(row), "course_id", "certificate", "criterion_id").get(0),
                        row -> Long.valueOf(row.get("learners")))))
        .isEqualTo(expected);
    assertThat(answer.stream().mapToLong(row -> Long.parseLong(row.get("only_reason"))).sum())
        .isEqualTo(
            rows("eligibility_decision", row -> row.get("status").equals("NOT_MET")).stream()
                .filter(row -> texts(row, "unmet_criteria").size() == 1)
                .count());
  }

  /** The same posts are counted for each learner in another table. */
  @Test
  void forumActivity() throws Exception {
    Map<String, Long> expected = new TreeMap<>();
    for (CSVRecord learner : rows("learner_course_measure")) {
      AnalystsPublication.map(learner, "posts_by_forum")
          .forEach(
              (forum, posts) ->
                  expected.merge(
                      learner.get("course_id") + " " + forum,
                      ((Number) posts).longValue(),
                      Long::sum));
    }
    Map<String, Long> found = new TreeMap<>();
    answer("forum-activity").stream()
        .filter(row -> row.get("forum_kind").equals("collective"))
        .forEach(
            row ->
                found.merge(
                    row.get("course_id") + " " + row.get("forum_id"),
                    Long.valueOf(row.get("posts")),
                    Long::sum));
    assertThat(found).isEqualTo(expected);
  }

  /** The ends of the band stand beside each criterion too. */
  @Test
  void timeBand() throws Exception {
    List<String> expected =
        rows(
                "criterion_result",
                row ->
                    row.get("unit").equals("minute")
                        && !row.get("value_low").isEmpty()
                        && number(row, "value_low").compareTo(number(row, "threshold")) < 0
                        && number(row, "value_high").compareTo(number(row, "threshold")) >= 0)
            .stream()
            .map(row -> cells(row, "course_id", "learner_id", "certificate", "criterion_id"))
            .sorted()
            .toList();
    assertThat(lines(answer("time-band"), "course_id", "learner_id", "certificate", "criterion_id"))
        .isEqualTo(expected);
  }

  @Test
  void indicatorsNotMet() throws Exception {
    Map<String, Long> expected =
        rows(
                "compliance_indicator",
                row ->
                    Set.of("NOT_MET", "INSUFFICIENT_DATA", "NEEDS_REVIEW")
                        .contains(row.get("status")))
            .stream()
            .collect(
                groupingBy(row -> cells(row, "regulation_id", "rule_id", "status"), counting()));
    assertThat(
            answer("indicators-not-met").stream()
                .collect(
                    toMap(
                        row -> lines(List.of(row), "regulation_id", "rule_id", "status").get(0),
                        row -> Long.valueOf(row.get("places")),
                        Long::sum)))
        .isEqualTo(expected);
  }

  /** The two publications, laid side by side, show the same changes. */
  @Test
  void changedDecisions() throws Exception {
    Map<String, String> before =
        AnalystsPublication.rowsBefore("eligibility_decision").stream()
            .collect(
                toMap(
                    row -> cells(row, "course_id", "learner_id", "certificate"),
                    row -> row.get("status")));
    Map<String, Long> expected =
        rows("eligibility_decision").stream()
            .map(
                row ->
                    cells(row, "course_id", "certificate")
                        + " "
                        + before.get(cells(row, "course_id", "learner_id", "certificate"))
                        + " "
                        + row.get("status"))
            .filter(change -> !change.split(" ")[2].equals(change.split(" ")[3]))
            .collect(groupingBy(change -> change, counting()));
    assertThat(
            answer("changed-decisions").stream()
                .collect(
                    toMap(
                        row ->
                            lines(
                                    List.of(row),
                                    "course_id",
                                    "certificate",
                                    "status_before",
                                    "status_after")
                                .get(0),
                        row -> Long.valueOf(row.get("learners")),
                        Long::sum)))
        .isEqualTo(expected);
  }

  @Test
  void weeksAndDecisions() throws Exception {
    Map<String, String> standing =
        rows("eligibility_decision", row -> row.get("certificate").equals("overall")).stream()
            .collect(
                toMap(
                    row -> cells(row, "course_id", "learner_id"),
                    row -> row.get("standing_status")));
    Map<String, List<CSVRecord>> weeks =
        rows("learner_week", row -> standing.containsKey(cells(row, "course_id", "learner_id")))
            .stream()
            .collect(
                groupingBy(
                    row ->
                        row.get("course_id")
                            + " "
                            + standing.get(cells(row, "course_id", "learner_id"))));
    List<Map<String, String>> answer = answer("weeks-and-decisions");
    assertThat(lines(answer, "course_id", "standing_status"))
        .containsExactlyElementsOf(new TreeSet<>(weeks.keySet()));
    for (Map<String, String> row : answer) {
      List<CSVRecord> group = weeks.get(row.get("course_id") + " " + row.get("standing_status"));
      assertThat(new BigDecimal(row.get("minutes_a_week")))
          .isEqualByComparingTo(
              sum(group, "minutes")
                  .divide(BigDecimal.valueOf(group.size()), 1, RoundingMode.HALF_UP));
    }
  }
}
