package vn.chuyencan.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.GateLimits;
import vn.chuyencan.policy.YamlCursor;

/** Reads the section {@code gate} of the configuration: when a night must not publish. */
final class GateLoader {
  private static final int MIN_REJECTED = 20;
  private static final BigDecimal MAX_REJECTED_SHARE = new BigDecimal("0.05");
  private static final int PLACES = 6;
  private static final List<String> LIMITS =
      List.of("max_rejected_share", "max_silent_days", "max_unresolved_share", "max_volume_drop");

  private GateLoader() {}

  /**
   * Reads it; without the section only rejected records close the gate.
   *
   * @param sources the ids of the sources
   */
  static Configuration.Gate read(YamlCursor root, List<String> sources) {
    Optional<YamlCursor> gate = root.optionalMapping("gate");
    if (gate.isEmpty()) {
      return new Configuration.Gate(MAX_REJECTED_SHARE, MIN_REJECTED);
    }
    YamlCursor cursor = gate.get();
    List<String> keys = new ArrayList<>(LIMITS);
    keys.add(1, "min_rejected");
    keys.add("sources");
    cursor.onlyKeys(keys.toArray(String[]::new));
    int least =
        cursor
            .optionalNumber("min_rejected", "20")
            .map(number -> number.floor(0).intValue())
            .orElse(MIN_REJECTED);
    if (least < 1) {
      cursor.invalid("min_rejected", "1 …");
    }
    GateLimits limits = limits(cursor);
    return new Configuration.Gate(
        limits.rejectedShare() == null ? MAX_REJECTED_SHARE : limits.rejectedShare(),
        least,
        limits,
        bySource(cursor, sources));
  }

  private static Map<String, GateLimits> bySource(YamlCursor gate, List<String> sources) {
    Map<String, GateLimits> limits = new TreeMap<>();
    gate.optionalMapping("sources")
        .ifPresent(
            cursor -> {
              cursor.onlyKeys(sources.toArray(String[]::new));
              for (String source : sources) {
                cursor
                    .optionalMapping(source)
                    .ifPresent(
                        one -> {
                          one.onlyKeys(LIMITS.toArray(String[]::new));
                          limits.put(source, limits(one));
                        });
              }
            });
    return limits;
  }

  private static GateLimits limits(YamlCursor cursor) {
    return new GateLimits(
        share(cursor, "max_rejected_share", "0.05"),
        days(cursor),
        share(cursor, "max_unresolved_share", "0.2"),
        share(cursor, "max_volume_drop", "0.5"));
  }

  private static Integer days(YamlCursor cursor) {
    BigDecimal days =
        cursor
            .optionalNumber("max_silent_days", "2")
            .map((Fraction exact) -> exact.floor(PLACES))
            .orElse(null);
    if (days == null) {
      return null;
    }
    boolean whole = days.stripTrailingZeros().scale() <= 0;
    if (!whole || days.signum() < 0 || days.compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) > 0) {
      cursor.invalid("max_silent_days", "0 … " + Short.MAX_VALUE);
      return null;
    }
    return days.intValue();
  }

  private static BigDecimal share(YamlCursor cursor, String key, String example) {
    BigDecimal share =
        cursor.optionalNumber(key, example).map(exact -> exact.floor(PLACES)).orElse(null);
    if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
      cursor.invalid(key, "0 … 1");
      return null;
    }
    return share;
  }
}
