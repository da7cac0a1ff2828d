package vn.chuyencan.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import vn.chuyencan.table.FormulaGuard;

/** How single values stand in a canonical CSV and in the JSON within it. */
public final class CsvText {
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

  private CsvText() {}

  /**
   * Whether a spreadsheet would run the text as a formula: it begins with {@code = + - @}, a tab, a
   * carriage return or one of their full-width forms, or with apostrophes and then one of these. An
   * apostrophe goes in front of it; to remove one from exactly such text gives the original back.
   */
  public static boolean isFormula(String text) {
    return FormulaGuard.isFormula(text);
  }

  /** The decimal without an exponent and without trailing zeros. */
  static String decimal(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The instant in UTC with six decimals of a second. */
  static String instant(Instant instant) {
    return INSTANT.format(instant);
  }

  /** The digits of a decimal without its point, if a long holds them; else null. */
  static Long digits(BigDecimal number) {
    BigInteger unscaled = number.unscaledValue();
    return unscaled.bitLength() < Long.SIZE ? Long.valueOf(unscaled.longValue()) : null;
  }
}
