package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Anomaly;
import vn.chuyencan.model.GateLimits;

class SourceAnomaliesTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
  private static final GateLimits TWO_DAYS = new GateLimits(null, 2, null, null);
  private static final GateLimits A_FIFTH = new GateLimits(null, null, new BigDecimal("0.2"), null);
  private static final GateLimits HALF = new GateLimits(null, null, null, new BigDecimal("0.5"));

  /** Course runs that are open from a Monday on, so many on each day. */
  private static NavigableMap<LocalDate, Integer> open(int... runs) {
    NavigableMap<LocalDate, Integer> days = new TreeMap<>();
    for (int day = 0; day < runs.length; day++) {
      days.put(MONDAY.plusDays(day), runs[day]);
    }
    return days;
  }

  private static int[] times(int days, int number) {
    return java.util.stream.IntStream.generate(() -> number).limit(days).toArray();
  }

  private static NavigableMap<LocalDate, Long> events(int... numbers) {
    NavigableMap<LocalDate, Long> days = new TreeMap<>();
    for (int day = 0; day < numbers.length; day++) {
      days.put(MONDAY.plusDays(day), (long) numbers[day]);
    }
    return days;
  }

  private static List<String> ids(
      NavigableMap<LocalDate, Integer> open,
      NavigableMap<LocalDate, Long> events,
      LocalDate asOf,
      GateLimits limits,
      long unresolved) {
    return new SourceAnomalies("s", asOf, open, events, limits)
        .all(unresolved).stream().map(Anomaly::id).toList();
  }

  private static List<String> silences(int[] open, int... events) {
    return ids(open(open), events(events), MONDAY.plusDays(open.length - 1), TWO_DAYS, 0);
  }

  @Test
  void eachSilenceThatIsTooLongIsToldByItsLastDay() {
    int[] always = times(10, 1);
    assertThat(silences(always, 1, 0, 0, 1, 1, 0, 0, 1, 1, 1)).as("as long as allowed").isEmpty();
    assertThat(silences(always, 1, 0, 0, 0, 1, 0, 0, 1, 1, 1))
        .containsExactly("silent-days:s:2026-09-10");
    assertThat(silences(always, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0))
        .containsExactly("silent-days:s:2026-09-09", "silent-days:s:2026-09-16");
    assertThat(silences(always)).as("never heard").containsExactly("silent-days:s:2026-09-16");
  }

  @Test
  void daysWithoutACourseRunAreNoSilence() {
    assertThat(silences(new int[] {1, 1, 0, 0, 0, 0, 1, 1}, 1, 1, 0, 0, 0, 0, 1, 1)).isEmpty();
    assertThat(silences(new int[] {1, 1, 0, 0, 1, 1}, 1, 0, 0, 0, 0, 0))
        .as("a break does not end a silence")
        .containsExactly("silent-days:s:2026-09-12");
    assertThat(silences(new int[] {1, 1, 0, 0, 1, 1}, 1, 0, 1, 0, 0, 0))
        .as("what is said in a break does")
        .isEmpty();
  }

  @Test
  void whatComesAfterTheLastDayDoesNotCount() {
    assertThat(
            ids(
                open(times(9, 1)),
                events(1, 1, 1, 1, 1, 0, 0, 0, 9),
                MONDAY.plusDays(6),
                TWO_DAYS,
                0))
        .isEmpty();
    assertThat(
            new SourceAnomalies(
                    "s",
                    MONDAY.plusDays(6),
                    open(times(9, 1)),
                    events(1, 1, 1, 1, 1, 0, 0),
                    TWO_DAYS)
                .silentDaysNow())
        .isEqualTo(2);
  }

  @Test
  void anAcceptedShareCoversLowerOnes() {
    NavigableMap<LocalDate, Long> events = events(100);
    assertThat(ids(open(1), events, MONDAY, A_FIFTH, 20)).isEmpty();
    List<Anomaly> found = new SourceAnomalies("s", MONDAY, open(1), events, A_FIFTH).all(24);
    assertThat(found).singleElement().extracting(Anomaly::id).isEqualTo("unresolved-share:s:24");
    Anomaly anomaly = found.get(0);
    assertThat(anomaly.figure()).isEqualByComparingTo("0.24");
    assertThat(anomaly.coveredBy("unresolved-share:s:24")).isTrue();
    assertThat(anomaly.coveredBy("unresolved-share:s:30")).isTrue();
    assertThat(anomaly.coveredBy("unresolved-share:s:23")).isFalse();
    assertThat(anomaly.coveredBy("unresolved-share:t:30")).isFalse();
    assertThat(anomaly.coveredBy("unresolved-share:s:all")).isFalse();
    assertThat(ids(open(1), events(0), MONDAY, A_FIFTH, 0)).as("no events").isEmpty();
  }

  private static int[] weeks(int ofDay, int last) {
    int[] events = times(29, ofDay);
    events[28] = last;
    return events;
  }

  @Test
  void aDropIsBelowTheSameWeekdayOfTheWeeksBefore() {
    LocalDate last = MONDAY.plusDays(28);
    assertThat(ids(open(times(29, 1)), events(weeks(40, 20)), last, HALF, 0)).isEmpty();
    assertThat(ids(open(times(29, 1)), events(weeks(40, 19)), last, HALF, 0))
        .containsExactly("volume-drop:s:2026-10-05");
    assertThat(ids(open(times(29, 1)), events(weeks(19, 1)), last, HALF, 0))
        .as("too few to tell")
        .isEmpty();
    assertThat(
            ids(
                open(times(8, 1)),
                events(40, 40, 40, 40, 40, 40, 40, 1),
                MONDAY.plusDays(7),
                HALF,
                0))
        .as("one week before tells nothing")
        .isEmpty();
  }

  @Test
  void courseRunsThatEndedAreNoDropNorAreNewOnes() {
    LocalDate last = MONDAY.plusDays(28);
    int[] ended = times(29, 4);
    ended[28] = 1;
    assertThat(ids(open(ended), events(weeks(40, 10)), last, HALF, 0)).isEmpty();
    int[] opened = times(29, 1);
    opened[28] = 4;
    assertThat(ids(open(opened), events(weeks(40, 40)), last, HALF, 0)).isEmpty();
    assertThat(ids(open(ended), events(weeks(40, 1)), last, HALF, 0)).hasSize(1);
  }

  @Test
  void aSilentDayIsADropOnlyWhereSilenceIsNotLimited() {
    LocalDate last = MONDAY.plusDays(28);
    GateLimits both = new GateLimits(null, 2, null, new BigDecimal("0.5"));
    assertThat(ids(open(times(29, 1)), events(weeks(40, 0)), last, HALF, 0)).hasSize(1);
    assertThat(ids(open(times(29, 1)), events(weeks(40, 0)), last, both, 0)).isEmpty();
  }
}
