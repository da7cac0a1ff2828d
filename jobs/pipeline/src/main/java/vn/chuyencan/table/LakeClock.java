package vn.chuyencan.table;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.iceberg.HistoryEntry;
import org.apache.iceberg.Table;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * Whether a lake can be written now. Iceberg refuses a commit that is more than a minute older than
 * the one before it; where the clock was set back that would be found after hours of work, and told
 * in words that help nobody. Times are the file system's.
 */
final class LakeClock {
  /** Iceberg's own. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** Iceberg's words for it, of which two tell nobody so. */
  private static final List<String> REFUSALS =
      List.of(
          "[BUG] Expected sorted snapshot log entries",
          "[BUG] Expected sorted previous metadata log entries",
          "Invalid update timestamp");

  private LakeClock() {}

  /**
   * Refuses a clock that stands before the last commit.
   *
   * @param probe a mark that nobody else sets
   * @throws PipelineException {@link ErrorCode#CLOCK_SET_BACK}
   */
  static void require(StateFile state, LakeMark probe) throws IOException {
    OptionalLong written = state.writtenAt();
    if (written.isEmpty()) {
      return;
    }
    probe.set();
    OptionalLong now = probe.since();
    probe.clear();
    if (now.isPresent() && written.getAsLong() - now.getAsLong() > TOLERANCE.toMillis()) {
      throw new PipelineException(Fault.of(ErrorCode.CLOCK_SET_BACK, told(written.getAsLong())));
    }
  }

  /**
   * What a commit came to that Iceberg refused: the same where it is so, else the failure itself.
   * So it is found where the file system goes by another clock.
   */
  static RuntimeException of(Table table, RuntimeException failure) {
    List<HistoryEntry> history = table.history();
    String said = String.valueOf(failure.getMessage());
    return history.isEmpty() || REFUSALS.stream().noneMatch(said::startsWith)
        ? failure
        : new PipelineException(
            Fault.of(
                ErrorCode.CLOCK_SET_BACK, told(history.get(history.size() - 1).timestampMillis())),
            failure);
  }

  private static String told(long millis) {
    return Instant.ofEpochSecond(Math.floorDiv(millis, 1000)).toString();
  }
}
