package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a log is divided among tasks, and the mark of how far it was read. */
class LogShareTest {

  @Test
  void sharesAreTheWholeRangeOnce() {
    for (long last : new long[] {7, 49_999, 50_000, 99_999, 148_034, 10_000_000_019L}) {
      List<LogShare> shares = LogShare.of(7, last, 2);
      long next = 7;
      for (LogShare share : shares) {
        assertThat(share.first()).isEqualTo(next);
        assertThat(share.last()).isGreaterThanOrEqualTo(share.first());
        next = share.last() + 1;
      }
      assertThat(next).isEqualTo(last + 1);
      assertThat(shares.size()).isBetween(1, 8);
    }
    assertThat(LogShare.of(1, 148_034, 2)).hasSize(2);
    assertThat(LogShare.of(1, 10_000_000, 4)).hasSize(16);
  }

  @Test
  void aMarkIsReadAsItWasWritten() {
    PassedIds passed =
        new PassedIds(
            List.of(
                PassedRange.empty(1, 6, PassedRange.ALWAYS),
                PassedRange.empty(77, 77, 1_792_394_640),
                new PassedRange(100, 220, 12, 345, 1_792_394_641)));
    LogMark mark = new LogMark(148_034, 1_792_394_640, passed);

    assertThat(mark)
        .hasToString(
            "id=148034 at=1792394640" + " passed=1-6@0,77@1792394640,100-220:12/345@1792394641");
    assertThat(LogMark.of(mark.toString())).isEqualTo(mark);
    assertThat(LogMark.of(new LogMark(3, 4, PassedIds.NONE).toString()))
        .isEqualTo(new LogMark(3, 4, PassedIds.NONE));
    LogMark restored = new LogMark(9, 8, PassedIds.NONE, 7, LogEras.NONE.with(5).with(6));
    assertThat(restored).hasToString("id=9 at=8 passed= last=7 eras=5,6");
    assertThat(LogMark.of(restored.toString())).isEqualTo(restored);
    // As programs wrote it that noted nothing.
    assertThat(LogMark.of("id=148034 at=1792394640 rows=512"))
        .isEqualTo(new LogMark(148_034, 1_792_394_640, null));
    assertThat(LogMark.of("")).isEqualTo(LogMark.NONE);
    assertThatThrownBy(() -> LogMark.of("148034"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("148034");
  }
}
