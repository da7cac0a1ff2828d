package vn.chuyencan.measure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.UUID;

/** Instants as the lake's rows hold them: microseconds since the epoch, UTC. */
final class Instants {
  /** Event ids in the order of their texts, which {@link UUID#compareTo} does not keep. */
  static final Comparator<UUID> BY_TEXT =
      (one, two) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), two.getMostSignificantBits());
        return high != 0
            ? high
            : Long.compareUnsigned(one.getLeastSignificantBits(), two.getLeastSignificantBits());
      };

  private static final long MICROS = 1_000_000L;

  private Instants() {}

  static Instant of(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L);
  }

  static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1000);
  }

  static long micros(OffsetDateTime instant) {
    return Math.addExact(
        Math.multiplyExact(instant.toEpochSecond(), MICROS), instant.getNano() / 1000);
  }
}
