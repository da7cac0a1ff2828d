package vn.chuyencan.report.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A cell of a form.
 *
 * @param value a String, Integer, Long, BigDecimal, Boolean or LocalDate; null when there is none
 * @param state why there is none
 * @param colour its fill, such as {@code C6EFCE}; null: none
 */
public record FormCell(Object value, State state, String colour) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  /** What is printed where nothing is known (C28-PL-R9). */
  public static final String UNKNOWN = "…";

  private static final String HIDDEN = "< 5";

  /** What a cell is. */
  public enum State {
    /** It has a value. */
    KNOWN,
    /** Nobody knows its value. */
    UNKNOWN,
    /** There is nothing to know. */
    BLANK,
    /** Its value is small and not shown (X-PD-7). */
    HIDDEN
  }

  /** A cell without a fill. */
  public static FormCell of(Object value, State state) {
    return new FormCell(value, state, null);
  }

  /** The cell as Vietnamese documents print it: 1.126; 5,32; 05/01/2027. */
  public String text() {
    return switch (state) {
      case UNKNOWN -> UNKNOWN;
      case BLANK -> "";
      case HIDDEN -> HIDDEN;
      case KNOWN -> text(value);
    };
  }

  private static String text(Object value) {
    if (value instanceof LocalDate day) {
      return DAY.format(day);
    }
    if (value instanceof BigDecimal number) {
      return number(number);
    }
    if (value instanceof Number count) {
      return number(BigDecimal.valueOf(count.longValue()));
    }
    return String.valueOf(value);
  }

  private static String number(BigDecimal number) {
    String plain = number.stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".")
        + (point < 0 ? "" : "," + plain.substring(point + 1));
  }
}
