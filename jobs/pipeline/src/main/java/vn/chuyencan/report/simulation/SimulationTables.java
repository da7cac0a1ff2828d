package vn.chuyencan.report.simulation;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.chuyencan.model.CriterionDifference;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.model.Status;
import vn.chuyencan.report.RequestedTable;
import vn.chuyencan.table.Tables;

/**
 * A simulation as tables: {@code simulation_decision}, {@code simulation_change} and {@code
 * sensitivity}.
 */
public final class SimulationTables {

  private SimulationTables() {}

  /** The changes as CSV, or the table of readings where it was asked for. */
  public static String csv(Simulation simulation) {
    return (simulation.sensitivity().isEmpty() ? changes(simulation) : sensitivity(simulation))
        .text();
  }

  /**
   * Writes all tables into a folder.
   *
   * @throws vn.chuyencan.error.PipelineException SIMULATION_UNWRITABLE
   */
  public static void write(Simulation simulation, Path folder) {
    decisions(simulation).write(folder);
    changes(simulation).write(folder);
    if (!simulation.sensitivity().isEmpty()) {
      sensitivity(simulation).write(folder);
    }
  }

  private static RequestedTable decisions(Simulation simulation) {
    List<Object[]> rows = new ArrayList<>();
    for (Simulation.Compared one : simulation.decisions()) {
      rows.add(
          new Object[] {
            one.key().courseId(),
            one.key().certificate(),
            one.key().learnerId(),
            name(one.before()),
            name(one.after()),
            word(one.kind())
          });
    }
    return new RequestedTable(Tables.SIMULATION_DECISION, rows);
  }

  private static RequestedTable changes(Simulation simulation) {
    List<Object[]> rows = new ArrayList<>();
    for (DecisionDifference change : simulation.changes()) {
      if (change.deciding().isEmpty()) {
        rows.add(row(change, 1, null));
      }
      int sequence = 1;
      for (CriterionDifference criterion : change.deciding()) {
        rows.add(row(change, sequence++, criterion));
      }
    }
    return new RequestedTable(Tables.SIMULATION_CHANGE, rows);
  }

  private static Object[] row(
      DecisionDifference change, int sequence, CriterionDifference criterion) {
    CriterionResult before = criterion == null ? null : criterion.before();
    CriterionResult after = criterion == null ? null : criterion.after();
    CriterionResult either = criterion == null ? null : criterion.either();
    return new Object[] {
      change.courseId(),
      change.certificate(),
      change.learnerId(),
      sequence,
      word(change.kind()),
      name(change.statusBefore()),
      name(change.statusAfter()),
      criterion == null ? null : criterion.criterionId(),
      either == null ? null : either.lawId(),
      before == null ? null : before.status().name(),
      after == null ? null : after.status().name(),
      value(before),
      value(after),
      threshold(before),
      threshold(after),
      either == null ? null : either.unit()
    };
  }

  private static BigDecimal value(CriterionResult result) {
    return result == null ? null : result.value();
  }

  private static BigDecimal threshold(CriterionResult result) {
    return result == null ? null : result.threshold();
  }

  private static RequestedTable sensitivity(Simulation simulation) {
    List<Object[]> rows = new ArrayList<>();
    for (SensitivityRow row : simulation.sensitivity()) {
      rows.add(
          new Object[] {
            row.courseId(),
            row.certificate(),
            row.sequence(),
            row.aspect(),
            row.reading(),
            row.decisions(),
            row.count(Status.MET),
            row.count(Status.MET_BY_COMPENSATION),
            row.count(Status.NOT_MET),
            row.count(Status.NEEDS_REVIEW),
            row.count(Status.INSUFFICIENT_DATA),
            row.count(Status.NOT_APPLICABLE),
            row.changed()
          });
    }
    return new RequestedTable(Tables.SENSITIVITY, rows);
  }

  static String name(Status status) {
    return status == null ? null : status.name();
  }

  static String word(DecisionDifference.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
