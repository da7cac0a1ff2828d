package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.CompletionState;
import vn.chuyencan.model.ContentStatus;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.CourseParameter;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.ExerciseSet;
import vn.chuyencan.model.LinkStatus;
import vn.chuyencan.model.Login;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.SessionStatus;
import vn.chuyencan.model.SubmissionCheck;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/** What is measured for the other readings of REQUIREMENTS 3.1, at their boundaries. */
class OtherReadingsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final RowShape SHAPE = RowShape.of(Tables.LEARNER_COURSE_MEASURE);

  /** A Wednesday: course weeks begin on Wednesdays, ISO weeks on Mondays. */
  private static final LocalDate OPENS = LocalDate.of(2026, 9, 9);

  private static Registers.Builder registers() {
    return Registers.builder()
        .add(
            new CourseRun(
                "L1",
                "Lớp",
                "https://lms.example/course/1",
                OPENS,
                OPENS.plusDays(18),
                null,
                Set.of(),
                null),
            new Enrolment("L1", "HV1", Role.LEARNER, OPENS.plusDays(6), null));
  }

  private static CourseContext context(Registers.Builder registers) {
    return CourseContext.of(registers.build(), List.of(), ZONE).get(0);
  }

  private static CourseContext context(String estimator) {
    Reading reading = new Reading(Estimator.named(estimator), Optional.empty());
    return CourseContext.of(registers().build(), List.of(), ZONE, reading).get(0);
  }

  private static Instant at(int day, int hour, int minute) {
    return OPENS.plusDays(day).atTime(hour, minute).atZone(ZONE).toInstant();
  }

  private static Burst burst(int day, int hour, int minute, int minutes) {
    long start = Instants.micros(at(day, hour, minute));
    return new Burst(start, start + minutes * 60_000_000L, 3);
  }

  private static LearnerFacts facts(CourseContext context, Burst... bursts) {
    TreeSet<Integer> days = new TreeSet<>();
    for (Burst burst : bursts) {
      days.add(context.days().day(burst.start()));
    }
    return new LearnerFacts(
        List.of(bursts),
        List.of(),
        new ArrayList<>(days),
        List.of(),
        List.of(),
        context.registered().attempts("HV1", day -> true),
        context.registered().logins("HV1", day -> true).stream()
            .map(at -> context.days().day(Instants.micros(at)))
            .toList(),
        context.registered().completed("HV1", day -> true),
        Set.of());
  }

  private static Object measure(CourseContext context, LearnerFacts facts, String column) {
    return LearnerCourse.of(context, "HV1", facts).measures()[SHAPE.place(column)];
  }

  @Test
  void silenceOfThirtyMinutesIsOneAccessAndOfThirtyOneIsTwo() {
    CourseContext context = context(registers());
    LearnerFacts near = facts(context, burst(0, 8, 0, 10), burst(0, 8, 39, 10));
    LearnerFacts far = facts(context, burst(0, 8, 0, 10), burst(0, 8, 41, 10));
    assertThat(measure(context, near, "sessions")).isEqualTo(1);
    assertThat(measure(context, far, "sessions")).isEqualTo(2);
    assertThat(measure(context, near, "sessions_by_iso_week"))
        .isEqualTo(Map.of("2026-W37", 1, "2026-W38", 0, "2026-W39", 0));
    assertThat(measure(context, near, "minutes")).isEqualTo(new BigDecimal("49.000000"));
    assertThat(measure(context, far, "minutes")).isEqualTo(new BigDecimal("20.000000"));
    assertThat(measure(context, far, "minutes_with_tail")).isEqualTo(new BigDecimal("50.000000"));
  }

  @Test
  void isoWeeksDivideTheSameDaysOtherwise() {
    CourseContext context = context(registers());
    // Sunday and Monday: one course week, two ISO weeks.
    LearnerFacts facts = facts(context, burst(4, 9, 0, 5), burst(5, 9, 0, 5), burst(5, 20, 0, 5));
    assertThat(measure(context, facts, "sessions_by_week"))
        .isEqualTo(Map.of("1", 3, "2", 0, "3", 0));
    assertThat(measure(context, facts, "sessions_by_iso_week"))
        .isEqualTo(Map.of("2026-W37", 1, "2026-W38", 2, "2026-W39", 0));
    assertThat(measure(context, facts, "active_days_by_iso_week"))
        .isEqualTo(Map.of("2026-W37", 1, "2026-W38", 1, "2026-W39", 0));
    assertThat(measure(context, facts, "weeks_before_enrolment")).isEqualTo(List.of("1"));
    assertThat(measure(context, facts, "iso_weeks_before_enrolment"))
        .isEqualTo(List.of("2026-W37", "2026-W38"));
    assertThat(measure(context, facts, "iso_weeks_without_forum"))
        .isEqualTo(List.of("2026-W37", "2026-W38", "2026-W39"));
    assertThat(measure(context, facts, "weeks_extended")).isEqualTo(List.of());
  }

  /** FC-X.1 says 30 minutes; FC-X.2, by which time is estimated, may say others. */
  @Test
  void howTimeIsEstimatedTakesNobodyAnAccess() {
    for (String estimator : List.of("standard", "dedication", "use_stats", "attendance_register")) {
      CourseContext context = context(estimator);
      LearnerFacts facts = facts(context, burst(6, 23, 0, 10), burst(6, 23, 41, 25));
      assertThat(measure(context, facts, "sessions")).as(estimator).isEqualTo(2);
      assertThat(measure(context, facts, "sessions_by_week"))
          .as(estimator)
          .isEqualTo(Map.of("1", 2, "2", 0, "3", 0));
    }
    CourseContext dedication = context("dedication");
    LearnerFacts facts = facts(dedication, burst(6, 23, 0, 10), burst(6, 23, 41, 25));
    assertThat(measure(dedication, facts, "minutes")).isEqualTo(new BigDecimal("66.000000"));
    CourseContext useStats = context("use_stats");
    assertThat(measure(useStats, facts, "minutes")).isEqualTo(new BigDecimal("81.000000"));
  }

  @Test
  void loginsCountByWeekWhereARegisterTellsThem() {
    CourseContext without = context(registers());
    assertThat(measure(without, facts(without), "logins_by_week")).isNull();
    CourseContext with =
        context(
            registers()
                .add(
                    new Login("HV1", at(0, 0, 0)),
                    new Login("HV1", at(6, 23, 59)),
                    new Login("HV1", at(7, 0, 0)),
                    new Login("HV1", at(-1, 23, 59)),
                    new Login("HV2", at(1, 1, 1))));
    assertThat(measure(with, facts(with), "logins_by_week"))
        .isEqualTo(Map.of("1", 2, "2", 1, "3", 0));
  }

  @Test
  void attendanceMinutesAreUnitedWithTheClock() {
    CourseContext context =
        context(
            registers()
                .add(
                    session("B0", -1, SessionStatus.HELD),
                    session("B1", 0, SessionStatus.HELD),
                    session("B2", 1, SessionStatus.HELD),
                    session("B3", 2, SessionStatus.PLANNED),
                    new Attendance("L1", "B0", "HV1", AttendanceStatus.PRESENT),
                    new Attendance("L1", "B1", "HV1", AttendanceStatus.LATE),
                    new Attendance("L1", "B2", "HV1", AttendanceStatus.EXCUSED)));
    // From 8:30 to 9:30 the learner clicks, from 9:00 to 10:00 the session is attended; what was
    // before the opening is no time in the course.
    LearnerFacts facts = facts(context, burst(0, 8, 30, 60));
    assertThat(measure(context, facts, "minutes")).isEqualTo(new BigDecimal("60.000000"));
    assertThat(measure(context, facts, "minutes_with_attendance"))
        .isEqualTo(new BigDecimal("90.000000"));
    assertThat(measure(context, facts, "plenary_planned")).isEqualTo(1);
    assertThat(measure(context, facts, "practice_planned")).isEqualTo(0);
    assertThat(measure(context, facts, "plenary_held")).isEqualTo(3);
    assertThat(measure(context, facts, "plenary_excused")).isEqualTo(1);
  }

  private static ClassSession session(String id, int day, SessionStatus status) {
    return new ClassSession("L1", id, id, true, false, at(day, 9, 0), at(day, 10, 0), status);
  }

  @Test
  void twoSetsOfExercisesHaveTheirOwnAverages() {
    CourseContext context =
        context(
            registers()
                .present(RegisterName.ATTEMPT)
                .add(
                    exercise("T1", ExerciseSet.SELF_ASSESSMENT),
                    exercise("P1", ExerciseSet.PROGRESS),
                    exercise("B1", null),
                    attempt("T1", "1", AttemptState.FINISHED, 10),
                    attempt("P1", "1", AttemptState.FINISHED, 4),
                    attempt("B1", "1", AttemptState.FINISHED, 6),
                    attempt("B1", "2", AttemptState.ABANDONED, 0),
                    attempt("P1", "2", AttemptState.SUBMITTED, 0),
                    new Completion("L1", "HV1", "P1", CompletionState.COMPLETE_PASS, null, null),
                    new Completion("L1", "HV1", "T1", CompletionState.COMPLETE, null, null)));
    LearnerFacts facts = facts(context);
    assertThat(measure(context, facts, "exercises")).isEqualTo(2);
    assertThat(measure(context, facts, "exercises_completed")).isEqualTo(2);
    assertThat(measure(context, facts, "exercises_passed")).isEqualTo(1);
    assertThat(measure(context, facts, "exercises_flagged")).isEqualTo(1);
    assertThat(measure(context, facts, "exercises_pending")).isEqualTo(1);
    assertThat(measure(context, facts, "average_macro")).isEqualTo(new BigDecimal("50.000000"));
    assertThat(measure(context, facts, "average_with_abandoned"))
        .isEqualTo(new BigDecimal("35.000000"));
    assertThat(measure(context, facts, "self_assessments")).isEqualTo(2);
    assertThat(measure(context, facts, "self_assessments_pending")).isEqualTo(0);
    assertThat(measure(context, facts, "self_assessments_waiting")).isEqualTo(List.of());
    assertThat(measure(context, facts, "self_assessment_macro"))
        .isEqualTo(new BigDecimal("80.000000"));
    assertThat(measure(context, facts, "self_assessment_pooled"))
        .isEqualTo(new BigDecimal("80.000000"));
    assertThat(measure(context, facts, "self_assessment_with_abandoned"))
        .isEqualTo(new BigDecimal("65.000000"));
    assertThat(measure(context, facts, "self_assessment_best"))
        .isEqualTo(Map.of("T1", new BigDecimal("100.000000"), "B1", new BigDecimal("60.000000")));
  }

  private static Activity exercise(String id, ExerciseSet set) {
    return new Activity(
        "L1",
        id,
        "https://lms.example/quiz/" + id,
        CourseActivityKind.EXERCISE,
        id,
        null,
        null,
        true,
        BigDecimal.TEN,
        null,
        id.equals("P1") ? OPENS.plusDays(10) : null,
        null,
        set,
        null);
  }

  private static Attempt attempt(String exercise, String id, AttemptState state, int score) {
    return new Attempt(
        "L1",
        "HV1",
        exercise,
        id,
        state,
        at(1, 8, 0),
        at(1, 9, 0),
        state == AttemptState.FINISHED ? BigDecimal.valueOf(score) : null,
        BigDecimal.TEN,
        null);
  }

  @Test
  void whatNobodyOpenedAndWhatShowsNothingIsCounted() {
    CourseContext context =
        context(
            registers()
                .add(
                    handedIn(Artefact.PRODUCT, LinkStatus.UNCHECKED, CheckStatus.UNCHECKED),
                    handedIn(Artefact.SITUATION, LinkStatus.UNCHECKED, CheckStatus.CORRECT)));
    assertThat(measure(context, facts(context), "submission_links_unknown")).isEqualTo(1);
    assertThat(measure(context, facts(context), "submissions_empty")).isEqualTo(2);
  }

  private static SubmissionCheck handedIn(Artefact artefact, LinkStatus link, CheckStatus check) {
    return new SubmissionCheck(
        "L1",
        "HV1",
        artefact.code(),
        artefact,
        at(3, 9, 0),
        link,
        ContentStatus.EMPTY,
        check,
        null,
        null);
  }

  @Test
  void theRunTellsUntilWhenAndWithWhatParameters() {
    CourseContext context =
        context(
            registers()
                .add(exercise("P1", null), new CourseParameter("L1", "minutes_required", "480")));
    CourseProgress progress =
        CourseProgressStep.of(
                List.of(context), Map.of(), Set.of(OPENS.plusDays(1)), OPENS.plusDays(8))
            .get(0);
    assertThat(progress.parameters()).isEqualTo(Map.of("minutes_required", "480"));
    assertThat(progress.weeksElapsed()).isEqualTo(1);
    assertThat(progress.isoWeeksElapsed()).isEqualTo(1);
    assertThat(progress.logGapWeeks()).containsExactly("1");
    assertThat(progress.isoLogGapWeeks()).containsExactly("2026-W37");
    assertThat(progress.deadlines().of("week=1")).contains(OPENS.plusDays(6));
    assertThat(progress.deadlines().of("week=2026-W37")).contains(LocalDate.of(2026, 9, 13));
    assertThat(progress.deadlines().of("exercise=P1")).contains(OPENS.plusDays(10));
    assertThat(progress.deadlines().of("")).contains(OPENS.plusDays(18));
  }

  @Test
  void theRowsThatWereCountedAreNamed() {
    CourseContext context =
        context(
            registers().add(exercise("P1", null), attempt("P1", "7", AttemptState.FINISHED, 4)));
    LearnerCourse learner =
        LearnerCourse.of(context, "HV1", facts(context, burst(0, 9, 0, 5), burst(2, 9, 0, 5)));
    RowShape shape = RowShape.of(Tables.LEARNER_COURSE_EVIDENCE);
    List<Object[]> rows =
        learner.rows().get(LearnerCourse.TABLES.indexOf(Tables.LEARNER_COURSE_EVIDENCE));
    assertThat(rows)
        .extracting(row -> row[shape.place("evidence_table")] + " " + row[shape.place("keys")])
        .containsExactly("activity_burst [2026-09-09, 2026-09-11]", "assessment_attempt [P1/7]");
    assertThat(rows.get(0)[shape.place("counted")]).isEqualTo(2);
  }
}
