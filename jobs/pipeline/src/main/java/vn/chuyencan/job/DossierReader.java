package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import vn.chuyencan.measure.CourseMeasures;
import vn.chuyencan.model.Dossier;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.table.Tables;

/** Reads what the lake keeps about one learner in one course run. */
final class DossierReader {
  private final CourseInputs inputs;
  private final String courseId;
  private final String learnerId;
  private final EvidencePlaces places;

  /**
   * @param places where rows stand; one that knows none where evidence is not asked for
   */
  DossierReader(CourseInputs inputs, String courseId, String learnerId, EvidencePlaces places) {
    this.inputs = inputs;
    this.courseId = courseId;
    this.learnerId = learnerId;
    this.places = places;
  }

  Dossier read(Optional<Dossier.Time> time) {
    return new Dossier(
        all(Tables.LEARNER_COURSE_WEEK, "learner_id", DossierReader::week).stream()
            .sorted(Comparator.comparingInt(Dossier.Week::number))
            .toList(),
        all(Tables.FORUM_POST, "learner_id", this::post).stream()
            .sorted(Comparator.comparing(Dossier.Post::at).thenComparing(Dossier.Post::postId))
            .toList(),
        all(Tables.ASSESSMENT_ATTEMPT, "learner_id", this::attempt).stream()
            .sorted(
                Comparator.comparing(Dossier.Attempt::exerciseId)
                    .thenComparingInt(Dossier.Attempt::number))
            .toList(),
        all(Tables.ATTENDANCE_RECORD, "learner_id", this::session).stream()
            .sorted(
                Comparator.comparing(Dossier.Session::startsAt)
                    .thenComparing(Dossier.Session::sessionId))
            .toList(),
        all(Tables.SUBMISSION, "learner_id", this::submission).stream()
            .sorted(
                Comparator.comparing(Dossier.Submission::activityId)
                    .thenComparing(Dossier.Submission::artefact))
            .toList(),
        all(Tables.PEER_REVIEW, "reviewer_id", this::review).stream()
            .sorted(
                Comparator.comparing(Dossier.Review::activityId)
                    .thenComparing(Dossier.Review::revieweeId))
            .toList(),
        corrections(),
        time);
  }

  /** The learner's, and those of the whole course run. */
  private List<Dossier.Corrected> corrections() {
    List<Dossier.Corrected> all =
        new ArrayList<>(all(Tables.CORRECTION, "learner_id", DossierReader::corrected));
    Expression run =
        and(equal("course_id", courseId), equal("learner_id", CourseMeasures.WHOLE_RUN));
    inputs.each(Tables.CORRECTION, run, row -> all.add(corrected(row)));
    all.sort(Comparator.comparing(Dossier.Corrected::correctionId));
    return all;
  }

  private static Dossier.Corrected corrected(Record row) {
    return new Dossier.Corrected(
        text(row, "correction_id"),
        text(row, "kind"),
        text(row, "target"),
        text(row, "value_before"),
        text(row, "value_after"),
        text(row, "why_not"),
        text(row, "author"),
        (LocalDate) row.getField("corrected_on"),
        text(row, "reason"));
  }

  private <T> List<T> all(String table, String who, Function<Record, T> read) {
    Expression mine = and(equal("course_id", courseId), equal(who, learnerId));
    List<T> rows = new ArrayList<>();
    inputs.each(table, mine, row -> rows.add(read.apply(row)));
    return rows;
  }

  private static Dossier.Week week(Record row) {
    return new Dossier.Week(
        (Integer) row.getField("course_week"),
        (LocalDate) row.getField("first_day"),
        (LocalDate) row.getField("last_day"));
  }

  private Dossier.Post post(Record row) {
    return new Dossier.Post(
        text(row, "post_id"),
        text(row, "forum_id"),
        text(row, "forum_kind"),
        text(row, "kind"),
        instant(row, "occurred_at"),
        (Integer) row.getField("course_week"),
        text(row, "discussion_learner_id"),
        (Boolean) row.getField("deleted"),
        (Boolean) row.getField("counted"),
        places.of(
            text(row, "event_id"),
            RegisterName.POST,
            Map.of("course_id", courseId, "post_id", text(row, "post_id")),
            List.of(courseId, text(row, "post_id"))));
  }

  private Dossier.Attempt attempt(Record row) {
    String exercise = text(row, "exercise_id");
    String attempt = text(row, "attempt_id");
    return new Dossier.Attempt(
        exercise,
        (Integer) row.getField("attempt_no"),
        text(row, "state"),
        instant(row, "finished_at"),
        (BigDecimal) row.getField("score_raw"),
        (BigDecimal) row.getField("corrected_score"),
        (BigDecimal) row.getField("score_max"),
        (BigDecimal) row.getField("percent"),
        (Boolean) row.getField("counted"),
        places.of(
            text(row, "event_id"),
            RegisterName.ATTEMPT,
            mine("learner_id", "activity_id", exercise, "attempt_id", attempt),
            List.of(courseId, learnerId, exercise, attempt)));
  }

  private Dossier.Session session(Record row) {
    String session = text(row, "session_id");
    String status = text(row, "status");
    return new Dossier.Session(
        session,
        (Boolean) row.getField("plenary"),
        (Boolean) row.getField("practice"),
        instant(row, "starts_at"),
        status,
        text(row, "corrected_status"),
        (Boolean) row.getField("counted_present"),
        status.equals("unmarked")
            ? Optional.empty()
            : places.of(
                null,
                RegisterName.ATTENDANCE,
                mine("learner_id", "session_id", session),
                List.of(courseId, session, learnerId)));
  }

  private Dossier.Submission submission(Record row) {
    String activity = text(row, "activity_id");
    String artefact = text(row, "artefact");
    return new Dossier.Submission(
        activity,
        artefact,
        instant(row, "submitted_at"),
        text(row, "link_status"),
        text(row, "content_status"),
        text(row, "check_status"),
        text(row, "corrected_check_status"),
        text(row, "checked_by"),
        (LocalDate) row.getField("checked_on"),
        Boolean.TRUE.equals(row.getField("counted")),
        places.of(
            null,
            RegisterName.SUBMISSION_CHECK,
            mine("learner_id", "activity_id", activity, "artefact", artefact),
            List.of(courseId, learnerId, activity, artefact)));
  }

  private Dossier.Review review(Record row) {
    String activity = text(row, "activity_id");
    String reviewee = text(row, "reviewee_id");
    return new Dossier.Review(
        activity,
        reviewee,
        instant(row, "completed_at"),
        (Boolean) row.getField("on_time"),
        (Boolean) row.getField("rubric_complete"),
        (Boolean) row.getField("counted"),
        (Boolean) row.getField("done"),
        (BigDecimal) row.getField("score"),
        places.of(
            null,
            RegisterName.PEER_REVIEW,
            mine("reviewer_id", "activity_id", activity, "reviewee_id", reviewee),
            List.of(courseId, activity, learnerId, reviewee)));
  }

  /** The cells that name a row of a register: the course run, the learner, and these. */
  private Map<String, String> mine(String who, String... cells) {
    Map<String, String> all = new TreeMap<>();
    all.put("course_id", courseId);
    all.put(who, learnerId);
    for (int cell = 0; cell < cells.length; cell += 2) {
      all.put(cells[cell], cells[cell + 1]);
    }
    return all;
  }

  private static String text(Record row, String column) {
    return (String) row.getField(column);
  }

  private static Instant instant(Record row, String column) {
    OffsetDateTime at = (OffsetDateTime) row.getField(column);
    return at == null ? null : at.toInstant();
  }
}
