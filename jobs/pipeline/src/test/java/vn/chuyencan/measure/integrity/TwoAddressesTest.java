package vn.chuyencan.measure.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.chuyencan.measure.integrity.TwoAddresses.Stretch;
import vn.chuyencan.model.IntegritySign;

/** Two addresses just long enough at the same time, and one after another. */
class TwoAddressesTest {
  private static final long START = 1_757_642_400_000_000L;

  private static Stretch from(long address, int first, int last) {
    return new Stretch(address, START + first * Figures.MINUTE, START + last * Figures.MINUTE);
  }

  private static List<String> found(Stretch... stretches) {
    return TwoAddresses.of(List.of(stretches), 15).found();
  }

  @Test
  void bothMustGoOnAtTheSameTime() {
    assertThat(found(from(2, 0, 60), from(4, 30, 45)))
        .containsExactly(
            "stretch=2025-09-12T02:30:00Z/2025-09-12T02:45:00Z minutes=15 addresses=2");
    assertThat(found(from(2, 0, 60), from(4, 30, 44))).isEmpty();
    // From one network into another.
    assertThat(found(from(2, 0, 60), from(4, 60, 120))).isEmpty();
    assertThat(found(from(2, 0, 60), from(4, 50, 120))).isEmpty();
  }

  @Test
  void aSilenceLongerThanTheBaseGapEndsAnAddress() {
    assertThat(found(from(2, 0, 20), from(2, 26, 60), from(4, 10, 40))).isEmpty();
    assertThat(found(from(2, 0, 20), from(2, 25, 60), from(4, 10, 40))).hasSize(1);
  }

  @Test
  void addressesOfTwoKindsAreOneDevice() {
    assertThat(found(from(2, 0, 60), from(3, 0, 60))).isEmpty();
    assertThat(found(from(3, 0, 60), from(5, 0, 60))).hasSize(1);
  }

  @Test
  void threeAddressesAreOneStretch() {
    assertThat(found(from(2, 0, 20), from(4, 0, 40), from(6, 20, 40)))
        .containsExactly(
            "stretch=2025-09-12T02:00:00Z/2025-09-12T02:40:00Z minutes=40 addresses=3");
  }

  @Test
  void orderPartsAndRepeatsDoNotMatter() {
    List<Stretch> whole = List.of(from(2, 0, 60), from(4, 10, 40));
    IntegritySign sign = TwoAddresses.of(whole, 15);
    assertThat(sign.lookedAt()).isEqualTo(2);
    List<Stretch> parts =
        new ArrayList<>(
            List.of(
                from(2, 0, 30),
                from(2, 33, 60),
                from(2, 20, 35),
                from(4, 10, 40),
                from(4, 12, 12)));
    Collections.shuffle(parts, new Random(9));
    assertThat(TwoAddresses.of(parts, 15)).isEqualTo(sign);
  }
}
