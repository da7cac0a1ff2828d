package vn.chuyencan.measure.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.IntegritySign;
import vn.chuyencan.model.Interval;

/** Days and sessions just within the limit and just beyond it. */
class LongTimeTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static long at(String local) {
    return Instant.parse(local + "+07:00").toEpochMilli() * 1000;
  }

  private static Interval time(String from, String to) {
    return new Interval(at(from), at(to));
  }

  private static IntegritySign days(Interval... counted) {
    return LongTime.days(List.of(counted), ZONE, 600);
  }

  @Test
  void aDayHasNoMoreMinutesThanTheLimit() {
    Interval morning = time("2026-09-12T06:00:00", "2026-09-12T11:00:00");
    assertThat(days(morning, time("2026-09-12T14:00:00", "2026-09-12T19:00:00")))
        .satisfies(
            sign -> {
              assertThat(sign.found()).isEmpty();
              assertThat(sign.lookedAt()).isEqualTo(1);
            });
    assertThat(days(morning, time("2026-09-12T14:00:00", "2026-09-12T19:00:01")).found())
        .containsExactly("day=2026-09-12 minutes=600.01");
  }

  @Test
  void aStretchOverMidnightIsDividedThere() {
    Interval night = time("2026-09-12T18:00:00", "2026-09-13T06:00:00");
    assertThat(days(night).found()).isEmpty();
    assertThat(days(night).lookedAt()).isEqualTo(2);
    assertThat(days(night, time("2026-09-13T08:00:00", "2026-09-13T13:00:00")).found())
        .containsExactly("day=2026-09-13 minutes=660");
  }

  @Test
  void aSessionHasNoMoreMinutesThanTheLimit() {
    Burst within = new Burst(at("2026-09-12T06:00:00"), at("2026-09-12T14:00:00"), 90);
    Burst beyond = new Burst(at("2026-09-13T06:00:00"), at("2026-09-13T14:00:01"), 91);
    IntegritySign sign = LongTime.sessions(List.of(within, beyond), 480);
    assertThat(sign.lookedAt()).isEqualTo(2);
    assertThat(sign.found())
        .containsExactly(
            "session=2026-09-12T23:00:00Z/2026-09-13T07:00:01Z minutes=480.01 events=91");
  }
}
