package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.WeekCalendar;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * Everything that is measured of one learner in one course run: a pure function of what was seen
 * and what the registers say. It does not depend on the as-of date, so a night need not touch a
 * course run of which nothing new was seen.
 */
public final class LearnerCourse {
  /** The tables that a learner's rows fill, in the order of {@link #rows}. */
  public static final List<String> TABLES =
      List.of(
          Tables.LEARNER_COURSE_MEASURE,
          Tables.LEARNER_WEEK,
          Tables.LEARNER_COURSE_WEEK,
          Tables.FORUM_POST,
          Tables.ASSESSMENT_ATTEMPT,
          Tables.ATTENDANCE_RECORD,
          Tables.SUBMISSION,
          Tables.PEER_REVIEW,
          Tables.GRADE,
          Tables.COMPLETION,
          Tables.LEARNER_COURSE_EVIDENCE,
          Tables.CORRECTION);

  private static final int SESSION_TIMES =
      RowShape.of(Tables.LEARNER_COURSE_WEEK).place("session_times");

  private final CourseContext context;
  private final String learnerId;
  private final MeasureRow measures = new MeasureRow();
  private final List<List<Object[]>> rows;
  private final List<Object[]> signals;

  private LearnerCourse(
      CourseContext context, String learnerId, LearnerFacts facts, List<Object[]> signals) {
    this.context = context;
    this.learnerId = learnerId;
    this.signals = signals;
    LearnerCorrections corrections = new LearnerCorrections(context, learnerId);
    ForumMeasures forums = new ForumMeasures(context, learnerId, facts, corrections);
    AttendanceMeasures sessions = new AttendanceMeasures(context, learnerId, corrections);
    AccessMeasures access =
        new AccessMeasures(context, facts, forums.countedDays(), sessions.attended());
    ExerciseMeasures exercises = new ExerciseMeasures(context, learnerId, facts, corrections);
    PracticeMeasures practice = new PracticeMeasures(context, learnerId, corrections);
    measures.set("course_id", context.run().courseId());
    measures.set("learner_id", learnerId);
    measures.set("inferred", context.inferred());
    addEnrolment();
    access.addTo(measures);
    forums.addTo(measures);
    exercises.addTo(measures);
    sessions.addTo(measures);
    practice.addTo(measures);
    addResults();
    measures.set("weeks_excused", corrections.excusedWeeks(List.of(context.weekNames())));
    measures.set("missing_inputs", context.missingInputs());
    rows =
        List.of(
            Collections.singletonList(measures.values()),
            isoWeeks(access),
            courseWeeks(access),
            forums.rows(),
            exercises.rows(),
            sessions.rows(),
            practice.submissionRows(),
            practice.reviewRows(),
            context.results().grades(learnerId),
            context.results().completions(learnerId),
            new CountedEvidence(context.run().courseId(), learnerId)
                .days(facts.activeDays())
                .rows(Tables.FORUM_POST, forums.rows(), "counted", "post_id")
                .rows(
                    Tables.ASSESSMENT_ATTEMPT,
                    exercises.rows(),
                    "counted",
                    "exercise_id",
                    "attempt_id")
                .rows(Tables.ATTENDANCE_RECORD, sessions.rows(), "counted_present", "session_id")
                .rows(Tables.SUBMISSION, practice.submissionRows(), null, "activity_id", "artefact")
                .rows(
                    Tables.PEER_REVIEW,
                    practice.reviewRows(),
                    "counted",
                    "activity_id",
                    "reviewee_id")
                .rows(),
            corrections.rows());
  }

  /** Measures one learner in whose traces nothing else is looked for. */
  static LearnerCourse of(CourseContext context, String learnerId, LearnerFacts facts) {
    return of(context, learnerId, facts, List.of());
  }

  /**
   * Measures one learner.
   *
   * @param signals what stands out in the learner's traces, of which no measure is made
   */
  static LearnerCourse of(
      CourseContext context, String learnerId, LearnerFacts facts, List<Object[]> signals) {
    return new LearnerCourse(context, learnerId, facts, signals);
  }

  private void addEnrolment() {
    Enrolment enrolment = context.enrolments().get(learnerId);
    measures.set("role", enrolment == null ? Role.LEARNER.code() : enrolment.role().code());
    LocalDate enrolledOn = enrolment == null ? null : enrolment.enrolledOn();
    measures.set("enrolled_on", enrolledOn);
    measures.set("left_on", enrolment == null ? null : enrolment.leftOn());
    List<String> before = new ArrayList<>();
    for (WeekCalendar.Week week : context.calendar().weeks()) {
      if (enrolledOn != null && week.firstDay().isBefore(enrolledOn)) {
        before.add(Integer.toString(week.number()));
      }
    }
    measures.set("weeks_before_enrolment", before);
    measures.set("weeks", context.calendar().weeks().size());
    measures.set(
        "iso_weeks_before_enrolment",
        context
            .isoWeeks()
            .names(week -> enrolledOn != null && week.firstDay().isBefore(enrolledOn)));
    measures.set(
        "weeks_extended",
        context.calendar().weeks().stream()
            .filter(WeekCalendar.Week::extended)
            .map(week -> Integer.toString(week.number()))
            .toList());
  }

  private void addResults() {
    BigDecimal credits = context.run().credits();
    if (credits != null) {
      measures.set("course_credits", Fraction.of(credits).floor(ComponentMarks.SCALE));
    }
    new ComponentMarks(context.results().gradesOf(learnerId)).addTo(measures);
    context.transcripts().ifPresent(transcripts -> transcripts.addTo(measures, learnerId));
  }

  private List<Object[]> isoWeeks(AccessMeasures access) {
    List<Object[]> weeks = new ArrayList<>();
    access
        .isoWeeks()
        .forEach(
            (number, week) ->
                weeks.add(WeekColumns.ISO.row(this, context.days().isoName(number), week)));
    return weeks;
  }

  private List<Object[]> courseWeeks(AccessMeasures access) {
    AccessMeasures.Week[] seen = access.courseWeeks();
    List<Object[]> weeks = new ArrayList<>(seen.length);
    for (int number = 1; number < seen.length; number++) {
      Object[] row = WeekColumns.COURSE.row(this, number, seen[number]);
      row[SESSION_TIMES] = seen[number].sessionTimes;
      weeks.add(row);
    }
    return weeks;
  }

  /** The places of the columns of a table of weeks. */
  private static final class WeekColumns {
    private static final WeekColumns ISO = new WeekColumns(Tables.LEARNER_WEEK, "iso_week");
    private static final WeekColumns COURSE =
        new WeekColumns(Tables.LEARNER_COURSE_WEEK, "course_week");

    private final RowShape shape;
    private final int[] places;

    WeekColumns(String table, String week) {
      shape = RowShape.of(table);
      String[] columns = {
        "course_id",
        "learner_id",
        week,
        "first_day",
        "last_day",
        "sessions",
        "active_days",
        "minutes",
        "events",
        "posts",
        "inferred"
      };
      places = new int[columns.length];
      for (int column = 0; column < columns.length; column++) {
        places[column] = shape.place(columns[column]);
      }
    }

    Object[] row(LearnerCourse learner, Object name, AccessMeasures.Week week) {
      Object[] values = {
        learner.context.run().courseId(),
        learner.learnerId,
        name,
        week.firstDay,
        week.lastDay,
        week.sessions,
        week.activeDays,
        AccessMeasures.minutes(week.micros),
        week.events,
        week.posts,
        learner.context.inferred()
      };
      Object[] row = shape.row();
      for (int value = 0; value < values.length; value++) {
        row[places[value]] = values[value];
      }
      return row;
    }
  }

  /** The row of {@code learner_course_measure}. */
  public Object[] measures() {
    return measures.values();
  }

  /** The learner. */
  public String learnerId() {
    return learnerId;
  }

  /** Rows of {@code integrity_signal}; none unless the configuration asks for some. */
  public List<Object[]> signals() {
    return signals;
  }

  /** Rows of each table of {@link #TABLES}, each in its table's order. */
  public List<List<Object[]>> rows() {
    return rows;
  }
}
