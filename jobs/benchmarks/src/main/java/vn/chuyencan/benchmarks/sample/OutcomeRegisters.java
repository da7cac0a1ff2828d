package vn.chuyencan.benchmarks.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The registers of outcomes: marks of components, what the platform calls complete, and answers to
 * a survey. No certificate of the sample depends on them; one other reading does (FC-X.8).
 */
final class OutcomeRegisters {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
  private static final BigDecimal PASS = BigDecimal.valueOf(5);
  private static final BigDecimal PROGRESS_WEIGHT = new BigDecimal("0.4");
  private static final String SURVEY = "KHAOSAT";
  private static final String[] WORDS = {"Rất hài lòng", "Hài lòng", "Chưa hài lòng"};
  private static final String[] REMARKS = {
    "Nên có thêm ví dụ.", "Video ngắn, dễ theo dõi.", "Em cần thêm thời gian cho bài tập nhóm."
  };

  private final Map<String, List<List<String>>> tables = new TreeMap<>();

  private OutcomeRegisters() {}

  /** Register → rows, the first of which names the columns. */
  static Map<String, List<List<String>>> of(Story story) {
    OutcomeRegisters registers = new OutcomeRegisters();
    registers.row(
        "grade",
        "course_id",
        "learner_id",
        "component_id",
        "component_name",
        "kind",
        "score",
        "max_score",
        "weight",
        "mode",
        "state",
        "graded_on");
    registers.row("completion", "course_id", "learner_id", "activity_id", "state", "completed_at");
    registers.row(
        "feedback_response",
        "course_id",
        "activity_id",
        "response_id",
        "item_id",
        "item_name",
        "kind",
        "value",
        "learner_id",
        "answered_at");
    for (Course course : story.institution().courses()) {
      int index = 0;
      for (Plan plan : story.plans(course).values()) {
        registers.grades(plan, index);
        registers.completions(plan);
        registers.answers(plan, index);
        index++;
      }
    }
    return registers.tables;
  }

  /** The survey of a course run, to be named in the register of activities. */
  static Place survey(Course course) {
    return Place.of(
        SURVEY,
        "other",
        "Phiếu khảo sát cuối khoá",
        Course.SITE + "/mod/feedback/view.php?id=" + course.number() + "404",
        "http://id.tincanapi.com/activitytype/survey",
        course.weeks());
  }

  private void row(String register, String... cells) {
    tables.computeIfAbsent(register, name -> new ArrayList<>()).add(List.of(cells));
  }

  /** Exercises 40 % online, the product 60 % on site; what is not judged yet has no mark. */
  private void grades(Plan plan, int index) {
    Course course = plan.course();
    BigDecimal progress = progress(plan);
    Plan.Submission product = plan.submissions().get("product");
    boolean pending = product.check().equals("unchecked") && product.handedIn();
    String state = !product.handedIn() ? "absent_unexcused" : pending ? "pending" : "graded";
    BigDecimal score =
        !product.handedIn()
            ? BigDecimal.ZERO
            : product.check().equals("incorrect")
                ? BigDecimal.valueOf(4)
                : BigDecimal.valueOf(65 + index * 7L % 31, 1);
    String day = course.closes().minusDays(1).toString();
    grade(plan, "QUATRINH", "Điểm quá trình", "category", progress, "40", "online", "graded", day);
    grade(
        plan,
        course.product().id(),
        "Sản phẩm mẫu",
        "activity",
        pending ? null : score,
        "60",
        "onsite",
        state,
        pending ? "" : day);
    // C08-9.3: the course mark has one decimal.
    BigDecimal all =
        progress
            .multiply(PROGRESS_WEIGHT)
            .add(score.multiply(BigDecimal.ONE.subtract(PROGRESS_WEIGHT)))
            .setScale(1, RoundingMode.HALF_UP);
    grade(
        plan,
        "course",
        "Tổng kết",
        "course",
        pending ? null : all,
        "",
        "",
        pending ? "pending" : "graded",
        pending ? "" : day);
  }

  private void grade(
      Plan plan,
      String component,
      String name,
      String kind,
      BigDecimal score,
      String weight,
      String mode,
      String state,
      String day) {
    row(
        "grade",
        plan.course().id(),
        plan.person().id(),
        component,
        name,
        kind,
        score == null ? "" : score.stripTrailingZeros().toPlainString(),
        "10",
        weight,
        mode,
        state,
        day);
  }

  /** The mean of the best marks on the scale 10; what was not done is 0. */
  private static BigDecimal progress(Plan plan) {
    BigDecimal sum = BigDecimal.ZERO;
    for (List<BigDecimal> attempts : plan.marks().values()) {
      sum = sum.add(best(attempts));
    }
    int exercises = plan.course().exercises().size();
    return sum.divide(BigDecimal.valueOf(exercises), 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal best(List<BigDecimal> attempts) {
    return attempts.stream()
        .filter(Objects::nonNull)
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  /** The platform completes an exercise when its feedback was seen; edges did not look once. */
  private void completions(Plan plan) {
    Course course = plan.course();
    boolean overlooked = Edges.of(course, plan.person()).contains(Edge.EXERCISES_23);
    Set<Integer> done = plan.marks().keySet();
    for (int exercise : done) {
      BigDecimal best = best(plan.marks().get(exercise));
      Place place = course.exercises().get(exercise);
      boolean waits = plan.marks().get(exercise).stream().anyMatch(Objects::isNull);
      boolean seen = !waits && !(overlooked && exercise == 0);
      LocalDate day = course.weekStart(place.week()).plusDays(6);
      row(
          "completion",
          course.id(),
          plan.person().id(),
          place.id(),
          !seen ? "incomplete" : best.compareTo(PASS) >= 0 ? "complete_pass" : "complete_fail",
          seen ? instant(day, LocalTime.of(22, exercise)) : "");
    }
    boolean all = done.size() == course.exercises().size();
    row(
        "completion",
        course.id(),
        plan.person().id(),
        "",
        all ? "complete" : "incomplete",
        all ? instant(course.closes(), LocalTime.of(22, 30)) : "");
  }

  /** Every third learner answers; in the course run with a week off it is not to be known who. */
  private void answers(Plan plan, int index) {
    Course course = plan.course();
    if (index % 3 != 0 || plan.posts().isEmpty()) {
      return;
    }
    boolean anonymous = !course.weeksOff().isEmpty();
    String at = anonymous ? "" : instant(course.closes(), LocalTime.of(20, index));
    String who = anonymous ? "" : plan.person().id();
    String response = String.format(Locale.ROOT, "P%02d", index / 3 + 1);
    String rating = Integer.toString(5 - index / 3 % 3);
    answer(course, response, "C1", "Khoá học có ích cho công việc", "rating", rating, who, at);
    String word = WORDS[index / 3 % WORDS.length];
    answer(course, response, "C2", "Mức độ hài lòng chung", "choice", word, who, at);
    String remark = REMARKS[index / 3 % REMARKS.length];
    answer(course, response, "C3", "Góp ý", "text", remark, who, at);
  }

  private void answer(
      Course course,
      String response,
      String item,
      String name,
      String kind,
      String value,
      String who,
      String at) {
    row("feedback_response", course.id(), SURVEY, response, item, name, kind, value, who, at);
  }

  private static String instant(LocalDate day, LocalTime time) {
    return INSTANT.format(day.atTime(time).atZone(Course.ZONE));
  }
}
