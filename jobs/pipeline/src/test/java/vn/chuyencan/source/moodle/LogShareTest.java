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
    LogMark mark = new LogMark(148_034, 1_792_394_640, 512);

    assertThat(mark).hasToString("id=148034 at=1792394640 rows=512");
    assertThat(LogMark.of(mark.toString())).isEqualTo(mark);
    assertThat(LogMark.of("")).isEqualTo(LogMark.NONE);
    assertThatThrownBy(() -> LogMark.of("148034"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("148034");
  }
}
