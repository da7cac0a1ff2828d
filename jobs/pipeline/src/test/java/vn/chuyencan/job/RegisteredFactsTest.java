package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;
import vn.chuyencan.table.Tables;

/** Posts and attempts of registers on the sample, whose events tell the same ones. */
class RegisteredFactsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  @TempDir private static Path folder;
  private static Night events;
  private static Map<List<Object>, Record> measured;
  private static List<Post> posts;
  private static List<Attempt> attempts;

  @BeforeAll
  static void measureFromEvents() {
    events = new SampleNights(folder).night(SampleNights.LAST);
    DerivedTables.of(events, SampleNights.sample().resolve("statements"))
        .deliver(events, FIRST, SampleNights.LAST, true, new Random(7));
    measured = measures(events);
    posts = new ArrayList<>();
    attempts = new ArrayList<>();
    CourseInputs inputs = new CourseInputs(events);
    inputs.each(Tables.FORUM_POST, alwaysTrue(), row -> posts.add(post(row)));
    inputs.each(Tables.ASSESSMENT_ATTEMPT, alwaysTrue(), row -> attempts.add(attempt(row)));
    assertThat(posts).hasSizeGreaterThan(100);
    assertThat(attempts).hasSizeGreaterThan(100);
  }

  private static Post post(Record row) {
    return new Post(
        text(row, "course_id"),
        text(row, "learner_id"),
        text(row, "forum_id"),
        text(row, "post_id"),
        text(row, "kind").equals("topic") ? PostKind.TOPIC : PostKind.REPLY,
        text(row, "discussion_id") == null ? "none" : text(row, "discussion_id"),
        ((OffsetDateTime) row.getField("occurred_at")).toInstant(),
        (Boolean) row.getField("deleted"),
        null);
  }

  private static Attempt attempt(Record row) {
    Instant at = ((OffsetDateTime) row.getField("finished_at")).toInstant();
    AttemptState state =
        switch (text(row, "state")) {
          case "finished" -> AttemptState.FINISHED;
          case "pending" -> AttemptState.SUBMITTED;
          default -> AttemptState.ABANDONED;
        };
    return new Attempt(
        text(row, "course_id"),
        text(row, "learner_id"),
        text(row, "exercise_id"),
        text(row, "attempt_id"),
        state,
        null,
        at,
        (BigDecimal) row.getField("score_raw"),
        (BigDecimal) row.getField("score_max"),
        null);
  }

  private static String text(Record row, String column) {
    return (String) row.getField(column);
  }

  @BeforeEach
  void nothingOfRegisters() {
    assertThat(measures(events)).isEqualTo(measured);
  }

  private static Map<List<Object>, Record> measures(Night night) {
    MeasureJob.run(night, MeasureJob.Extent.TOUCHED, Progress.NONE);
    Map<List<Object>, Record> rows = new TreeMap<>(Comparator.comparing(List::toString));
    new CourseInputs(night)
        .each(
            Tables.LEARNER_COURSE_MEASURE,
            alwaysTrue(),
            row -> rows.put(List.of(text(row, "course_id"), text(row, "learner_id")), row.copy()));
    return rows;
  }

  private static Night with(Registers registers) {
    return on(events.asOf(), registers);
  }

  private static Night on(LocalDate asOf, Registers registers) {
    return new Night(
        events.configuration(),
        registers,
        events.lake(),
        events.workers(),
        asOf,
        events.startedAt(),
        events.codeVersion());
  }

  private static Registers plus(Iterable<? extends RegisterRow> rows) {
    return events.registers().over(Registers.builder().addAll(rows).build());
  }

  private static List<RegisterRow> rows(Predicate<String> activities) {
    List<RegisterRow> rows = new ArrayList<>();
    posts.stream().filter(post -> activities.test(post.activityId())).forEach(rows::add);
    attempts.stream().filter(one -> activities.test(one.activityId())).forEach(rows::add);
    return rows;
  }

  /** Whatever both tell counts once, and from which of the two it comes makes no difference. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyShareOfTheActivitiesMayBeToldByRegisters(long seed) {
    Random random = new Random(seed);
    Set<String> activities = new TreeSet<>();
    posts.forEach(post -> activities.add(post.activityId()));
    attempts.forEach(attempt -> activities.add(attempt.activityId()));
    activities.removeIf(id -> seed > 1 && random.nextBoolean());
    List<RegisterRow> rows = rows(activities::contains);
    Collections.shuffle(rows, random);
    Registers registers = plus(rows);
    assertThat(measures(with(registers))).isEqualTo(measured);

    Collections.shuffle(rows, random);
    assertThat(plus(rows).digest()).isEqualTo(registers.digest());
    List<Object> told = new ArrayList<>();
    new CourseInputs(events)
        .each(
            Tables.FORUM_POST,
            alwaysTrue(),
            row -> {
              told.add(text(row, "post_id"));
              assertThat(text(row, "event_id") == null)
                  .isEqualTo(activities.contains(text(row, "forum_id")));
            });
    assertThat(told).hasSameSizeAs(posts).hasSameSizeAs(new HashSet<>(told));
  }

  @Test
  void manyTasksGiveWhatOneGives() {
    Night night = with(plus(rows(id -> true)));
    MeasureJob.run(night, MeasureJob.Extent.EVERYTHING, 0, Progress.NONE);
    assertThat(measures(night)).isEqualTo(measured);
  }

  /** A register may tell of days to come; they count when they have come. */
  @Test
  void nightByNightGivesWhatOneNightGives() {
    Registers registers = plus(rows(id -> true));
    Map<List<Object>, Record> early = measures(on(LocalDate.of(2026, 9, 20), registers));
    assertThat(early).isNotEqualTo(measured);
    assertThat(total(early, "posts")).isPositive().isLessThan(total(measured, "posts"));
    assertThat(total(early, "attempts")).isPositive().isLessThan(total(measured, "attempts"));
    assertThat(measures(on(LocalDate.of(2026, 10, 4), registers))).isNotEqualTo(early);
    assertThat(measures(with(registers))).isEqualTo(measured);
    // The same is true of events, so that both can be compared on any day.
    assertThat(measures(on(LocalDate.of(2026, 9, 20), registers))).isEqualTo(early);
    assertThat(measures(on(LocalDate.of(2026, 9, 20), events.registers()))).isEqualTo(early);
  }

  private static long total(Map<List<Object>, Record> rows, String column) {
    return rows.values().stream()
        .mapToLong(row -> ((Number) row.getField(column)).longValue())
        .sum();
  }

  @Test
  void aPostDeletedInTheRegisterCountsNoMore() {
    Post gone =
        posts.stream()
            .filter(post -> !post.deleted() && post.activityId().startsWith("DD"))
            .filter(post -> ((Integer) of(post).getField("posts")) > 0)
            .filter(this::isCounted)
            .findFirst()
            .orElseThrow();
    List<RegisterRow> rows = new ArrayList<>(rows(id -> true));
    rows.remove(gone);
    rows.add(
        new Post(
            gone.courseId(),
            gone.learnerId(),
            gone.activityId(),
            gone.postId(),
            gone.kind(),
            gone.discussionId(),
            gone.postedAt(),
            true,
            null));
    Map<List<Object>, Record> after = measures(with(plus(rows)));
    assertThat(after.get(key(gone)).getField("posts"))
        .isEqualTo((Integer) of(gone).getField("posts") - 1);
    assertThat(total(after, "posts")).isEqualTo(total(measured, "posts") - 1);
  }

  private boolean isCounted(Post post) {
    List<Boolean> counted = new ArrayList<>();
    new CourseInputs(events)
        .each(
            Tables.FORUM_POST,
            equal("post_id", post.postId()),
            row -> {
              if (text(row, "post_id").equals(post.postId())) {
                counted.add((Boolean) row.getField("counted"));
              }
            });
    return counted.contains(true);
  }

  private static List<Object> key(Post post) {
    return List.of(post.courseId(), post.learnerId());
  }

  private static Record of(Post post) {
    return measured.get(key(post));
  }

  /** What a register that covers a course run does not tell did not happen. */
  @Test
  void whereACourseRunIsCoveredEventsTellNothing() {
    String covered = posts.get(0).courseId();
    Registers whole =
        Registers.builder()
            .covering(RegisterName.POST, covered)
            .covering(RegisterName.ATTEMPT, covered)
            .build();
    Map<List<Object>, Record> after = measures(with(events.registers().over(whole)));
    after.forEach(
        (key, row) -> {
          if (key.get(0).equals(covered)) {
            assertThat(row.getField("posts")).isEqualTo(0);
            assertThat(row.getField("attempts")).isEqualTo(0);
            assertThat(row.getField("sessions")).isEqualTo(measured.get(key).getField("sessions"));
          } else {
            assertThat(row).isEqualTo(measured.get(key));
          }
        });
    List<String> left = new ArrayList<>();
    new CourseInputs(events)
        .each(
            Tables.FORUM_POST, equal("course_id", covered), row -> left.add(text(row, "post_id")));
    assertThat(left).isEmpty();
  }

  /** FC-X.7 to FC-X.9: what each state of an attempt means. */
  @Test
  void onlyWhatIsFinishedAndMarkedEntersTheAverage() {
    Attempt some = attempts.get(0);
    List<RegisterRow> rows = new ArrayList<>();
    rows.add(of(some, "1", AttemptState.FINISHED, "1", "3"));
    rows.add(of(some, "2", AttemptState.ABANDONED, "3", "3"));
    rows.add(of(some, "3", AttemptState.IN_PROGRESS, null, null));
    Record row = measures(with(covering(some, rows))).get(key(some));
    assertThat(row.getField("attempts")).isEqualTo(1);
    assertThat(row.getField("exercises_completed")).isEqualTo(1);
    assertThat(row.getField("exercises_pending")).isEqualTo(0);
    assertThat(best(row, some)).isEqualByComparingTo("33.333333");
    Map<String, String> states = new TreeMap<>();
    new CourseInputs(events)
        .each(
            Tables.ASSESSMENT_ATTEMPT,
            equal("course_id", some.courseId()),
            one -> states.put(text(one, "attempt_id"), text(one, "state")));
    assertThat(states).isEqualTo(Map.of("1", "finished", "2", "abandoned", "3", "in_progress"));
  }

  @Test
  void whatWaitsForItsMarkIsCompletedAndPending() {
    Attempt some = attempts.get(0);
    Record row =
        measures(with(covering(some, List.of(of(some, "1", AttemptState.SUBMITTED, null, "10")))))
            .get(key(some));
    assertThat(row.getField("attempts")).isEqualTo(0);
    assertThat(row.getField("exercises_completed")).isEqualTo(1);
    assertThat(row.getField("exercises_pending")).isEqualTo(1);
    Record ungraded =
        measures(with(covering(some, List.of(of(some, "1", AttemptState.FINISHED, null, "10")))))
            .get(key(some));
    assertThat(ungraded.getField("exercises_pending")).isEqualTo(1);
  }

  private static Registers covering(Attempt some, List<RegisterRow> rows) {
    return events
        .registers()
        .over(
            Registers.builder()
                .addAll(rows)
                .covering(RegisterName.ATTEMPT, some.courseId())
                .build());
  }

  private static Attempt of(
      Attempt some, String id, AttemptState state, String score, String maxScore) {
    boolean ended = state != AttemptState.IN_PROGRESS;
    return new Attempt(
        some.courseId(),
        some.learnerId(),
        some.activityId(),
        id,
        state,
        some.at(),
        ended ? some.at() : null,
        score == null ? null : new BigDecimal(score),
        maxScore == null ? null : new BigDecimal(maxScore),
        null);
  }

  private static List<Object> key(Attempt attempt) {
    return List.of(attempt.courseId(), attempt.learnerId());
  }

  @SuppressWarnings("unchecked")
  private static BigDecimal best(Record row, Attempt some) {
    return ((Map<String, BigDecimal>) row.getField("best_percent_by_exercise"))
        .get(some.activityId());
  }
}
