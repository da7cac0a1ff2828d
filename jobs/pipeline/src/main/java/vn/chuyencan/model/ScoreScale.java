package vn.chuyencan.model;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Between what a source's {@code result.score.scaled} lies. xAPI allows −1 to 1 and leaves the
 * meaning to whoever sends it, so it is a mark only where the source's convention is declared.
 */
public enum ScoreScale {
  /** 0 to 1: cmi5, Open edX. */
  UNIT,
  /** −1 to 1: Moodle's logstore_xapi. */
  SYMMETRIC;

  /** The largest score. */
  public static final BigDecimal MAX = BigDecimal.ONE;

  /** How configurations write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scale that a code names. */
  public static ScoreScale of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The smallest score. */
  public BigDecimal min() {
    return this == UNIT ? BigDecimal.ZERO : BigDecimal.ONE.negate();
  }
}
