package vn.chuyencan.policy;

import static vn.chuyencan.policy.MeasureType.IDS;
import static vn.chuyencan.policy.MeasureType.NUMBER;
import static vn.chuyencan.policy.MeasureType.NUMBER_BY_ISO_WEEK;
import static vn.chuyencan.policy.MeasureType.NUMBER_BY_ITEM;
import static vn.chuyencan.policy.MeasureType.NUMBER_BY_WEEK;
import static vn.chuyencan.policy.MeasureType.WEEKS;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every measure that a policy may name, with its unit and with the input that must supply it when
 * it is missing. The names are the columns of {@code learner_course_measure}.
 */
public final class MeasureCatalog {
  /** The log itself. */
  public static final String LOG = "learning_event";

  /** Not an input that somebody forgot: the course run is still going on. */
  public static final String CLOSING = "course_run.closing";

  private static final String COURSE_WEEK_TABLE = "learner_course_week";
  private static final String ISO_WEEK_TABLE = "learner_week";
  private static final String POST_TABLE = "forum_post";
  private static final String ATTEMPT_TABLE = "assessment_attempt";
  private static final String ATTENDANCE_TABLE = "attendance_record";
  private static final String SUBMISSION_TABLE = "submission";
  private static final String REVIEW_TABLE = "peer_review";

  private static final String GRADE_TABLE = "grade";
  private static final String COURSE_RUN_TABLE = "course_run";

  private static final List<String> FROM_LOG = List.of(LOG);
  private static final List<String> FROM_CALENDAR = List.of("course_run");
  private static final List<String> FROM_ACTIVITIES = List.of("activity");
  private static final List<String> FROM_COMPLETIONS = List.of("activity", "completion");
  private static final List<String> FROM_SESSIONS = List.of("class_session");
  private static final List<String> FROM_ATTENDANCE = List.of("class_session", "attendance");
  private static final List<String> FROM_GROUPS = List.of("group_member", "activity");
  private static final List<String> FROM_CHECKS = List.of("submission_check");
  private static final List<String> FROM_ALLOCATION = List.of("peer_review");
  private static final List<String> FROM_GRADES = List.of("grade");
  private static final List<String> FROM_CREDITS = List.of("course_run.credits");
  private static final List<String> FROM_TERMS = List.of("course_run.term_id");
  private static final List<String> FROM_TRANSCRIPT = List.of("course_run.term_id", "grade");

  private static final Map<String, MeasureDefinition> BY_NAME = new LinkedHashMap<>();

  static {
    add("events", NUMBER, "event", FROM_LOG, COURSE_WEEK_TABLE);
    add("sessions", NUMBER, "access", FROM_LOG, COURSE_WEEK_TABLE);
    add("active_days", NUMBER, "day", FROM_LOG, COURSE_WEEK_TABLE);
    add("minutes", NUMBER, "minute", FROM_LOG, COURSE_WEEK_TABLE);
    add("minutes_15", NUMBER, "minute", FROM_LOG, COURSE_WEEK_TABLE);
    add("minutes_30", NUMBER, "minute", FROM_LOG, COURSE_WEEK_TABLE);
    add("minutes_60", NUMBER, "minute", FROM_LOG, COURSE_WEEK_TABLE);
    add("minutes_with_tail", NUMBER, "minute", FROM_LOG, COURSE_WEEK_TABLE);
    add("minutes_with_attendance", NUMBER, "minute", FROM_ATTENDANCE, COURSE_WEEK_TABLE);
    add("sessions_by_week", NUMBER_BY_WEEK, "access", FROM_CALENDAR, COURSE_WEEK_TABLE);
    add("active_days_by_week", NUMBER_BY_WEEK, "day", FROM_CALENDAR, COURSE_WEEK_TABLE);
    add("logins_by_week", NUMBER_BY_WEEK, "access", FROM_CALENDAR, COURSE_WEEK_TABLE);
    add("sessions_by_iso_week", NUMBER_BY_ISO_WEEK, "access", FROM_CALENDAR, ISO_WEEK_TABLE);
    add("active_days_by_iso_week", NUMBER_BY_ISO_WEEK, "day", FROM_CALENDAR, ISO_WEEK_TABLE);
    add("weeks", NUMBER, "week", FROM_CALENDAR, "course_run");
    add("weeks_elapsed", NUMBER, "week", FROM_CALENDAR, "course_run");
    add("weeks_extended", WEEKS, "", FROM_CALENDAR, "course_run");
    add("log_gap_weeks", WEEKS, "", FROM_LOG, COURSE_WEEK_TABLE);
    add("weeks_before_enrolment", WEEKS, "", List.of("enrolment"), COURSE_WEEK_TABLE);
    add("weeks_excused", WEEKS, "", List.of("correction"), "correction");
    add("weeks_without_forum", WEEKS, "", FROM_ACTIVITIES, POST_TABLE);
    add("iso_weeks_elapsed", NUMBER, "week", FROM_CALENDAR, "course_run");
    add("iso_log_gap_weeks", WEEKS, "", FROM_LOG, ISO_WEEK_TABLE);
    add("iso_weeks_before_enrolment", WEEKS, "", List.of("enrolment"), ISO_WEEK_TABLE);
    add("iso_weeks_without_forum", WEEKS, "", FROM_ACTIVITIES, POST_TABLE);
    add("posts", NUMBER, "post", FROM_ACTIVITIES, POST_TABLE);
    add("posts_by_forum", NUMBER_BY_ITEM, "post", FROM_ACTIVITIES, POST_TABLE);
    add("posts_by_week", NUMBER_BY_WEEK, "post", FROM_ACTIVITIES, POST_TABLE);
    add("posts_by_iso_week", NUMBER_BY_ISO_WEEK, "post", FROM_ACTIVITIES, POST_TABLE);
    add("forums", NUMBER, "forum", FROM_ACTIVITIES, POST_TABLE);
    add("exercises", NUMBER, "exercise", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("exercises_completed", NUMBER, "exercise", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("exercises_pending", NUMBER, "exercise", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("attempts", NUMBER, "attempt", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("best_percent_by_exercise", NUMBER_BY_ITEM, "percent", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("average_macro", NUMBER, "percent", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("average_pooled", NUMBER, "percent", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("average_with_abandoned", NUMBER, "percent", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("exercises_passed", NUMBER, "exercise", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("exercises_flagged", NUMBER, "exercise", FROM_COMPLETIONS, ATTEMPT_TABLE);
    add("self_assessments", NUMBER, "exercise", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("self_assessments_pending", NUMBER, "exercise", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("self_assessments_waiting", IDS, "", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("self_assessment_best", NUMBER_BY_ITEM, "percent", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("self_assessment_macro", NUMBER, "percent", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("self_assessment_pooled", NUMBER, "percent", FROM_ACTIVITIES, ATTEMPT_TABLE);
    add("self_assessment_with_abandoned", NUMBER, "percent", FROM_ACTIVITIES, ATTEMPT_TABLE);
    for (String list : List.of("plenary", "practice")) {
      add(list + "_held", NUMBER, "session", FROM_SESSIONS, ATTENDANCE_TABLE);
      add(list + "_planned", NUMBER, "session", FROM_SESSIONS, ATTENDANCE_TABLE);
      add(list + "_present", NUMBER, "session", FROM_ATTENDANCE, ATTENDANCE_TABLE);
      add(list + "_excused", NUMBER, "session", FROM_ATTENDANCE, ATTENDANCE_TABLE);
      add(list + "_unmarked", NUMBER, "session", FROM_ATTENDANCE, ATTENDANCE_TABLE);
    }
    add("group_members", NUMBER, "member", List.of("group_member"), POST_TABLE);
    add("group_topics", NUMBER, "topic", FROM_GROUPS, POST_TABLE);
    add("group_topics_elsewhere", NUMBER, "topic", FROM_GROUPS, POST_TABLE);
    add("group_posts", NUMBER, "post", FROM_GROUPS, POST_TABLE);
    add("oral_consultations", NUMBER, "consultation", List.of("correction"), "correction");
    add("group_consultations", NUMBER, "consultation", FROM_GROUPS, POST_TABLE);
    add("group_members_with_draft", NUMBER, "member", FROM_GROUPS, POST_TABLE);
    add("group_members_commented", NUMBER, "member", FROM_GROUPS, POST_TABLE);
    add("group_members_without_draft", IDS, "", FROM_GROUPS, POST_TABLE);
    add("group_members_not_commented", IDS, "", FROM_GROUPS, POST_TABLE);
    add("submissions_required", NUMBER, "artefact", FROM_CHECKS, SUBMISSION_TABLE);
    add("submissions_present", NUMBER, "artefact", FROM_CHECKS, SUBMISSION_TABLE);
    add("submissions_correct", NUMBER, "artefact", FROM_CHECKS, SUBMISSION_TABLE);
    add("submissions_incorrect", NUMBER, "artefact", FROM_CHECKS, SUBMISSION_TABLE);
    add("submissions_unchecked", NUMBER, "artefact", FROM_CHECKS, SUBMISSION_TABLE);
    add("submission_links_unknown", NUMBER, "artefact", FROM_CHECKS, SUBMISSION_TABLE);
    add("submissions_empty", NUMBER, "artefact", FROM_CHECKS, SUBMISSION_TABLE);
    add("submission_links_dead", NUMBER, "artefact", FROM_CHECKS, SUBMISSION_TABLE);
    add("reviews_allocated", NUMBER, "review", FROM_ALLOCATION, REVIEW_TABLE);
    add("reviews_completed", NUMBER, "review", FROM_ALLOCATION, REVIEW_TABLE);
    add("reviews_unknown", NUMBER, "review", FROM_ALLOCATION, REVIEW_TABLE);
    add("review_score_mean", NUMBER, "percent", FROM_ALLOCATION, REVIEW_TABLE);
    add("course_credits", NUMBER, "credit", FROM_CREDITS, COURSE_RUN_TABLE);
    add("components", NUMBER, "component", FROM_GRADES, GRADE_TABLE);
    add("components_pending", NUMBER, "component", FROM_GRADES, GRADE_TABLE);
    add("components_mode_unknown", NUMBER, "component", FROM_GRADES, GRADE_TABLE);
    add("component_weight_online", NUMBER, "percent", FROM_GRADES, GRADE_TABLE);
    add("component_weight", NUMBER_BY_ITEM, "percent", FROM_GRADES, GRADE_TABLE);
    add("component_score", NUMBER_BY_ITEM, "points", FROM_GRADES, GRADE_TABLE);
    add("component_range", NUMBER_BY_ITEM, "points", FROM_GRADES, GRADE_TABLE);
    add("terms", NUMBER, "term", FROM_TERMS, COURSE_RUN_TABLE);
    add("term_course_mark", NUMBER_BY_ITEM, "mark10", FROM_TRANSCRIPT, GRADE_TABLE);
    add("term_course_credits", NUMBER_BY_ITEM, "credit", FROM_TERMS, COURSE_RUN_TABLE);
    add("transcript_mark", NUMBER_BY_ITEM, "mark10", FROM_TRANSCRIPT, GRADE_TABLE);
    add("transcript_credits", NUMBER_BY_ITEM, "credit", FROM_TERMS, COURSE_RUN_TABLE);
  }

  private MeasureCatalog() {}

  private static void add(
      String name, MeasureType type, String unit, List<String> suppliers, String evidence) {
    BY_NAME.put(name, new MeasureDefinition(name, type, unit, suppliers, evidence));
  }

  /** The measure of that name, when there is one. */
  public static Optional<MeasureDefinition> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * The measure of that name.
   *
   * @throws IllegalArgumentException when there is none; a policy's names are checked on loading
   */
  public static MeasureDefinition require(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no measure " + name));
  }

  /** All measures, those of one subject together. */
  public static Collection<MeasureDefinition> all() {
    return List.copyOf(BY_NAME.values());
  }
}
