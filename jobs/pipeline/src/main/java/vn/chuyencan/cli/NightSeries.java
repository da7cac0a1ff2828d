package vn.chuyencan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightlyRun;
import vn.chuyencan.report.LatestPublication;

/** Which nights are to be run one after the other. */
final class NightSeries {
  /** More nights than this at once are asked for by mistake, or in parts. */
  static final int MOST = 400;

  private NightSeries() {}

  /** The nights since the last that was published, up to the one asked for; at least that one. */
  static List<LocalDate> missed(Night night) {
    LocalDate last = published(night).orElse(night.asOf());
    return last.isBefore(night.asOf())
        ? days(last.plusDays(1), night.asOf(), "--as-of")
        : List.of(night.asOf());
  }

  /**
   * The nights of a span. When a later one had been published it is run again at the end, so that
   * the lake and {@code latest} are left where they stood.
   */
  static List<LocalDate> span(Night night, LocalDate from, LocalDate to) {
    List<LocalDate> days = days(from, to, "--to");
    published(night).filter(last -> last.isAfter(to)).ifPresent(days::add);
    return days;
  }

  /** What is told of a night of a series that was published. */
  static String line(NightlyRun.Outcome outcome) {
    return outcome.manifest().asOf() + "  " + outcome.manifest().digest();
  }

  private static List<LocalDate> days(LocalDate from, LocalDate to, String option) {
    if (from.isAfter(to)) {
      throw new PipelineException(
          Fault.of(ErrorCode.OPTION_VALUE_INVALID, option, to.toString(), from.toString()));
    }
    List<LocalDate> days =
        new ArrayList<>(from.datesUntil(to.plusDays(1)).limit(MOST + 1L).toList());
    if (days.size() > MOST) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.TOO_MANY_NIGHTS, from.toString(), to.toString(), Integer.toString(MOST)));
    }
    return days;
  }

  private static Optional<LocalDate> published(Night night) {
    String published = night.configuration().publish();
    try {
      return LatestPublication.asOf(Path.of(published));
    } catch (IOException unreadable) {
      throw new PipelineException(
          Fault.of(ErrorCode.SOURCE_UNREADABLE, published, Reason.of(unreadable)), unreadable);
    }
  }
}
