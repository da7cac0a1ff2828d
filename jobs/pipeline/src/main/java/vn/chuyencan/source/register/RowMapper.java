package vn.chuyencan.source.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Artefact;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.CheckStatus;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.Completion;
import vn.chuyencan.model.ContentStatus;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.CourseParameter;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.ExerciseSet;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.LinkStatus;
import vn.chuyencan.model.Login;
import vn.chuyencan.model.PeerReview;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
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
      case COMPLETION ->
          new Completion(
              cells.text("course_id"),
              cells.text("learner_id"),
              cells.text("activity_id"),
              cells.day("completed_on"));
      case LOGIN -> new Login(cells.text("learner_id"), cells.instant("at"));
      case COURSE_PARAMETER ->
          new CourseParameter(cells.text("course_id"), cells.text("name"), cells.text("value"));
    };
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
        text("estimator"));
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
        word("exercise_set", ExerciseSet.class));
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
