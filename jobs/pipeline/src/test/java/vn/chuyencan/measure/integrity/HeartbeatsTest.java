package vn.chuyencan.measure.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.chuyencan.measure.integrity.Heartbeats.Beat;
import vn.chuyencan.model.IntegritySign;

/** Rows just long and regular enough, and those that a person interrupts. */
class HeartbeatsTest {
  private static final long START = 1_757_642_400_000_000L;
  private static final long GAP = 30 * Figures.MINUTE;

  private static Beat at(long seconds) {
    return new Beat(START + seconds * Figures.SECOND, 7);
  }

  /** Sixty minutes, a beat a minute. */
  private static List<Beat> hour() {
    List<Beat> beats = new ArrayList<>();
    for (int minute = 0; minute <= 60; minute++) {
      beats.add(at(60L * minute));
    }
    return beats;
  }

  private static IntegritySign look(List<Beat> beats) {
    return Heartbeats.of(beats, 60, GAP);
  }

  @Test
  void anHourOfEqualDistancesStandsOut() {
    assertThat(look(hour()).lookedAt()).isEqualTo(61);
    assertThat(look(hour()).found())
        .containsExactly(
            "stretch=2025-09-12T02:00:00Z/2025-09-12T03:00:00Z minutes=60 events=61"
                + " spacing_seconds=60");
    assertThat(look(hour().subList(0, 60)).found()).isEmpty();
  }

  @Test
  void secondsMayBeRoundedAndNoMore() {
    List<Beat> beats = hour();
    beats.set(30, at(1801));
    assertThat(look(beats).found()).hasSize(1);
    beats.set(30, at(1802));
    assertThat(look(beats).found()).isEmpty();
  }

  @Test
  void whoeverDoesSomethingElseBreaksTheRow() {
    List<Beat> beats = hour();
    beats.add(at(1815));
    assertThat(look(beats).found()).isEmpty();
    List<Beat> another = hour();
    another.add(new Beat(START + 1800 * Figures.SECOND, 8));
    assertThat(look(another).found()).isEmpty();
    // Before and after it is nobody's business.
    List<Beat> around = hour();
    around.add(at(-13));
    around.add(at(-40));
    around.add(at(3607));
    assertThat(look(around).found()).hasSize(1);
  }

  @Test
  void fewInstantsOrLongSilencesAreNoRow() {
    List<Beat> few = new ArrayList<>();
    List<Beat> days = new ArrayList<>();
    for (int beat = 0; beat < 9; beat++) {
      few.add(at(600L * beat));
      days.add(at(86_400L * beat));
      days.add(at(86_400L * (beat + 9)));
    }
    assertThat(look(few).found()).isEmpty();
    assertThat(look(days).found()).isEmpty();
    few.add(at(600L * 9));
    assertThat(look(few).found()).hasSize(1);
  }

  @Test
  void orderAndRepeatsDoNotMatter() {
    List<Beat> beats = hour();
    beats.add(at(-13));
    IntegritySign sign = look(beats);
    List<Beat> other = new ArrayList<>(beats);
    other.addAll(beats.subList(5, 20));
    Collections.shuffle(other, new Random(3));
    assertThat(look(other)).isEqualTo(sign);
  }
}
