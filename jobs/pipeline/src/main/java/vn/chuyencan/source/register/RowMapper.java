package vn.chuyencan.source.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.AssessmentMode;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.CompletionState;
import vn.chuyencan.model.ComponentKind;
import vn.chuyencan.model.ContentStatus;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.CorrectionKind;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.CourseParameter;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.ExerciseSet;
import vn.chuyencan.model.FeedbackResponse;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.GradeState;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.LinkStatus;
import vn.chuyencan.model.LiveLog;
import vn.chuyencan.model.Login;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.QuestionKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.ReviewDecision;
import vn.chuyencan.model.ReviewOutcome;
import vn.chuyencan.model.Role;
import vn.chuyencan.model.SessionStatus;
import vn.chuyencan.model.SubmissionCheck;

/** Rows that have no fault, as the records that they mean. */
final class RowMapper {
  private static final String YES = "yes";

  private final RegisterLine line;

  private RowMapper(RegisterLine line) {
    this.line = line;
  }

  static RegisterRow row(RegisterName name, RegisterLine line) {
    RowMapper cells = new RowMapper(line);
    return switch (name) {
      case LEARNER ->
          new Learner(cells.text("learner_id"), cells.text("full_name"), cells.text("note"));
      case IDENTITY ->
          new Identity(
              cells.text("learner_id"),
              cells.word("kind", IdentityKind.class),
              cells.text("home_page"),
              cells.text("identifier"));
      case COURSE_RUN -> cells.courseRun();
      case ENROLMENT ->
          new Enrolment(
              cells.text("course_id"),
              cells.text("learner_id"),
              cells.word("role", Role.class),
              cells.day("enrolled_on"),
              cells.day("left_on"));
      case ACTIVITY -> cells.activity();
      case GROUP_MEMBER ->
          new GroupMember(
              cells.text("course_id"), cells.text("group_id"), cells.text("learner_id"));
      case CLASS_SESSION -> cells.classSession();
      case ATTENDANCE ->
          new Attendance(
              cells.text("course_id"),
              cells.text("session_id"),
              cells.text("learner_id"),
              cells.word("status", AttendanceStatus.class));
      case SUBMISSION_CHECK -> cells.submissionCheck();
      case PEER_REVIEW -> cells.peerReview();
      case ATTEMPT -> cells.attempt();
      case POST -> cells.post();
      case GRADE -> cells.grade();
      case COMPLETION -> cells.completion();
      case FEEDBACK_RESPONSE -> cells.feedbackResponse();
      case LOGIN -> new Login(cells.text("learner_id"), cells.instant("at"));
      case LIVE_LOG -> cells.liveLog();
      case COURSE_PARAMETER ->
          new CourseParameter(cells.text("course_id"), cells.text("name"), cells.text("value"));
      case REVIEW_DECISION -> cells.reviewDecision();
      case CORRECTION -> cells.correction();
    };
  }

  private LiveLog liveLog() {
    return new LiveLog(
        text("entry_id"),
        text("room_id"),
        text("room_kind"),
        text("course_id"),
        text("session_id"),
        text("person_id"),
        text("person_kind"),
        instant("joined_at"),
        instant("left_at"));
  }

  private CourseRun courseRun() {
    return new CourseRun(
        text("course_id"),
        text("title"),
        text("iri"),
        day("opens_on"),
        day("closes_on"),
        converted("zone", CellFormat::zone),
        has("weeks_off") ? CellFormat.dates(text("weeks_off")) : Set.of(),
        text("estimator"),
        number("credits"),
        text("course_code"),
        text("term_id"),
        has("policies") ? Set.of(text("policies").split(" ", -1)) : Set.of());
  }

  private Activity activity() {
    return new Activity(
        text("course_id"),
        text("activity_id"),
        text("iri"),
        word("kind", CourseActivityKind.class),
        text("title"),
        word("forum_kind", ForumKind.class),
        text("group_id"),
        isYes("counted"),
        number("max_score"),
        day("opens_on"),
        day("closes_on"),
        word("artefact", Artefact.class),
        word("exercise_set", ExerciseSet.class),
        text("section"));
  }

  private ClassSession classSession() {
    return new ClassSession(
        text("course_id"),
        text("session_id"),
        text("title"),
        isYes("plenary"),
        isYes("practice"),
        instant("starts_at"),
        instant("ends_at"),
        word("status", SessionStatus.class),
        text("group_id"));
  }

  private SubmissionCheck submissionCheck() {
    return new SubmissionCheck(
        text("course_id"),
        text("learner_id"),
        text("activity_id"),
        word("artefact", Artefact.class),
        instant("submitted_at"),
        word("link_status", LinkStatus.class),
        word("content_status", ContentStatus.class),
        word("check_status", CheckStatus.class),
        text("checked_by"),
        day("checked_on"));
  }

  private PeerReview peerReview() {
    return new PeerReview(
        text("course_id"),
        text("activity_id"),
        text("reviewer_id"),
        text("reviewee_id"),
        instant("completed_at"),
        converted("on_time", YES::equals),
        converted("rubric_complete", YES::equals),
        number("score"));
  }

  private Attempt attempt() {
    return new Attempt(
        text("course_id"),
        text("learner_id"),
        text("activity_id"),
        text("attempt_id"),
        word("state", AttemptState.class),
        instant("started_at"),
        instant("finished_at"),
        number("score"),
        number("max_score"),
        text("iri"));
  }

  private Post post() {
    return new Post(
        text("course_id"),
        text("learner_id"),
        text("activity_id"),
        text("post_id"),
        word("kind", PostKind.class),
        text("discussion_id"),
        instant("posted_at"),
        isYes("deleted"),
        text("iri"));
  }

  private Grade grade() {
    return new Grade(
        text("course_id"),
        text("learner_id"),
        text("component_id"),
        text("component_name"),
        word("kind", ComponentKind.class),
        number("score"),
        number("min_score"),
        number("max_score"),
        number("weight"),
        word("mode", AssessmentMode.class),
        word("state", GradeState.class),
        day("graded_on"),
        null);
  }

  private ReviewDecision reviewDecision() {
    return new ReviewDecision(
        text("case_id"),
        word("outcome", ReviewOutcome.class),
        text("decided_by"),
        day("decided_on"),
        text("note"),
        text("evidence_digest"));
  }

  private Correction correction() {
    return new Correction(
        text("correction_id"),
        word("kind", CorrectionKind.class),
        text("course_id"),
        text("learner_id"),
        text("session_id"),
        text("course_week"),
        text("activity_id"),
        text("attempt_id"),
        word("artefact", Artefact.class),
        text("post_id"),
        instant("from"),
        instant("until"),
        text("new_value"),
        text("author"),
        day("corrected_on"),
        text("reason"));
  }

  private Completion completion() {
    return new Completion(
        text("course_id"),
        text("learner_id"),
        text("activity_id"),
        word("state", CompletionState.class),
        instant("completed_at"),
        null);
  }

  private FeedbackResponse feedbackResponse() {
    return new FeedbackResponse(
        text("course_id"),
        text("activity_id"),
        text("response_id"),
        text("item_id"),
        text("item_name"),
        word("kind", QuestionKind.class),
        text("value"),
        text("learner_id"),
        instant("answered_at"),
        null);
  }

  private boolean has(String column) {
    return line.cell(column) != null;
  }

  private String text(String column) {
    return line.cell(column);
  }

  private boolean isYes(String column) {
    return YES.equals(line.cell(column));
  }

  private LocalDate day(String column) {
    return converted(column, CellFormat::date);
  }

  private Instant instant(String column) {
    return converted(column, CellFormat::instant);
  }

  private BigDecimal number(String column) {
    return converted(column, BigDecimal::new);
  }

  private <E extends Enum<E>> E word(String column, Class<E> vocabulary) {
    return converted(column, cell -> Enum.valueOf(vocabulary, cell.toUpperCase(Locale.ROOT)));
  }

  private <T> T converted(String column, Function<String, T> conversion) {
    String cell = line.cell(column);
    return cell == null ? null : conversion.apply(cell);
  }
}
