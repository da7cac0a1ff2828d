package vn.chuyencan.source.moodle;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log has that was not read yet.
 *
 * @param first lowest id of the rows above the highest that was read
 * @param reached how far the log is read with this
 * @param late ranges below in which rows appeared
 */
record LogNews(long first, LogMark reached, List<LogShare> late) {

  LogNews {
    late = List.copyOf(late);
  }

  /**
   * Compares a log with how far it was read.
   *
   * @param patience how long an id without a row is looked for, in seconds
   * @param most how many ranges of these are kept
   */
  static LogNews since(LogMark read, LogView log, long patience, int most) {
    long highest = log.highest();
    if (highest == 0) {
      return new LogNews(1, read, List.of());
    }
    LogMark mark = read.within(log);
    long now = log.now();
    long at = Math.min(now, log.newest());
    PassedIds known = known(mark, log, patience).since(now - patience);
    List<PassedRange> appeared = new ArrayList<>(known.changed(log));
    List<LogShare> late = new ArrayList<>();
    appeared.forEach(range -> late.add(new LogShare(range.first(), range.last())));
    boolean fromTheStart = mark.id() == 0;
    long first = fromTheStart ? log.lowest() : mark.id() + 1;
    List<PassedRange> fresh = new ArrayList<>();
    if (fromTheStart && first > 1) {
      fresh.add(PassedRange.empty(1, first - 1, PassedRange.ALWAYS));
    }
    long watched = fromTheStart ? log.lowestSince(at - patience, highest) : first;
    if (watched <= highest) {
      fresh.add(PassedRange.empty(watched, highest, now));
    }
    if (late.isEmpty() && highest < first) {
      return new LogNews(first, mark, late);
    }
    PassedIds passed = known.afterReading(log, appeared, fresh, most);
    boolean higher = highest >= mark.id();
    LogMark reached =
        new LogMark(
            higher ? highest : mark.id(),
            Math.max(at, mark.at()),
            passed,
            higher ? time(log.createdAt(highest)) : mark.last(),
            mark.eras());
    return new LogNews(first, reached, late);
  }

  /** What is no time is not noted. */
  private static long time(long seconds) {
    return seconds > 0 && seconds <= MoodleRow.LATEST ? seconds : 0;
  }

  /** Where an earlier program noted nothing, all of the last days may have been passed over. */
  private static PassedIds known(LogMark mark, LogView log, long patience) {
    if (mark.passed() != null) {
      return mark.passed();
    }
    long first = log.lowestSince(mark.at() - patience, mark.id());
    return first == 0
        ? PassedIds.NONE
        : new PassedIds(List.of(PassedRange.empty(first, mark.id(), log.now())));
  }

  /** Whether there is nothing to read. */
  boolean isNothing() {
    return late.isEmpty() && reached.id() < first;
  }

  /** What one task reads, each. */
  List<LogPart> parts(int threads) {
    List<LogPart> parts = new ArrayList<>();
    if (!late.isEmpty()) {
      parts.add(new LogPart(late));
    }
    if (reached.id() >= first) {
      LogShare.of(first, reached.id(), threads)
          .forEach(share -> parts.add(new LogPart(List.of(share))));
    }
    return parts;
  }
}
