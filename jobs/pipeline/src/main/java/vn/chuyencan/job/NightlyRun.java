package vn.chuyencan.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.Batch;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.LatestPublication;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.report.Publication;

/** A whole night: ingest, measure, decide, report. */
public final class NightlyRun {
  private static final IngestJob.Taken NOTHING_TAKEN =
      new IngestJob.Taken(List.of(), List.of(), List.of());

  private NightlyRun() {}

  /**
   * What came of a night.
   *
   * @param taken what was taken in
   * @param manifest what was published
   * @param gate what was found at the data gate
   * @param recomputed what was computed again and why
   * @param withheld what kept tables back that the configuration asks for besides
   */
  public record Outcome(
      IngestJob.Taken taken,
      Manifest manifest,
      GateReport gate,
      List<Recomputed> recomputed,
      List<Fault> withheld) {

    public Outcome {
      recomputed = List.copyOf(recomputed);
      withheld = List.copyOf(withheld);
    }

    /** What was taken in, one batch a source. */
    public List<Batch> batches() {
      return taken.batches();
    }
  }

  /**
   * What is published, and how.
   *
   * @param mark whether CSV files begin with a byte order mark
   * @param move whether publications of earlier days than the latest become the latest
   * @param reports what else is published
   */
  public record Publishing(CsvMark mark, LatestPublication.Move move, NightReports reports) {}

  /** Runs it; the caller holds the lock and has recovered the lake. */
  public static Outcome run(Night night, String runId, CsvMark mark, Progress progress) {
    return run(night, runId, mark, progress, NightReports.NONE);
  }

  /** The same with what else is published. */
  public static Outcome run(
      Night night, String runId, CsvMark mark, Progress progress, NightReports reports) {
    return series(
            night,
            List.of(night.asOf()),
            () -> runId,
            new Publishing(mark, LatestPublication.Move.ALWAYS, reports),
            progress,
            outcome -> {})
        .get(0);
  }

  /**
   * Nights one after the other, each with its publication: what is new is taken in once, and counts
   * on the day on which it happened. A night whose data gate is closed ends the series; what was
   * published before it stays.
   *
   * @param days the last day that counts of each, in the order in which they are run; not empty
   * @param runIds gives the id of each publication's run
   * @param publishing what is published, and how
   * @param published hears of each night as soon as it is published
   * @return what came of each; what was taken in stands with the first
   * @throws vn.chuyencan.error.PipelineException what {@link Publication#requireList}, {@link
   *     DataGate#pass} and the steps throw
   */
  public static List<Outcome> series(
      Night night,
      List<LocalDate> days,
      Supplier<String> runIds,
      Publishing publishing,
      Progress progress,
      Consumer<Outcome> published) {
    Publication.requireList(Path.of(night.configuration().publish()));
    // One step a source; measures, decisions, gate, publication of each.
    progress.plan(night.configuration().sources().size() + 4 * days.size());
    IngestJob.Taken taken = null;
    List<Outcome> outcomes = new ArrayList<>();
    for (LocalDate day : days) {
      Night one = night.asOf(day);
      try (NightReports.Begun reports = publishing.reports().begin(one)) {
        if (taken == null) {
          taken = IngestJob.take(night, progress);
        }
        reports.takenIn();
        progress.night(day);
        List<Recomputed> recomputed = MeasureJob.runAndDecide(one, progress);
        GateReport gate = DataGate.pass(one, progress);
        reports.measured();
        ReportJob.Published made =
            ReportJob.run(
                one, runIds.get(), publishing.mark(), publishing.move(), progress, reports);
        Outcome outcome =
            new Outcome(
                outcomes.isEmpty() ? taken : NOTHING_TAKEN,
                made.manifest(),
                gate,
                recomputed,
                made.withheld());
        outcomes.add(outcome);
        published.accept(outcome);
      }
    }
    RetentionJob.run(night, progress);
    return outcomes;
  }
}
