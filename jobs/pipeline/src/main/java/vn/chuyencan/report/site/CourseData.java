package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.report.PublishedRow;
import vn.chuyencan.report.PublishedTables;
import vn.chuyencan.table.Tables;

/** What the published tables tell of one course run, read once for all its pages. */
final class CourseData {
  /** The tables that pages of a course run are made of. */
  static final List<String> TABLES =
      List.of(
          Tables.LEARNER_COURSE_WEEK,
          Tables.LEARNER_COURSE_MEASURE,
          Tables.FORUM_POST,
          Tables.ASSESSMENT_ATTEMPT,
          Tables.ATTENDANCE_RECORD,
          Tables.ELIGIBILITY_DECISION,
          Tables.CRITERION_RESULT,
          Tables.REVIEW_CASE,
          Tables.LEARNER_COURSE_EVIDENCE);

  private static final String LEARNER = "learner_id";

  /** What was measured of a learner. */
  record Measured(
      String group,
      boolean left,
      List<BigDecimal> minutes,
      long sessions,
      long activeDays,
      long posts,
      Map<String, BigDecimal> marks) {}

  /** A week of the course run. */
  record Week(int number, String firstDay, String lastDay) {}

  /**
   * What a learner did in a week.
   *
   * @param sessionTimes the cell as it stands; empty where it is not known when sessions were
   */
  record WeekOfLearner(
      long sessions, long activeDays, BigDecimal minutes, long posts, String sessionTimes) {}

  private final Map<String, Measured> learners = new TreeMap<>();
  private final Map<Integer, Week> weeks = new TreeMap<>();
  private final Map<String, Map<Integer, WeekOfLearner>> byWeek = new TreeMap<>();
  private final List<PublishedRow> decisions = new ArrayList<>();
  private final List<PublishedRow> criteria = new ArrayList<>();
  private final List<PublishedRow> attendance = new ArrayList<>();
  private final List<PublishedRow> cases = new ArrayList<>();
  private final Map<String, Map<Integer, ForumWeek>> forums = new TreeMap<>();
  private final Map<String, List<String>> activeDays = new TreeMap<>();

  /** Posts of a forum in a week, and who wrote them. */
  static final class ForumWeek {
    private final TreeSet<String> authors = new TreeSet<>();
    private long posts;

    long posts() {
      return posts;
    }

    long authors() {
      return authors.size();
    }
  }

  /** The best percent of the attempts that count, by learner and exercise. */
  private final Map<String, Map<String, BigDecimal>> marked = new TreeMap<>();

  private final Map<String, Set<String>> waiting = new TreeMap<>();

  private final LocalDate closesOn;

  private CourseData(LocalDate closesOn) {
    this.closesOn = closesOn;
  }

  /**
   * Reads a course run.
   *
   * @param run its row of {@code course_run}
   */
  static CourseData read(PublishedTables tables, PublishedRow run) throws IOException {
    String courseId = run.text("course_id");
    CourseData data = new CourseData(LocalDate.parse(run.text("closes_on")));
    tables.each(Tables.LEARNER_COURSE_MEASURE, courseId, data::measure);
    tables.each(Tables.LEARNER_COURSE_WEEK, courseId, data::week);
    tables.each(Tables.FORUM_POST, courseId, data::post);
    tables.each(Tables.ASSESSMENT_ATTEMPT, courseId, data::attempt);
    tables.each(Tables.ATTENDANCE_RECORD, courseId, data.attendance::add);
    tables.each(Tables.ELIGIBILITY_DECISION, courseId, data.decisions::add);
    tables.each(Tables.CRITERION_RESULT, courseId, data.criteria::add);
    tables.each(Tables.REVIEW_CASE, courseId, data.cases::add);
    tables.each(Tables.LEARNER_COURSE_EVIDENCE, courseId, data::evidence);
    return data;
  }

  private void measure(PublishedRow row) {
    Map<String, BigDecimal> marks = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> mark : row.parts("best_percent_by_exercise").properties()) {
      if (mark.getValue().isNumber()) {
        marks.put(mark.getKey(), mark.getValue().decimalValue());
      }
    }
    learners.put(
        row.text(LEARNER),
        new Measured(
            row.text("group_id"),
            !isThere(row.text("enrolled_on"), row.text("left_on"), closesOn),
            List.of(
                minutes(row, "_15"), minutes(row, "_30"), minutes(row, "_60"), minutes(row, "")),
            row.count("sessions"),
            row.count("active_days"),
            row.count("posts"),
            marks));
  }

  /** As decisions see it: who leaves after the course run was there to its end. */
  static boolean isThere(String enrolledOn, String leftOn, LocalDate closesOn) {
    return Enrolment.isThereAt(day(enrolledOn), day(leftOn), closesOn);
  }

  private static LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static BigDecimal minutes(PublishedRow row, String reading) {
    BigDecimal minutes = row.number("minutes" + reading);
    return minutes == null ? BigDecimal.ZERO : minutes;
  }

  private void week(PublishedRow row) {
    int number = (int) row.count("course_week");
    weeks.computeIfAbsent(
        number, week -> new Week(number, row.text("first_day"), row.text("last_day")));
    BigDecimal minutes = row.number("minutes");
    byWeek
        .computeIfAbsent(row.text(LEARNER), learner -> new TreeMap<>())
        .put(
            number,
            new WeekOfLearner(
                row.count("sessions"),
                row.count("active_days"),
                minutes == null ? BigDecimal.ZERO : minutes,
                row.count("posts"),
                row.text("session_times")));
  }

  private void post(PublishedRow row) {
    if (row.is("counted")) {
      ForumWeek cell =
          forums
              .computeIfAbsent(row.text("forum_id"), forum -> new TreeMap<>())
              .computeIfAbsent((int) row.count("course_week"), week -> new ForumWeek());
      cell.posts++;
      cell.authors.add(row.text(LEARNER));
    }
  }

  private void attempt(PublishedRow row) {
    if (row.is("counted")) {
      BigDecimal percent = row.number("percent");
      marked
          .computeIfAbsent(row.text(LEARNER), learner -> new TreeMap<>())
          .merge(
              row.text("exercise_id"),
              percent == null ? BigDecimal.ZERO : percent,
              BigDecimal::max);
    } else if (row.text("state").equals("pending")) {
      waiting
          .computeIfAbsent(row.text(LEARNER), learner -> new TreeSet<>())
          .add(row.text("exercise_id"));
    }
  }

  private void evidence(PublishedRow row) {
    if (row.text("evidence_table").equals(Tables.ACTIVITY_BURST)) {
      activeDays.put(row.text(LEARNER), row.texts("keys"));
    }
  }

  /** The learners by their ids, those who left too. */
  Map<String, Measured> learners() {
    return learners;
  }

  /** The learners who are on the roll. */
  Map<String, Measured> enrolled() {
    Map<String, Measured> enrolled = new TreeMap<>(learners);
    enrolled.values().removeIf(Measured::left);
    return enrolled;
  }

  /** The weeks that have begun. */
  List<Week> weeks() {
    return List.copyOf(weeks.values());
  }

  /** What a learner did in each week. */
  Map<Integer, WeekOfLearner> weeksOf(String learnerId) {
    return byWeek.getOrDefault(learnerId, Map.of());
  }

  /** Posts that count, by forum and week. */
  Map<String, Map<Integer, ForumWeek>> forums() {
    return forums;
  }

  /** Days on which a learner was active. */
  List<String> daysOf(String learnerId) {
    return activeDays.getOrDefault(learnerId, List.of());
  }

  /** Whether a learner completed an exercise (FC-X.8): what waits for a mark is handed in. */
  boolean completed(String learnerId, String exercise) {
    return marked.getOrDefault(learnerId, Map.of()).containsKey(exercise)
        || waiting.getOrDefault(learnerId, Set.of()).contains(exercise);
  }

  /**
   * The best percent of a learner in an exercise, from the attempts where no register says which
   * exercises count and nothing is measured of them; null where there is no mark.
   */
  BigDecimal mark(String learnerId, String exercise) {
    BigDecimal attempted = marked.getOrDefault(learnerId, Map.of()).get(exercise);
    return attempted == null
        ? null
        : learners.get(learnerId).marks().getOrDefault(exercise, attempted);
  }

  /** The exercises that somebody completed. */
  Set<String> exercises() {
    Set<String> exercises = new TreeSet<>();
    marked.values().forEach(best -> exercises.addAll(best.keySet()));
    waiting.values().forEach(exercises::addAll);
    return exercises;
  }

  List<PublishedRow> decisions() {
    return decisions;
  }

  List<PublishedRow> criteria() {
    return criteria;
  }

  List<PublishedRow> attendance() {
    return attendance;
  }

  List<PublishedRow> cases() {
    return cases;
  }

  /** Minutes that criteria ask for, and which criteria. */
  Map<BigDecimal, List<String>> minuteThresholds() {
    Map<BigDecimal, TreeSet<String>> found = new TreeMap<>();
    for (PublishedRow row : criteria) {
      if (row.text("unit").equals("minute") && row.number("threshold") != null) {
        found
            .computeIfAbsent(row.number("threshold"), threshold -> new TreeSet<>())
            .add(row.text("criterion_id"));
      }
    }
    Map<BigDecimal, List<String>> thresholds = new LinkedHashMap<>();
    found.forEach((threshold, ids) -> thresholds.put(threshold, List.copyOf(ids)));
    return thresholds;
  }

  /** The least accesses that a criterion asks for in each week; 0 where none does. */
  long accessesEachWeek() {
    for (PublishedRow row : criteria) {
      if (row.text("kind").equals("at_least_in_every_week") && row.text("unit").equals("access")) {
        for (String detail : row.texts("detail")) {
          if (detail.matches("each=[0-9]{1,9}")) {
            return Long.parseLong(detail.substring("each=".length()));
          }
        }
      }
    }
    return 0;
  }
}
