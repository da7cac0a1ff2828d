package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.CorrectionKind;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * Attendance of one learner at the class sessions that took place (FC-X.11, FC-TT.7, FC-TH.2):
 * present or late is present, an excused absence is an absence, and a session for which the list
 * has no row is unmarked, which is neither.
 */
final class AttendanceMeasures {
  private static final String UNMARKED = "unmarked";
  private static final RowShape SHAPE = RowShape.of(Tables.ATTENDANCE_RECORD);
  private static final int COURSE_ID = SHAPE.place("course_id");
  private static final int LEARNER_ID = SHAPE.place("learner_id");
  private static final int SESSION_ID = SHAPE.place("session_id");
  private static final int PLENARY = SHAPE.place("plenary");
  private static final int PRACTICE = SHAPE.place("practice");
  private static final int STARTS_AT = SHAPE.place("starts_at");
  private static final int STATUS = SHAPE.place("status");
  private static final int CORRECTED_STATUS = SHAPE.place("corrected_status");
  private static final int CORRECTION_ID = SHAPE.place("correction_id");
  private static final int COUNTED_PRESENT = SHAPE.place("counted_present");

  private final CourseContext context;
  private final String learnerId;
  private final Map<String, Attendance> attendance;

  private final Map<String, LearnerCorrections.Settled> corrected = new HashMap<>();
  private final List<ClassSession> sessions;

  AttendanceMeasures(CourseContext context, String learnerId, LearnerCorrections corrections) {
    this.context = context;
    this.learnerId = learnerId;
    this.attendance = context.attendance(learnerId);
    this.sessions = sessions(corrections);
    if (!corrections.isEmpty()) {
      for (ClassSession session : sessions) {
        corrections
            .settle(
                one -> isOf(one, session), told(session), AttendanceMeasures::correctedAttendance)
            .ifPresent(settled -> corrected.put(session.sessionId(), settled));
      }
    }
  }

  private static boolean isOf(Correction correction, ClassSession session) {
    return (correction.kind() == CorrectionKind.ATTENDANCE
            || correction.kind() == CorrectionKind.EXCUSE)
        && session.sessionId().equals(correction.sessionId());
  }

  /** There is nothing to excuse in somebody who was there. */
  private static LearnerCorrections.Effect correctedAttendance(Correction one, String current) {
    if (one.kind() == CorrectionKind.ATTENDANCE) {
      return LearnerCorrections.Effect.becomes(one.newValue());
    }
    return isPresent(current)
        ? LearnerCorrections.Effect.none(CorrectionRows.WAS_PRESENT)
        : LearnerCorrections.Effect.becomes(AttendanceStatus.EXCUSED.code());
  }

  /** Rows of {@code attendance_record}: one a session held for the learner, by session. */
  List<Object[]> rows() {
    List<Object[]> rows = new ArrayList<>();
    for (ClassSession session : sessions) {
      LearnerCorrections.Settled settled = corrected.get(session.sessionId());
      Object[] row = SHAPE.row();
      row[COURSE_ID] = context.run().courseId();
      row[LEARNER_ID] = learnerId;
      row[SESSION_ID] = session.sessionId();
      row[PLENARY] = session.plenary();
      row[PRACTICE] = session.practice();
      row[STARTS_AT] = session.startsAt();
      row[STATUS] = told(session);
      row[CORRECTED_STATUS] = settled == null ? null : settled.value();
      row[CORRECTION_ID] = settled == null ? null : settled.by().correctionId();
      row[COUNTED_PRESENT] = isPresent(status(session));
      rows.add(row);
    }
    return rows;
  }

  /**
   * The sessions at which the learner was present (FC-X.3), each as long as it lasted while the
   * course run was open (FC-X.2).
   *
   * @return null where the registers do not tell
   */
  List<Interval> attended() {
    if (!context.has(RegisterName.CLASS_SESSION) || !context.has(RegisterName.ATTENDANCE)) {
      return null;
    }
    return sessions.stream()
        .filter(session -> isPresent(status(session)))
        .map(
            session ->
                new Interval(
                    Instants.micros(session.startsAt()), Instants.micros(session.endsAt())))
        .map(context.time()::held)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The columns of {@code learner_course_measure}; without the registers all null. */
  void addTo(MeasureRow measures) {
    if (context.has(RegisterName.CLASS_SESSION) && context.has(RegisterName.ATTENDANCE)) {
      addTo(measures, "plenary", ClassSession::plenary);
      addTo(measures, "practice", ClassSession::practice);
    }
  }

  private void addTo(MeasureRow measures, String kind, Predicate<ClassSession> ofKind) {
    int held = 0;
    int present = 0;
    int excused = 0;
    int unmarked = 0;
    for (ClassSession session : sessions) {
      if (ofKind.test(session)) {
        String status = status(session);
        held++;
        present += isPresent(status) ? 1 : 0;
        excused += status.equals(AttendanceStatus.EXCUSED.code()) ? 1 : 0;
        unmarked += status.equals(UNMARKED) ? 1 : 0;
      }
    }
    measures.set(
        kind + "_planned",
        (int) context.planned().stream().filter(ofKind).filter(this::isForLearner).count());
    measures.set(kind + "_held", held);
    measures.set(kind + "_present", present);
    measures.set(kind + "_excused", excused);
    measures.set(kind + "_unmarked", unmarked);
  }

  /** The sessions that were the learner's: those for all, and those for the own group. */
  private List<ClassSession> sessions(LearnerCorrections corrections) {
    return context.heldById().stream()
        .filter(
            session ->
                isForLearner(session)
                    || corrections.any(
                        one -> one.kind() == CorrectionKind.ATTENDANCE && isOf(one, session)))
        .toList();
  }

  private boolean isForLearner(ClassSession session) {
    return session.groupId() == null
        || session.groupId().equals(context.groups().of(learnerId).orElse(null))
        || attendance.containsKey(session.sessionId())
        || !context.has(RegisterName.GROUP_MEMBER);
  }

  /** What counts: the list, or what was corrected of it. */
  private String status(ClassSession session) {
    LearnerCorrections.Settled settled = corrected.get(session.sessionId());
    return settled == null ? told(session) : settled.value();
  }

  private String told(ClassSession session) {
    Attendance row = attendance.get(session.sessionId());
    return row == null ? UNMARKED : row.status().code();
  }

  private static boolean isPresent(String status) {
    return status.equals(AttendanceStatus.PRESENT.code())
        || status.equals(AttendanceStatus.LATE.code());
  }
}
