package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;

/** What of a day's traces is in a course run: from its opening to its closing (FC-X.2). */
class RunTimeTest {
  private static final ZoneId INSTITUTION = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate OPENS = LocalDate.of(2026, 9, 7);
  private static final LocalDate CLOSES = LocalDate.of(2026, 9, 20);
  private static final long MINUTE = 60_000_000L;

  private static RunTime time(String zone) {
    return RunTime.of(
        new CourseRun(
            "L1", "Lớp", "https://lms.example/1", OPENS, CLOSES, ZoneId.of(zone), Set.of(), null),
        ZoneId.of(zone),
        INSTITUTION);
  }

  private static long opening(String zone) {
    return Instants.micros(OPENS.atStartOfDay(ZoneId.of(zone)).toInstant());
  }

  private static long closing(String zone) {
    return Instants.micros(CLOSES.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant());
  }

  private static BurstReading.Day day(long around, List<Burst> bursts, List<Interval> declared) {
    Instant instant = Instants.of(around);
    return new BurstReading.Day(
        CourseRuns.day(LocalDate.ofInstant(instant, INSTITUTION)), bursts, declared);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Paris", "Asia/Tokyo", "America/New_York", "Pacific/Auckland"})
  void aBurstIsCutWhereTheRunBeginsAndEnds(String zone) {
    long open = opening(zone);
    long close = closing(zone);
    List<BurstReading.Day> held =
        time(zone)
            .of(
                List.of(
                    day(
                        open,
                        List.of(
                            new Burst(open - 30 * MINUTE, open - MINUTE, 9),
                            new Burst(open - 6 * MINUTE, open + 3 * MINUTE, 10)),
                        List.of()),
                    day(
                        close,
                        List.of(
                            new Burst(close - 4 * MINUTE, close + 12 * MINUTE, 5),
                            new Burst(close, close + MINUTE, 2)),
                        List.of())));
    assertThat(held)
        .flatExtracting(BurstReading.Day::bursts)
        .containsExactly(
            new Burst(open, open + 3 * MINUTE, 3), new Burst(close - 4 * MINUTE, close - 1, 1));
  }

  /** Some event is on either side, however few of them there are. */
  @Test
  void bothPartsOfABurstHaveAnEvent() {
    long open = opening("Asia/Tokyo");
    for (long inside : new long[] {1, 4 * MINUTE}) {
      Burst burst = new Burst(open - 5 * MINUTE + inside, open + inside, 2);
      assertThat(time("Asia/Tokyo").of(List.of(day(open, List.of(burst), List.of()))))
          .flatExtracting(BurstReading.Day::bursts)
          .containsExactly(new Burst(open, open + inside, 1));
    }
  }

  /** Minutes after the opening of the act that tells its duration, its duration, what counts. */
  @ParameterizedTest
  @CsvSource({
    "Asia/Ho_Chi_Minh,  10,   30,  10",
    "Asia/Ho_Chi_Minh,  60,  240,  60",
    "Asia/Ho_Chi_Minh, 300, 1500, 240",
    "Asia/Ho_Chi_Minh,  40,   30,  30",
    "America/New_York,  10,   30,  10",
    "America/New_York, 300, 1500, 240",
    "Pacific/Auckland, 180,  240, 180",
    "Pacific/Auckland,  -1,   30,   0",
  })
  void aDeclaredStretchBeginsWithTheRun(String zone, int after, int lasted, int counts) {
    long end = opening(zone) + after * MINUTE;
    Interval declared = new Interval(end - lasted * MINUTE, end);
    List<Interval> held =
        time(zone).of(List.of(day(end, List.of(), List.of(declared)))).stream()
            .flatMap(day -> day.declared().stream())
            .toList();
    assertThat(TimeOnTask.micros(TimeOnTask.counted(List.of(), held, Estimator.STANDARD)))
        .isEqualTo(counts * MINUTE);
  }

  /** The act is told after the closing, so it is none of the run's, whenever it began. */
  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Pacific/Auckland"})
  void whatIsToldAfterTheClosingDoesNotCount(String zone) {
    long end = closing(zone) + MINUTE;
    assertThat(
            time(zone)
                .of(List.of(day(end, List.of(), List.of(new Interval(end - 30 * MINUTE, end))))))
        .isEmpty();
  }
}
