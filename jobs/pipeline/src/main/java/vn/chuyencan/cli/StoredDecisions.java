package vn.chuyencan.cli;

import java.time.LocalDate;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.SimulationJob;

/** For commands that tell of decisions as the last night left them, whatever day is asked for. */
final class StoredDecisions {
  private StoredDecisions() {}

  /**
   * Refuses another day than that of the decisions, rather than to answer for a day that nobody
   * asked for.
   *
   * @param asked what {@code --as-of} says, or null
   * @throws PipelineException {@link ErrorCode#DAY_OF_DECISIONS}; {@link ErrorCode#NOTHING_DECIDED}
   */
  static void requireDay(LocalDate asked, Night night) {
    LocalDate decided = SimulationJob.decidedAsOf(night.lake());
    if (asked != null && !asked.equals(decided)) {
      throw new PipelineException(
          Fault.of(ErrorCode.DAY_OF_DECISIONS, decided.toString(), asked.toString()));
    }
  }
}
