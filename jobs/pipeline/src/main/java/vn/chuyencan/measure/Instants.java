package vn.chuyencan.measure;

import java.time.Instant;

/** Instants as the lake's rows hold them: microseconds since the epoch, UTC. */
final class Instants {
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
}
