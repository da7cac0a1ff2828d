package vn.chuyencan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.Batch;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.Manifest;

/** A whole night: ingest, measure, decide, report. */
public final class NightlyRun {

  private NightlyRun() {}

  /**
   * What came of a night.
   *
   * @param batches what was taken in
   * @param manifest what was published
   * @param withheld what kept tables back that the configuration asks for besides
   */
  public record Outcome(List<Batch> batches, Manifest manifest, List<Fault> withheld) {

    public Outcome {
      batches = List.copyOf(batches);
      withheld = List.copyOf(withheld);
    }
  }

  /** Runs it; the caller holds the lock and has recovered the lake. */
  public static Outcome run(Night night, String runId, CsvMark mark, Progress progress) {
    return run(night, runId, mark, progress, NightReports.NONE);
  }

  /** The same with what else is published. */
  public static Outcome run(
      Night night, String runId, CsvMark mark, Progress progress, NightReports reports) {
    return series(night, List.of(night.asOf()), () -> runId, mark, progress, reports).get(0);
  }

  /**
   * Nights one after the other, each with its publication: what is new is taken in once, and counts
   * on the day on which it happened.
   *
   * @param days the last day that counts of each, in the order in which they are run; not empty
   * @param runIds gives the id of each publication's run
   * @param reports what else is published
   * @return what came of each; what was taken in stands with the first
   */
  public static List<Outcome> series(
      Night night,
      List<LocalDate> days,
      Supplier<String> runIds,
      CsvMark mark,
      Progress progress,
      NightReports reports) {
    // One step a source; measures, decisions, publication of each.
    progress.plan(night.configuration().sources().size() + 3 * days.size());
    List<Batch> batches = IngestJob.run(night, progress);
    List<Outcome> outcomes = new ArrayList<>();
    for (LocalDate day : days) {
      Night one = night.asOf(day);
      MeasureJob.runAndDecide(one, progress);
      NightReports.Made made = reports.of(one);
      outcomes.add(
          new Outcome(
              outcomes.isEmpty() ? batches : List.of(),
              ReportJob.run(one, runIds.get(), mark, progress, made.rows()),
              made.withheld()));
    }
    return outcomes;
  }
}
