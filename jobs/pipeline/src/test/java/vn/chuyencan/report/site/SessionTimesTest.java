package vn.chuyencan.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When sessions were, for a page: short, and by the clocks of the course run's zone. */
class SessionTimesTest {

  @Test
  void eachSessionIsToldFromTheOneBefore() {
    SessionTimes times = new SessionTimes();
    times.add("[\"1970-01-02T00:00:01.5Z/PT45M12.7S\",\"1970-01-02T02:00:01Z/PT0S\"]");
    times.add("[]");
    times.add("[\"1970-01-09T00:00:00Z/PT1H\"]");
    assertThat(times.text()).isEqualTo("86401 2712 7200 0 597599 3600");
  }

  @Test
  void whoWasNeverThereHasNone() {
    SessionTimes times = new SessionTimes();
    times.add("[]");
    assertThat(times.text()).isEmpty();
  }

  @Test
  void aZoneWithoutSummerTimeIsAlwaysAsFarAhead() {
    LocalDate first = LocalDate.of(2026, 9, 7);
    assertThat(offsets("Asia/Ho_Chi_Minh", first, first.plusDays(34)))
        .isEqualTo("[[1788627600,25200]]");
  }

  /** On 2026-10-25 at 01:00 UTC clocks in Paris go back by an hour. */
  @Test
  void clocksThatGoBackDoSoAtTheirInstant() {
    LocalDate first = LocalDate.of(2026, 10, 19);
    assertThat(offsets("Europe/Paris", first, first.plusDays(13)))
        .isEqualTo("[[1792274400,7200],[1792890000,3600]]");
  }

  private static String offsets(String zone, LocalDate first, LocalDate last) {
    return SessionTimes.offsets(ZoneId.of(zone), first, last).toString();
  }
}
