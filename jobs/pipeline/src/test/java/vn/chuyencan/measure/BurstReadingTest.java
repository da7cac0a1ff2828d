package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Bursts;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;

/**
 * The law of reading: however the events of a learner were divided among identifiers, parts and
 * batches, in whatever order, with repeats that were put right and days that were rebuilt, what is
 * read is what the events that count would give.
 */
class BurstReadingTest {
  private static final long MINUTE = 60_000_000L;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final long BASE = Estimator.BASE_GAP.toMinutes() * MINUTE;
  private static final int CORRECTED = -1;

  /**
   * An event as a learner's day has it.
   *
   * @param key which of the learner's identifiers, sources and courses it names
   * @param minute when it happened
   * @param batch the batch that brought it
   * @param repeats how often a later batch brought it again
   * @param voided whether a later batch took it out
   */
  private record Event(int key, long minute, int batch, int repeats, boolean voided) {
    long at() {
      return minute * MINUTE;
    }

    int day() {
      return (int) Math.floorDiv(at(), DAY);
    }
  }

  @Property(tries = 300)
  void howEventsWereDividedChangesNothing(
      @ForAll("events") List<Event> events,
      @ForAll @IntRange(min = 1, max = 3) int parts,
      @ForAll Random random) {
    List<BurstRow> rows = new ArrayList<>();
    Map<String, List<Event>> byKey = new TreeMap<>();
    for (Event event : events) {
      byKey.computeIfAbsent(event.key() + "/" + event.day(), key -> new ArrayList<>()).add(event);
    }
    byKey.values().forEach(some -> rows.addAll(rowsOf(some, parts, random)));
    Collections.shuffle(rows, random);
    Map<Integer, List<Burst>> expected = new TreeMap<>();
    for (Event event : events) {
      List<Burst> day = expected.computeIfAbsent(event.day(), key -> new ArrayList<>());
      if (!event.voided()) {
        day.add(Burst.at(event.at()));
      }
    }
    List<BurstReading.Day> days = BurstReading.days(rows);
    assertThat(days).extracting(BurstReading.Day::day).containsExactlyElementsOf(expected.keySet());
    for (BurstReading.Day day : days) {
      assertThat(day.bursts()).isEqualTo(Bursts.join(expected.get(day.day()), BASE));
    }
  }

  /** The rows of one key: what parts of batches saw, repeats taken out, and a row built anew. */
  private static List<BurstRow> rowsOf(List<Event> events, int parts, Random random) {
    Map<List<Integer>, List<Burst>> seen = new TreeMap<>(BurstReadingTest::byNumbers);
    int last = 1;
    for (Event event : events) {
      add(seen, event.batch(), random.nextInt(parts), Burst.at(event.at()));
      last = Math.max(last, event.batch() + event.repeats());
      for (int repeat = 1; repeat <= event.repeats(); repeat++) {
        add(seen, event.batch() + repeat, random.nextInt(parts), Burst.at(event.at()));
        add(seen, event.batch() + repeat, CORRECTED, new Burst(event.at(), event.at(), -1));
      }
    }
    Event any = events.get(0);
    List<BurstRow> rows = new ArrayList<>();
    seen.forEach(
        (place, bursts) -> rows.add(row(any, place.get(0), false, Bursts.join(bursts, BASE))));
    if (events.stream().anyMatch(Event::voided)) {
      // Built anew by a batch in the middle, from what it and the ones before it left; batches
      // after it add to that row.
      int rebuiltBy = 1 + random.nextInt(last);
      boolean later =
          events.stream().anyMatch(e -> e.voided() && e.batch() + e.repeats() > rebuiltBy);
      int by = later ? last : rebuiltBy;
      List<Burst> left = new ArrayList<>();
      for (Event event : events) {
        if (!event.voided() && event.batch() <= by) {
          left.add(Burst.at(event.at()));
        }
      }
      rows.add(row(any, by, true, Bursts.join(left, BASE)));
    }
    return rows;
  }

  private static void add(Map<List<Integer>, List<Burst>> seen, int batch, int part, Burst burst) {
    seen.computeIfAbsent(List.of(batch, part), key -> new ArrayList<>()).add(burst);
  }

  private static int byNumbers(List<Integer> one, List<Integer> two) {
    int first = Integer.compare(one.get(0), two.get(0));
    return first != 0 ? first : Integer.compare(one.get(1), two.get(1));
  }

  private static BurstRow row(Event any, int batch, boolean rebuilt, List<Burst> bursts) {
    return new BurstRow(
        any.key() % 2, 10 + any.key(), 7, any.day(), batch, rebuilt, bursts, List.of());
  }

  @Test
  void aDayWhoseOnlyEventWasRepeatedAndVoidedIsNotActive() {
    Event event = new Event(0, 5, 1, 1, true);
    List<BurstRow> rows = new ArrayList<>(rowsOf(List.of(event), 1, new Random(1)));
    assertThat(BurstReading.days(rows))
        .singleElement()
        .satisfies(day -> assertThat(day.bursts()).isEmpty());
  }

  @Test
  void declaredIntervalsAreToldOnce() {
    Interval interval = new Interval(0, MINUTE);
    List<BurstRow> rows = new ArrayList<>();
    for (int batch = 1; batch <= 2; batch++) {
      rows.add(new BurstRow(0, 1, 7, 0, batch, false, List.of(Burst.at(0)), List.of(interval)));
    }
    assertThat(BurstReading.days(rows).get(0).declared()).containsExactly(interval);
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.longs().between(0, 2 * DAY / MINUTE),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 9))
        .as(
            (key, minute, batch, repeats, dice) ->
                new Event(key, minute, batch, repeats, dice == 0))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(BurstReadingTest::withoutEqualInstants);
  }

  /**
   * An instant once: two events of one instant, one of them voided, have one burst all the same.
   */
  private static List<Event> withoutEqualInstants(List<Event> events) {
    TreeSet<Long> instants = new TreeSet<>();
    return events.stream().filter(event -> instants.add(event.minute())).toList();
  }
}
