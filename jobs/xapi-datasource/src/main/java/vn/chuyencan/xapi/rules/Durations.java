package vn.chuyencan.xapi.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Durations of ISO 8601:2004(E) section 4.4.3.2: {@code PnYnMnDTnHnMnS} or {@code PnW}, each
 * designator at most once and in this order, a fraction only in the last one.
 */
public final class Durations {
  /** Seconds that a table column holds: decimal(18,6). */
  private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

  private static final String DATE = "YMD";
  private static final String TIME = "HMS";
  private static final BigDecimal[] DATE_SECONDS = {null, null, new BigDecimal(86_400)};
  private static final BigDecimal[] TIME_SECONDS = {
    new BigDecimal(3_600), new BigDecimal(60), BigDecimal.ONE
  };
  private static final BigDecimal WEEK_SECONDS = new BigDecimal(604_800);

  private final String text;
  private int at;
  private boolean fraction;
  private BigDecimal seconds = BigDecimal.ZERO;
  private boolean convertible = true;

  private Durations(String text) {
    this.text = text;
  }

  /** Whether the text is a duration. */
  public static boolean isDuration(String text) {
    return new Durations(text).parse();
  }

  /**
   * The length in seconds, cut to microseconds.
   *
   * @return null if the text is no duration, or if it counts years or months, which have no fixed
   *     length, or a trillion seconds and more, which no column holds
   */
  public static BigDecimal seconds(String text) {
    Durations duration = new Durations(text);
    if (!duration.parse() || !duration.convertible || duration.seconds.compareTo(LIMIT) >= 0) {
      return null;
    }
    return duration.seconds.setScale(6, RoundingMode.DOWN);
  }

  private boolean parse() {
    if (text.length() < 3 || text.length() > 100 || text.charAt(0) != 'P') {
      return false;
    }
    at = 1;
    int weeks = text.indexOf('W');
    if (weeks >= 0) {
      BigDecimal number = number();
      if (number == null || at != weeks || weeks != text.length() - 1) {
        return false;
      }
      seconds = number.multiply(WEEK_SECONDS);
      return true;
    }
    int before = at;
    if (!components(DATE, DATE_SECONDS)) {
      return false;
    }
    boolean date = at > before;
    if (at == text.length()) {
      return date;
    }
    if (text.charAt(at) != 'T' || fraction) {
      return false;
    }
    at++;
    before = at;
    return components(TIME, TIME_SECONDS) && at > before && at == text.length();
  }

  private boolean components(String designators, BigDecimal[] lengths) {
    int next = 0;
    while (at < text.length() && text.charAt(at) != 'T') {
      if (fraction) {
        return false;
      }
      BigDecimal number = number();
      if (number == null || at == text.length()) {
        return false;
      }
      int designator = designators.indexOf(text.charAt(at), next);
      if (designator < 0) {
        return false;
      }
      at++;
      next = designator + 1;
      if (lengths[designator] != null) {
        seconds = seconds.add(number.multiply(lengths[designator]));
      } else if (number.signum() != 0) {
        convertible = false;
      }
    }
    return true;
  }

  private BigDecimal number() {
    int from = at;
    int point = -1;
    while (at < text.length()) {
      char sign = text.charAt(at);
      if (sign == '.' || sign == ',') {
        if (point >= 0 || at == from) {
          return null;
        }
        point = at;
      } else if (sign < '0' || sign > '9') {
        break;
      }
      at++;
    }
    if (at == from || point == at - 1) {
      return null;
    }
    fraction = point >= 0;
    return new BigDecimal(text.substring(from, at).replace(',', '.'));
  }
}
