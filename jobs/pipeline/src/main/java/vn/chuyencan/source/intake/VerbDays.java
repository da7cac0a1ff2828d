package vn.chuyencan.source.intake;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Numbers of events by source, local day and verb; negative where events were taken out. */
final class VerbDays {
  private final Map<Key, long[]> counts = new HashMap<>();
  private Key last;
  private long[] lastCount;

  /**
   * What is counted.
   *
   * @param source id of the source
   * @param day days since 1970-01-01 in the institution's zone
   * @param verb the verb's key
   */
  record Key(String source, int day, long verb) {}

  /** One number. */
  record Count(int day, long verb, long events) implements Serializable {}

  /** Counts events. */
  void add(String source, int day, long verb, long events) {
    if (last == null || last.day() != day || last.verb() != verb || !last.source().equals(source)) {
      last = new Key(source, day, verb);
      lastCount = counts.computeIfAbsent(last, key -> new long[1]);
    }
    lastCount[0] += events;
  }

  /** The numbers that are not 0. */
  Map<Key, Long> counts() {
    Map<Key, Long> result = new HashMap<>();
    counts.forEach(
        (key, count) -> {
          if (count[0] != 0) {
            result.put(key, count[0]);
          }
        });
    return result;
  }
}
