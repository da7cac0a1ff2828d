package vn.chuyencan.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.WeekCalendar;

/**
 * Everything that is measured of one learner in one course run: a pure function of what was seen
 * and what the registers say. It does not depend on the as-of date, so a night need not touch a
 * learner of whom nothing new was seen.
 */
final class LearnerCourse {
  private final CourseContext context;
  private final String learnerId;
  private final Map<String, Object> measures = new TreeMap<>();
  private final List<Map<String, Object>> isoWeeks = new ArrayList<>();
  private final List<Map<String, Object>> courseWeeks = new ArrayList<>();
  private final List<Map<String, Object>> posts;
  private final List<Map<String, Object>> attempts;
  private final List<Map<String, Object>> attendance;
  private final List<Map<String, Object>> submissions;
  private final List<Map<String, Object>> reviews;

  private LearnerCourse(CourseContext context, String learnerId, LearnerFacts facts) {
    this.context = context;
    this.learnerId = learnerId;
    AccessMeasures access = new AccessMeasures(context, facts);
    ForumMeasures forums = new ForumMeasures(context, learnerId, facts);
    ExerciseMeasures exercises = new ExerciseMeasures(context, learnerId, facts);
    AttendanceMeasures sessions = new AttendanceMeasures(context, learnerId);
    PracticeMeasures practice = new PracticeMeasures(context, learnerId);
    measures.put("course_id", context.run().courseId());
    measures.put("learner_id", learnerId);
    measures.put("inferred", context.inferred());
    addEnrolment();
    access.addTo(measures);
    forums.addTo(measures);
    exercises.addTo(measures);
    sessions.addTo(measures);
    practice.addTo(measures);
    measures.put("missing_inputs", missingInputs());
    addWeeks(access, forums.countedDays());
    posts = forums.rows();
    attempts = exercises.rows();
    attendance = sessions.rows();
    submissions = practice.submissionRows();
    reviews = practice.reviewRows();
  }

  /** Measures one learner. */
  static LearnerCourse of(CourseContext context, String learnerId, LearnerFacts facts) {
    return new LearnerCourse(context, learnerId, facts);
  }

  private void addEnrolment() {
    Enrolment enrolment = context.enrolments().get(learnerId);
    measures.put("role", enrolment == null ? Role.LEARNER.code() : enrolment.role().code());
    LocalDate enrolledOn = enrolment == null ? null : enrolment.enrolledOn();
    measures.put("enrolled_on", enrolledOn);
    measures.put("left_on", enrolment == null ? null : enrolment.leftOn());
    List<String> before = new ArrayList<>();
    for (WeekCalendar.Week week : context.calendar().weeks()) {
      if (enrolledOn != null && week.firstDay().isBefore(enrolledOn)) {
        before.add(Integer.toString(week.number()));
      }
    }
    measures.put("weeks_before_enrolment", before);
    measures.put("weeks", context.calendar().weeks().size());
  }

  private List<String> missingInputs() {
    List<String> missing = new ArrayList<>();
    for (RegisterName register : RegisterName.values()) {
      if (!context.has(register)) {
        missing.add(register.code());
      }
    }
    return missing;
  }

  private void addWeeks(AccessMeasures access, List<LocalDate> postDays) {
    access
        .isoWeeks(postDays)
        .forEach((name, week) -> isoWeeks.add(weekRow("iso_week", name, week)));
    access
        .courseWeeks(postDays)
        .forEach((number, week) -> courseWeeks.add(weekRow("course_week", number, week)));
  }

  private Map<String, Object> weekRow(String column, Object name, AccessMeasures.Week week) {
    Map<String, Object> row = new TreeMap<>();
    row.put("course_id", context.run().courseId());
    row.put("learner_id", learnerId);
    row.put(column, name);
    row.put("first_day", week.firstDay);
    row.put("last_day", week.lastDay);
    row.put("sessions", week.sessions);
    row.put("active_days", week.activeDays);
    row.put("minutes", AccessMeasures.minutes(week.micros));
    row.put("events", week.events);
    row.put("posts", week.posts);
    row.put("inferred", context.inferred());
    return row;
  }

  /** The row of {@code learner_course_measure}. */
  Map<String, Object> measures() {
    return measures;
  }

  /** Rows by the name of their table. */
  Map<String, List<Map<String, Object>>> rows() {
    Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    rows.put("learner_course_measure", List.of(measures));
    rows.put("learner_week", isoWeeks);
    rows.put("learner_course_week", courseWeeks);
    rows.put("forum_post", posts);
    rows.put("assessment_attempt", attempts);
    rows.put("attendance_record", attendance);
    rows.put("submission", submissions);
    rows.put("peer_review", reviews);
    return rows;
  }
}
