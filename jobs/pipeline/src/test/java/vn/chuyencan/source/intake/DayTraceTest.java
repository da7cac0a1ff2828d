package vn.chuyencan.source.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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

/** A trace that grows event by event against the law of bursts over all events at once. */
class DayTraceTest {
  private static final long MINUTE = 60_000_000L;
  private static final long GAP = Estimator.BASE_GAP.toNanos() / 1000;

  /** Instants in half minutes, so that gaps of exactly five minutes come up. */
  @Provide
  Arbitrary<List<Long>> instants() {
    return Arbitraries.longs().between(0, 240).map(half -> half * MINUTE / 2).list().ofMaxSize(60);
  }

  @Property
  void anyOrderGivesTheBurstsOfAllEvents(@ForAll("instants") List<Long> instants) {
    DayTrace trace = new DayTrace(1, 2, 3);
    List<Burst> single = new ArrayList<>();
    for (long instant : instants) {
      trace.add(instant, 0);
      single.add(Burst.at(instant));
    }
    assertThat(trace.burstList()).isEqualTo(Bursts.join(single, GAP));
  }

  @Property
  void repeatsTakenOutLeaveTheBurstsOfTheRest(
      @ForAll("instants") List<Long> instants, @ForAll @IntRange(max = 59) int repeated) {
    DayTrace trace = new DayTrace(1, 2, 3);
    instants.forEach(instant -> trace.add(instant, 0));
    List<Burst> once = trace.burstList();
    List<Burst> parts = new ArrayList<>(once);
    if (!instants.isEmpty()) {
      long instant = instants.get(repeated % instants.size());
      DayTrace again = new DayTrace(1, 2, 3);
      again.add(instant, 0);
      DayTrace correction = new DayTrace(1, 2, 3);
      correction.takeOut(instant, 1);
      parts.addAll(again.burstList());
      parts.addAll(correction.burstList());
    }
    assertThat(Bursts.join(parts, GAP)).isEqualTo(once);
  }

  @Test
  void declaredIntervalsAreDistinctAndSorted() {
    DayTrace trace = new DayTrace(1, 2, 3);
    trace.add(100, 30);
    trace.add(50, 10);
    trace.add(100, 30);
    trace.add(100, 0);
    assertThat(trace.declared())
        .isEqualTo(new TreeSet<>(List.of(new Interval(40, 50), new Interval(70, 100))));
  }

  @Test
  void tracesAreFoundAgainWhenTheirNumberGrows() {
    DayTraces traces = new DayTraces();
    for (int round = 0; round < 2; round++) {
      for (int key = 0; key < 5000; key++) {
        traces.of(key % 97, key % 13, key).add(key, 0);
      }
    }
    assertThat(List.copyOf(traces.sorted()))
        .hasSize(5000)
        .isSorted()
        .allSatisfy(trace -> assertThat(trace.events(0)).isEqualTo(2));
  }

  @Property
  void daysAreThoseOfTheCalendar(@ForAll @IntRange(min = -400_000, max = 400_000) int hours) {
    for (String zone : List.of("Asia/Ho_Chi_Minh", "America/Sao_Paulo", "Europe/London")) {
      LocalDays days = new LocalDays(ZoneId.of(zone));
      for (long second = hours * 3600L; second < hours * 3600L + 7200; second += 1801) {
        assertThat(days.of(second * 1_000_000L + 7))
            .isEqualTo(
                Instant.ofEpochSecond(second).atZone(ZoneId.of(zone)).toLocalDate().toEpochDay());
      }
    }
  }
}
