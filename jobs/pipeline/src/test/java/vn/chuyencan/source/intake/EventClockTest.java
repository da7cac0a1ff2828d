package vn.chuyencan.source.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** How late and how early events were stored, in seconds. */
class EventClockTest {
  private static final long SECOND = 1_000_000L;
  private static final long NOBODY_KNOWS = Long.MAX_VALUE;
  private static final int DAY = 20_000;
  private static final long NOON = (DAY * 86_400L + 43_200L) * SECOND;

  private static Map<String, Object> row(EventClock clock) {
    List<Map<String, Object>> rows = clock.rows("lms", 3);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void delaysAreToldInSecondsAndWhatIsAheadToo() {
    EventClock clock = new EventClock();
    clock.add(DAY, NOON, true, NOON + 3 * SECOND / 2, NOBODY_KNOWS);
    clock.add(DAY, NOON + SECOND, true, NOON + SECOND + 100 * SECOND, NOBODY_KNOWS);
    clock.add(DAY, NOON + 2 * SECOND, true, NOON, NOBODY_KNOWS);
    clock.add(DAY, NOON - 1, true, NOON - 2, NOBODY_KNOWS);

    OffsetDateTime noon = OffsetDateTime.parse("2024-10-04T12:00:00Z");
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("source", "lms");
    expected.put("event_date", LocalDate.of(2024, 10, 4));
    expected.put("first_at", noon.minusNanos(1000));
    expected.put("last_at", noon.plusSeconds(2));
    expected.put("events_ahead", 2L);
    expected.put("ahead_max_seconds", 2L);
    expected.put("events_stored", 4L);
    expected.put("delay_max_seconds", 100L);
    expected.put("delays", Map.of("-2", 1L, "0", 1L, "1", 1L, "100", 1L));
    expected.put("batch_id", 3L);
    assertThat(row(clock)).isEqualTo(expected);
  }

  @Test
  void whereNothingSaysWhenItWasStoredTheFileDoes() {
    EventClock clock = new EventClock();
    clock.add(DAY, NOON, false, 0, NOON);
    clock.add(DAY, NOON + SECOND, false, 0, NOON);
    clock.add(DAY, NOON + SECOND, false, 0, NOBODY_KNOWS);
    assertThat(row(clock))
        .containsEntry("events_ahead", 1L)
        .containsEntry("ahead_max_seconds", 1L)
        .containsEntry("events_stored", 0L)
        .containsEntry("delays", Map.of());
  }

  @Test
  void whatTasksSawAddsUp() {
    EventClock whole = new EventClock();
    EventClock one = new EventClock();
    EventClock other = new EventClock();
    for (int event = 0; event < 40; event++) {
      int day = DAY + event % 3;
      long at = NOON + event * 7L * SECOND;
      long stored = at + (event - 5) * 11L * SECOND;
      whole.add(day, at, true, stored, NOBODY_KNOWS);
      (event % 2 == 0 ? one : other).add(day, at, true, stored, NOBODY_KNOWS);
    }
    one.add(other.days());
    assertThat(one.rows("lms", 1)).hasSize(3).isEqualTo(whole.rows("lms", 1));
  }

  @Property(tries = 200)
  void roundingIsTowardsZeroByLessThanASixteenth(
      @ForAll @LongRange(min = -4_000_000_000L, max = 4_000_000_000L) long seconds) {
    long rounded = EventClock.rounded(seconds);
    assertThat(Math.abs(rounded)).isLessThanOrEqualTo(Math.abs(seconds));
    assertThat(16 * Math.abs(seconds - rounded)).isLessThanOrEqualTo(Math.abs(seconds));
    assertThat(EventClock.rounded(rounded)).isEqualTo(rounded);
    assertThat(EventClock.rounded(-seconds)).isEqualTo(-rounded);
  }
}
