package vn.chuyencan.benchmarks.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Fraction;

/** T-1, T-2 and T-3 of the requirements, 3.6, read from the generated files. */
class WorkedExamplesTest {
  private static final String COURSE = "https://hoctap.hvsp.example/course/view.php?id=21";
  private static final LocalDate OPENING = LocalDate.of(2026, 9, 7);

  private static Map<String, byte[]> files;
  private static Reading reading;

  @BeforeAll
  static void read() throws IOException {
    files = SampleData.generate();
    reading = new Reading(files);
  }

  @Test
  void leAnPassesEverything() {
    assertThat(accesses("HV001")).containsExactly(3, 2, 4, 2, 3);
    assertThat(minutes("HV001")).containsExactly(668, 742, 801);
    assertThat(marks("HV001")).hasSize(28);
    assertThat(macro("HV001")).isEqualTo(fraction("7.36"));
    assertThat(best("HV001")).isGreaterThanOrEqualTo(fraction("5"));
    assertThat(postsByForum("HV001")).containsExactly(1, 2, 1, 1, 1);
    assertThat(attended("HV001")).containsExactly(6, 4);
    assertThat(groupPosts("HV001", "N1")).containsExactly(1, 3);
    assertThat(reviewsDone("HV001")).isEqualTo(3);
    assertThat(rows("submission_check", "HV001"))
        .hasSize(2)
        .allMatch(row -> row.contains("correct"));
  }

  @Test
  void tranBinhCompensates() {
    assertThat(accesses("HV002")).containsExactly(3, 2, 2, 4, 2);
    assertThat(minutes("HV002")).containsExactly(1094, 1126, 1203);
    assertThat(marks("HV002")).hasSize(20);
    assertThat(macro("HV002")).isEqualTo(Fraction.of(149, 28));
    assertThat(postsByForum("HV002")).containsExactly(1, 2, 1, 1, 0);
    assertThat(postsByWeek("HV002")).containsExactly(1, 1, 1, 1, 1);
    assertThat(attended("HV002")).containsExactly(6, 3);
    assertThat(groupPosts("HV002", "N2")).containsExactly(1, 0);
    assertThat(reviewsDone("HV002")).isEqualTo(3);
    assertThat(rows("submission_check", "HV002"))
        .hasSize(2)
        .allMatch(row -> row.contains("correct"));
  }

  @Test
  void phamChiNeedsReview() {
    assertThat(accesses("HV003")).containsExactly(2, 2, 1, 3, 2);
    assertThat(minutes("HV003")).containsExactly(452, 498, 561);
    assertThat(marks("HV003")).hasSize(26);
    assertThat(macro("HV003")).isEqualTo(fraction("6.1"));
    assertThat(postsByForum("HV003")).containsExactly(1, 1, 1, 1, 1);
    assertThat(attended("HV003")).containsExactly(6, 3);
    assertThat(groupPosts("HV003", "N3")).containsExactly(1, 0);
    assertThat(reviewsDone("HV003")).isEqualTo(3);
    assertThat(rows("submission_check", "HV003"))
        .hasSize(2)
        .allMatch(row -> row.contains("correct"));
  }

  @Test
  void declaredDurationsLieInsideTheirSessions() {
    for (String learner : List.of("HV001", "HV002", "HV003")) {
      List<Reading.Act> acts = reading.acts(learner, COURSE);
      for (Reading.Act act : acts) {
        JsonNode declared = act.statement().at("/result/duration");
        if (!declared.isMissingNode()) {
          Instant start = act.at().minus(Duration.parse(declared.asText()));
          // The declared stretch begins with another act and has no silence above 15 minutes in it.
          List<Reading.Act> within =
              acts.stream()
                  .filter(other -> !other.at().isBefore(start) && !other.at().isAfter(act.at()))
                  .toList();
          Reading.Sessions sessions = Reading.sessions(within, Duration.ofMinutes(15));
          assertThat(sessions.starts()).containsExactly(start);
        }
      }
    }
  }

  private static int[] accesses(String learner) {
    int[] weeks = new int[5];
    Reading.sessions(reading.acts(learner, COURSE), Duration.ofMinutes(30))
        .starts()
        .forEach(start -> weeks[week(start.atZone(Course.ZONE).toLocalDate())]++);
    return weeks;
  }

  private static int week(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(OPENING, day) / 7);
  }

  private static int[] minutes(String learner) {
    return IntStream.of(15, 30, 60)
        .map(
            gap -> {
              Duration total =
                  Reading.sessions(reading.acts(learner, COURSE), Duration.ofMinutes(gap)).total();
              assertThat(total.toSecondsPart()).isZero();
              return Math.toIntExact(total.toMinutes());
            })
        .toArray();
  }

  /** Exercise → marks on the scale 10. */
  private static Map<String, List<Fraction>> marks(String learner) {
    Map<String, List<Fraction>> marks = new TreeMap<>();
    for (Reading.Act act : reading.acts(learner, COURSE)) {
      if (act.event().endsWith("attempt_submitted")) {
        JsonNode score = act.statement().at("/result/score");
        marks
            .computeIfAbsent(parent(act, "/assessment"), absent -> new ArrayList<>())
            .add(
                Fraction.of(score.get("raw").decimalValue())
                    .times(Fraction.of(10))
                    .dividedBy(Fraction.of(score.get("max").decimalValue())));
      }
    }
    return marks;
  }

  private static Fraction macro(String learner) {
    return marks(learner).values().stream()
        .map(
            attempts ->
                attempts.stream()
                    .reduce(Fraction.ZERO, Fraction::plus)
                    .dividedBy(Fraction.of(attempts.size())))
        .reduce(Fraction.ZERO, Fraction::plus)
        .dividedBy(Fraction.of(28));
  }

  /** The lowest of the best marks. */
  private static Fraction best(String learner) {
    return marks(learner).values().stream()
        .map(attempts -> attempts.stream().reduce(Fraction.ZERO, Fraction::max))
        .reduce(Fraction.of(10), Fraction::min);
  }

  private static String parent(Reading.Act act, String type) {
    for (JsonNode activity : act.statement().at("/context/contextActivities/parent")) {
      if (activity.at("/definition/type").asText().endsWith(type)) {
        return activity.get("id").asText();
      }
    }
    return "";
  }

  private static List<Reading.Act> posts(String learner) {
    return reading.acts(learner, COURSE).stream()
        .filter(
            act ->
                act.event().endsWith("\\discussion_created")
                    || act.event().endsWith("\\post_created"))
        .toList();
  }

  private static int[] postsByForum(String learner) {
    int[] forums = new int[5];
    List<String> iris =
        List.of("DD1", "DD2", "DD3", "DD4", "DD5").stream().map(WorkedExamplesTest::iri).toList();
    posts(learner).stream()
        .map(post -> iris.indexOf(parent(post, "/forum")))
        .filter(forum -> forum >= 0)
        .forEach(forum -> forums[forum]++);
    return forums;
  }

  private static int[] postsByWeek(String learner) {
    int[] weeks = new int[5];
    List<String> collective =
        List.of("DD1", "DD2", "DD3", "DD4", "DD5").stream().map(WorkedExamplesTest::iri).toList();
    posts(learner).stream()
        .filter(post -> collective.contains(parent(post, "/forum")))
        .forEach(post -> weeks[week(post.day())]++);
    return weeks;
  }

  /** Topics and replies in the forum of a group. */
  private static int[] groupPosts(String learner, String group) {
    int[] counts = new int[2];
    posts(learner).stream()
        .filter(post -> parent(post, "/forum").equals(iri("DDN-" + group)))
        .forEach(post -> counts[post.event().endsWith("\\discussion_created") ? 0 : 1]++);
    return counts;
  }

  private static String iri(String activity) {
    return rows("activity", activity).stream()
        .filter(row -> row.get(0).equals("LHDN-2026-1"))
        .map(row -> row.get(2))
        .findFirst()
        .orElseThrow();
  }

  /** Plenary and practice sessions attended. */
  private static int[] attended(String learner) {
    Map<String, List<String>> sessions = new HashMap<>();
    rows("class_session", "held").forEach(row -> sessions.put(row.get(0) + row.get(1), row));
    int[] counts = new int[2];
    for (List<String> row : rows("attendance", learner)) {
      if (row.get(3).equals("present") || row.get(3).equals("late")) {
        List<String> session = sessions.get(row.get(0) + row.get(1));
        counts[0] += session.get(3).equals("yes") ? 1 : 0;
        counts[1] += session.get(4).equals("yes") ? 1 : 0;
      }
    }
    return counts;
  }

  private static long reviewsDone(String learner) {
    return rows("peer_review", learner).stream()
        .filter(row -> row.get(2).equals(learner))
        .filter(
            row -> !row.get(4).isEmpty() && row.get(5).equals("yes") && row.get(6).equals("yes"))
        .count();
  }

  /** The rows of a register in which a value stands. */
  private static List<List<String>> rows(String register, String value) {
    String text = new String(files.get("registers/" + register + ".csv"), StandardCharsets.UTF_8);
    return text.lines()
        .map(line -> Arrays.asList(line.split(",", -1)))
        .filter(row -> row.contains(value))
        .toList();
  }

  private static Fraction fraction(String decimal) {
    return Fraction.of(new BigDecimal(decimal));
  }
}
