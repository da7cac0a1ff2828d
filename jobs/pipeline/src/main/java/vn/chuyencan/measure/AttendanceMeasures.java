package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.chuyencan.model.Attendance;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.model.RegisterName;

/**
 * Attendance of one learner at the class sessions that took place (FC-X.11, FC-TT.7, FC-TH.2):
 * present or late is present, an excused absence is an absence, and a session for which the list
 * has no row is unmarked, which is neither.
 */
final class AttendanceMeasures {
  private static final String UNMARKED = "unmarked";

  private final CourseContext context;
  private final String learnerId;

  AttendanceMeasures(CourseContext context, String learnerId) {
    this.context = context;
    this.learnerId = learnerId;
  }

  /** Rows of {@code attendance_record}: one a session held. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ClassSession session : context.held()) {
      Map<String, Object> row = new TreeMap<>();
      row.put("course_id", context.run().courseId());
      row.put("learner_id", learnerId);
      row.put("session_id", session.sessionId());
      row.put("plenary", session.plenary());
      row.put("practice", session.practice());
      row.put("starts_at", session.startsAt());
      row.put("status", status(session));
      row.put("counted_present", isPresent(status(session)));
      rows.add(row);
    }
    return rows;
  }

  /** The columns of {@code learner_course_measure}; without the registers all null. */
  void addTo(Map<String, Object> measures) {
    if (context.has(RegisterName.CLASS_SESSION) && context.has(RegisterName.ATTENDANCE)) {
      addTo(measures, "plenary", ClassSession::plenary);
      addTo(measures, "practice", ClassSession::practice);
    }
  }

  private void addTo(Map<String, Object> measures, String kind, Predicate<ClassSession> ofKind) {
    List<String> statuses = context.held().stream().filter(ofKind).map(this::status).toList();
    measures.put(kind + "_held", statuses.size());
    measures.put(
        kind + "_present", (int) statuses.stream().filter(AttendanceMeasures::isPresent).count());
    measures.put(kind + "_excused", count(statuses, AttendanceStatus.EXCUSED.code()));
    measures.put(kind + "_unmarked", count(statuses, UNMARKED));
  }

  private String status(ClassSession session) {
    Attendance row = context.attendance(learnerId).get(session.sessionId());
    return row == null ? UNMARKED : row.status().code();
  }

  private static boolean isPresent(String status) {
    return status.equals(AttendanceStatus.PRESENT.code())
        || status.equals(AttendanceStatus.LATE.code());
  }

  private static int count(List<String> statuses, String wanted) {
    return (int) statuses.stream().filter(wanted::equals).count();
  }
}
