package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.equal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.LakeState;
import vn.chuyencan.table.Tables;

/**
 * Freezes the decisions of a course run as they stand, and lifts a freeze. From then on later
 * evidence gives correction notices and changes no decision. What a freeze was stays on record
 * after it is lifted.
 */
public final class FreezeJob {
  private final Night night;
  private final Lake lake;
  private final CourseInputs inputs;

  private FreezeJob(Night night) {
    this.night = night;
    this.lake = night.lake();
    this.inputs = new CourseInputs(night);
  }

  /** Whether a course run that has not closed may be frozen. */
  public enum Demand {
    /** It must have closed. */
    CLOSED,
    /** However far it has come. */
    ANY
  }

  /**
   * What was frozen.
   *
   * @param asOf the last day that the decisions have seen
   * @param decisions how many there are
   * @param openCases cases in them that nobody has decided yet
   */
  public record Frozen(LocalDate asOf, long decisions, long openCases) {}

  /**
   * Freezes a course run; the caller holds the lock.
   *
   * @param by who freezes it
   * @param note what is noted with it; null when nothing is
   * @throws PipelineException COURSE_UNKNOWN, COURSE_FROZEN_ALREADY, COURSE_NOT_DECIDED,
   *     COURSE_NOT_CLOSED
   */
  public static Frozen freeze(Night night, String courseId, String by, String note, Demand demand) {
    return new FreezeJob(night).freeze(courseId, by, note, demand);
  }

  /**
   * Lifts the freeze of a course run; the next run decides upon it again.
   *
   * @throws PipelineException COURSE_UNKNOWN, COURSE_NOT_FROZEN
   */
  public static void unfreeze(Night night, String courseId, String by, String note) {
    new FreezeJob(night).unfreeze(courseId, by, note);
  }

  private Frozen freeze(String courseId, String by, String note, Demand demand) {
    FreezeTable table = new FreezeTable(lake);
    table
        .holding(courseId)
        .ifPresent(
            row -> {
              throw refused(
                  ErrorCode.COURSE_FROZEN_ALREADY,
                  courseId,
                  String.valueOf(row.get("frozen_at")),
                  (String) row.get("frozen_by"));
            });
    requireKnown(courseId, table);
    List<LocalDate> days = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    List<Boolean> conclusive = new ArrayList<>();
    inputs.each(
        Tables.ELIGIBILITY_DECISION,
        equal("course_id", courseId),
        row -> {
          days.add((LocalDate) row.getField("as_of"));
          open.add((Integer) row.getField("open_cases"));
          conclusive.add((Boolean) row.getField("final"));
        },
        "as_of",
        "open_cases",
        "final");
    // Measures that nobody has decided upon would be left out of what is frozen.
    if (days.isEmpty() || lake.state().decidedAsOf().isEmpty()) {
      throw refused(ErrorCode.COURSE_NOT_DECIDED, courseId);
    }
    LocalDate asOf = days.stream().max(LocalDate::compareTo).orElseThrow();
    if (demand == Demand.CLOSED && !conclusive.stream().allMatch(Boolean::booleanValue)) {
      throw refused(ErrorCode.COURSE_NOT_CLOSED, courseId, closing(courseId), asOf.toString());
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("course_id", courseId);
    row.put("frozen_at", night.startedAt());
    row.put("frozen_as_of", asOf);
    row.put("frozen_by", by);
    row.put("note", note);
    row.put("lifted_at", null);
    row.put("lifted_by", null);
    row.put("lift_note", null);
    table.add(row);
    commit(table, lake.state());
    return new Frozen(
        asOf, days.size(), open.stream().mapToLong(cases -> cases == null ? 0 : cases).sum());
  }

  private void unfreeze(String courseId, String by, String note) {
    FreezeTable table = new FreezeTable(lake);
    Map<String, Object> row =
        table
            .holding(courseId)
            .orElseGet(
                () -> {
                  requireKnown(courseId, table);
                  throw refused(ErrorCode.COURSE_NOT_FROZEN, courseId);
                });
    row.put("lifted_at", night.startedAt());
    row.put("lifted_by", by);
    row.put("lift_note", note);
    // What came meanwhile was measured and not decided upon: the next run does it.
    commit(table, lake.state().withDecided("", ""));
  }

  private void commit(FreezeTable table, LakeState state) {
    LakeChange change = lake.change();
    table.replace(change);
    change.apply();
    lake.commit(state);
  }

  private void requireKnown(String courseId, FreezeTable table) {
    Set<String> known = new TreeSet<>(table.frozen());
    inputs.each(
        Tables.COURSE_RUN,
        alwaysTrue(),
        row -> known.add((String) row.getField("course_id")),
        "course_id");
    if (!known.contains(courseId)) {
      throw refused(ErrorCode.COURSE_UNKNOWN, courseId, String.join(", ", known));
    }
  }

  private String closing(String courseId) {
    List<String> days = new ArrayList<>();
    inputs.each(
        Tables.COURSE_RUN,
        equal("course_id", courseId),
        row -> {
          if (courseId.equals(row.getField("course_id"))) {
            days.add(String.valueOf(row.getField("closes_on")));
          }
        },
        "course_id",
        "closes_on");
    return days.isEmpty() ? "?" : days.get(0);
  }

  private static PipelineException refused(ErrorCode code, String... arguments) {
    return new PipelineException(Fault.of(code, arguments));
  }
}
