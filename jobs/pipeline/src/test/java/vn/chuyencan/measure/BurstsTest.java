package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Bursts;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;

/** The laws that the measures stand on: shuffle, split, late arrival, cut at midnight. */
class BurstsTest {
  private static final long MINUTE = 60_000_000L;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final long BASE = Estimator.BASE_GAP.toMinutes() * MINUTE;

  @Property
  void sessionsFromBurstsAreTheSessionsOfTheEvents(
      @ForAll("instants") List<Long> instants, @ForAll @IntRange(min = 5, max = 120) int gap) {
    assertThat(Bursts.join(daily(instants), gap * MINUTE))
        .isEqualTo(fromEvents(instants, gap * MINUTE));
  }

  @Property
  void neitherOrderNorSplittingNorLateArrivalChangesSessions(
      @ForAll("instants") List<Long> instants,
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 5) int nights) {
    List<List<Long>> batches = new ArrayList<>();
    for (int night = 0; night < nights; night++) {
      batches.add(new ArrayList<>());
    }
    for (Long instant : instants) {
      batches.get(random.nextInt(nights)).add(instant);
    }
    Map<Long, List<Burst>> stored = new TreeMap<>();
    for (List<Long> batch : batches) {
      for (Burst burst : daily(batch)) {
        stored.merge(
            Math.floorDiv(burst.start(), DAY),
            List.of(burst),
            (before, after) -> {
              List<Burst> both = new ArrayList<>(before);
              both.addAll(after);
              return Bursts.join(both, BASE);
            });
      }
    }
    List<Burst> merged = stored.values().stream().flatMap(List::stream).toList();
    assertThat(merged).containsExactlyElementsOf(daily(instants));
    assertThat(Bursts.join(merged, 30 * MINUTE)).isEqualTo(fromEvents(instants, 30 * MINUTE));
  }

  @Property
  void unionNeverCountsAnInstantTwice(@ForAll("intervals") List<Interval> intervals) {
    boolean[] covered = new boolean[400];
    for (Interval interval : intervals) {
      Arrays.fill(covered, (int) interval.start(), (int) interval.end(), true);
    }
    long expected = 0;
    for (boolean minute : covered) {
      expected += minute ? 1 : 0;
    }
    assertThat(TimeOnTask.micros(Bursts.union(intervals))).isEqualTo(expected);
  }

  @Test
  void aGapOfExactlyThirtyMinutesStaysOneSessionAndOneMicrosecondMoreMakesTwo() {
    long gap = 30 * MINUTE;
    assertThat(TimeOnTask.sessions(List.of(Burst.at(0), Burst.at(gap)), Estimator.STANDARD))
        .containsExactly(new Burst(0, gap, 2));
    assertThat(TimeOnTask.sessions(List.of(Burst.at(0), Burst.at(gap + 1)), Estimator.STANDARD))
        .hasSize(2);
  }

  @Test
  void aDeclaredIntervalIsUnitedWithTheSessionAndCapped() {
    List<Burst> sessions = List.of(new Burst(0, 10 * MINUTE, 3));
    assertThat(
            TimeOnTask.counted(
                sessions, List.of(new Interval(5 * MINUTE, 25 * MINUTE)), Estimator.STANDARD))
        .containsExactly(new Interval(0, 25 * MINUTE));
    long day = Duration.ofDays(1).toMinutes() * MINUTE;
    assertThat(
            TimeOnTask.micros(
                TimeOnTask.counted(List.of(), List.of(new Interval(0, day)), Estimator.STANDARD)))
        .isEqualTo(TimeOnTask.DECLARED_CAP_MICROS);
  }

  @Test
  void presetsAddTheirTailAndDropTheirShortSessions() {
    List<Burst> sessions = List.of(new Burst(0, MINUTE, 2), new Burst(DAY, DAY + 10 * MINUTE, 2));
    Map<String, Long> minutes = new TreeMap<>();
    for (Estimator estimator : Estimator.presets()) {
      minutes.put(
          estimator.id(),
          TimeOnTask.micros(TimeOnTask.counted(sessions, List.of(), estimator)) / MINUTE);
    }
    assertThat(minutes)
        .containsEntry("standard", 11L)
        .containsEntry("dedication", 10L)
        .containsEntry("use_stats", 41L)
        .containsEntry("attendance_register", 41L);
  }

  @Provide
  Arbitrary<List<Long>> instants() {
    return Arbitraries.longs()
        .between(0, 3 * DAY / MINUTE)
        .map(m -> m * MINUTE)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<Interval>> intervals() {
    return Arbitraries.longs()
        .between(0, 300)
        .flatMap(
            start ->
                Arbitraries.longs()
                    .between(0, 90)
                    .map(length -> new Interval(start, start + length)))
        .list()
        .ofMaxSize(20);
  }

  /** Bursts cut at midnight, as they are stored. */
  private static List<Burst> daily(Collection<Long> instants) {
    Map<Long, List<Burst>> days = new TreeMap<>();
    for (Long instant : instants) {
      days.computeIfAbsent(Math.floorDiv(instant, DAY), day -> new ArrayList<>())
          .add(Burst.at(instant));
    }
    return days.values().stream().flatMap(day -> Bursts.join(day, BASE).stream()).toList();
  }

  /** The definition itself, straight over sorted events. */
  private static List<Burst> fromEvents(Collection<Long> instants, long gap) {
    List<Long> sorted = instants.stream().sorted().toList();
    List<Burst> sessions = new ArrayList<>();
    for (Long instant : sorted) {
      Burst last = sessions.isEmpty() ? null : sessions.get(sessions.size() - 1);
      if (last != null && instant - last.end() <= gap) {
        sessions.set(sessions.size() - 1, new Burst(last.start(), instant, last.events() + 1));
      } else {
        sessions.add(Burst.at(instant));
      }
    }
    return sessions;
  }
}
