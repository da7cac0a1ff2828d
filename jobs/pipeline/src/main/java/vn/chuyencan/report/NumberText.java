package vn.chuyencan.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import vn.chuyencan.error.Language;

/**
 * Numbers as people read them (X-NUM-3): {@code 1.126} and {@code 5,32} in Vietnamese, {@code
 * 1,126} and {@code 5.32} in English. Rounding never carries a value across its threshold.
 */
public final class NumberText {
  private static final int MOST_DECIMALS = 6;
  private static final String MINUS = "\u2212";

  private final char decimal;
  private final char thousands;

  /** Numbers for readers of that language. */
  public NumberText(Language language) {
    boolean comma =
        switch (language) {
          case VI -> true;
          case EN -> false;
        };
    this.decimal = comma ? ',' : '.';
    this.thousands = comma ? '.' : ',';
  }

  /** As many decimals as the number has. */
  public String exact(BigDecimal number) {
    return text(number, Math.max(0, number.stripTrailingZeros().scale()));
  }

  /** A threshold: whole numbers without decimals, marks with one. */
  public String threshold(BigDecimal threshold, String unit) {
    return text(threshold, thresholdDecimals(threshold, unit));
  }

  /**
   * A value beside its threshold: a whole count without decimals, otherwise at least one decimal
   * more than the threshold, and enough of them not to seem to reach it.
   */
  public String value(BigDecimal value, BigDecimal threshold, String unit) {
    return text(value, decimals(value, threshold, unit));
  }

  /** A margin with its sign, with the decimals of its value. */
  public String margin(BigDecimal value, BigDecimal threshold, String unit) {
    BigDecimal margin = value.subtract(threshold);
    int decimals = decimals(value, threshold, unit);
    while (margin.signum() != 0
        && decimals < MOST_DECIMALS
        && margin.setScale(decimals, RoundingMode.HALF_UP).signum() == 0) {
      decimals++;
    }
    return margin.signum() > 0 ? "+" + text(margin, decimals) : text(margin, decimals);
  }

  /** A share in percent with one decimal, and more where one would hide which side it is on. */
  public String percent(BigDecimal part, BigDecimal whole, BigDecimal asked) {
    BigDecimal percent =
        part.multiply(BigDecimal.valueOf(100)).divide(whole, MOST_DECIMALS, RoundingMode.FLOOR);
    return value(percent, asked, "percent");
  }

  private static int decimals(BigDecimal value, BigDecimal threshold, String unit) {
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    boolean counted = !unit.equals("mark10") && !unit.equals("mark4") && !unit.equals("percent");
    int decimals = whole && counted ? 0 : thresholdDecimals(threshold, unit) + 1;
    boolean reached = value.compareTo(threshold) >= 0;
    while (decimals < MOST_DECIMALS
        && value.setScale(decimals, RoundingMode.HALF_UP).compareTo(threshold) >= 0 != reached) {
      decimals++;
    }
    return decimals;
  }

  private static int thresholdDecimals(BigDecimal threshold, String unit) {
    int least = unit.startsWith("mark") ? 1 : 0;
    return Math.max(least, threshold.stripTrailingZeros().scale());
  }

  private String text(BigDecimal number, int decimals) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setDecimalSeparator(decimal);
    symbols.setGroupingSeparator(thousands);
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    String text = format.format(number.abs());
    boolean negative = number.setScale(decimals, RoundingMode.HALF_UP).signum() < 0;
    return negative ? MINUS + text : text;
  }
}
