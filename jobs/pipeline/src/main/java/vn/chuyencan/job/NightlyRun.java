package vn.chuyencan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
   */
  public record Outcome(List<Batch> batches, Manifest manifest) {

    public Outcome {
      batches = List.copyOf(batches);
    }
  }

  /** Runs it; the caller holds the lock and has recovered the lake. */
  public static Outcome run(Night night, String runId, CsvMark mark, Progress progress) {
    return series(night, List.of(night.asOf()), () -> runId, mark, progress).get(0);
  }

  /**
   * Nights one after the other, each with its publication: what is new is taken in once, and counts
   * on the day on which it happened.
   *
   * @param days the last day that counts of each, in the order in which they are run; not empty
   * @param runIds gives the id of each publication's run
   * @return what came of each; what was taken in stands with the first
   */
  public static List<Outcome> series(
      Night night, List<LocalDate> days, Supplier<String> runIds, CsvMark mark, Progress progress) {
    // One step a source; measures, decisions, publication of each.
    progress.plan(night.configuration().sources().size() + 3 * days.size());
    List<Batch> batches = IngestJob.run(night, progress);
    List<Outcome> outcomes = new ArrayList<>();
    for (LocalDate day : days) {
      Night one = night.asOf(day);
      MeasureJob.runAndDecide(one, progress);
      outcomes.add(
          new Outcome(
              outcomes.isEmpty() ? batches : List.of(),
              ReportJob.run(one, runIds.get(), mark, progress)));
    }
    RetentionJob.run(night);
    return outcomes;
  }
}
