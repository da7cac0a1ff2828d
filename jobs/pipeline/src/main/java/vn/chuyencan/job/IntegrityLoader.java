package vn.chuyencan.job;

import java.math.BigDecimal;
import java.util.Optional;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.policy.YamlCursor;

/** Reads the section {@code integrity} of the configuration: what is looked for, from where on. */
final class IntegrityLoader {
  private static final int PLACES = 6;

  private final YamlCursor cursor;

  private IntegrityLoader(YamlCursor cursor) {
    this.cursor = cursor;
  }

  /** The limits; {@link IntegrityLimits#NONE} without the section. */
  static IntegrityLimits read(YamlCursor root) {
    Optional<YamlCursor> section = root.optionalMapping("integrity");
    return section.isEmpty() ? IntegrityLimits.NONE : new IntegrityLoader(section.get()).limits();
  }

  private IntegrityLimits limits() {
    cursor.onlyKeys(
        "day_minutes",
        "session_minutes",
        "answer_seconds",
        "answer_share",
        "heartbeat_minutes",
        "copied_characters",
        "address_minutes");
    return new IntegrityLimits(
        whole("day_minutes", "960"),
        whole("session_minutes", "480"),
        whole("answer_seconds", "30"),
        share("answer_share"),
        whole("heartbeat_minutes", "60"),
        whole("copied_characters", "200"),
        whole("address_minutes", "15"));
  }

  /** A whole number above 0; null when it is not given. */
  private Integer whole(String key, String example) {
    BigDecimal number =
        cursor.optionalNumber(key, example).map(exact -> exact.floor(PLACES)).orElse(null);
    if (number == null) {
      return null;
    }
    if (number.signum() <= 0
        || number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
      cursor.invalid(key, "1 …");
      return null;
    }
    return number.intValue();
  }

  private BigDecimal share(String key) {
    BigDecimal share =
        cursor.optionalNumber(key, "0.1").map((Fraction exact) -> exact.floor(PLACES)).orElse(null);
    if (share != null && (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0)) {
      cursor.invalid(key, "0 < … < 1");
      return null;
    }
    return share;
  }
}
