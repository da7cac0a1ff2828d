package vn.chuyencan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;
import vn.chuyencan.report.simulation.Assumption;

/**
 * A night whose registers give one course run other days.
 *
 * @param night with these registers; the night itself where nothing is otherwise
 * @param assumptions what is otherwise
 */
record SimulatedDays(Night night, List<Assumption> assumptions) {

  /**
   * The night with the days that are asked for.
   *
   * @throws PipelineException {@link ErrorCode#DAYS_NEED_ONE_COURSE}, {@link
   *     ErrorCode#DAYS_REVERSED}, {@link ErrorCode#DAYS_NOT_REGISTERED}
   */
  static SimulatedDays of(Night night, SimulationRequest request) {
    if (request.opensOn().isEmpty() && request.closesOn().isEmpty()) {
      return new SimulatedDays(night, List.of());
    }
    if (request.courses().size() != 1) {
      throw refused(
          ErrorCode.DAYS_NEED_ONE_COURSE,
          String.join(
              ", ", night.registers().courseRuns().stream().map(CourseRun::courseId).toList()));
    }
    String course = request.courses().first();
    CourseRun run =
        night
            .registers()
            .courseRun(course)
            .orElseThrow(() -> refused(ErrorCode.DAYS_NOT_REGISTERED, course));
    LocalDate opensOn = request.opensOn().orElse(run.opensOn());
    LocalDate closesOn = request.closesOn().orElse(run.closesOn());
    if (closesOn.isBefore(opensOn)) {
      throw refused(ErrorCode.DAYS_REVERSED, course, opensOn.toString(), closesOn.toString());
    }
    if (closesOn.isAfter(opensOn.plusYears(CourseRun.MOST_YEARS))) {
      throw refused(ErrorCode.REGISTER_RUN_TOO_LONG, opensOn.toString(), closesOn.toString());
    }
    List<Assumption> assumptions = new ArrayList<>();
    add(assumptions, Assumption.Subject.OPENS_ON, course, run.opensOn(), opensOn);
    add(assumptions, Assumption.Subject.CLOSES_ON, course, run.closesOn(), closesOn);
    return new SimulatedDays(
        assumptions.isEmpty()
            ? night
            : night.with(moved(night.registers(), run, opensOn, closesOn)),
        assumptions);
  }

  private static PipelineException refused(ErrorCode code, String... arguments) {
    return new PipelineException(Fault.of(code, arguments));
  }

  private static void add(
      List<Assumption> assumptions,
      Assumption.Subject subject,
      String course,
      LocalDate before,
      LocalDate after) {
    if (!before.equals(after)) {
      assumptions.add(new Assumption(subject, course, before.toString(), after.toString()));
    }
  }

  private static Registers moved(
      Registers registers, CourseRun run, LocalDate opensOn, LocalDate closesOn) {
    List<RegisterRow> rows = new ArrayList<>();
    for (RegisterRow row : registers.rows(RegisterName.COURSE_RUN)) {
      rows.add(row.equals(run) ? run.between(opensOn, closesOn) : row);
    }
    return registers.with(RegisterName.COURSE_RUN, rows);
  }
}
