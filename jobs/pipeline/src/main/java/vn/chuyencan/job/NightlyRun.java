package vn.chuyencan.job;

import java.util.List;
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
    // One step a source; measures, decisions, publication.
    progress.plan(night.configuration().sources().size() + 3);
    List<Batch> batches = IngestJob.run(night, progress);
    MeasureJob.runAndDecide(night, progress);
    return new Outcome(batches, ReportJob.run(night, runId, mark, progress));
  }
}
