package vn.chuyencan.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.chuyencan.table.ColumnType;

/**
 * The canonical CSV of RFC 4180: fields divided by commas, records ended by CR LF, quotes only
 * where the text needs them.
 *
 * <ul>
 *   <li>no value: an empty field; the empty string: {@code ""}
 *   <li>decimals with a point and without trailing zeros; days as {@code 2026-09-07}; instants as
 *       {@code 2026-09-07T01:02:03.000000Z}; {@code true} and {@code false}
 *   <li>arrays, maps and structs as compact JSON with sorted keys
 *   <li>text that a spreadsheet would run as a formula gets an apostrophe in front, see {@link
 *       #guarded}; numbers, days and instants stay as they are
 * </ul>
 */
final class CsvText {
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);
  private static final Pattern FORMULA =
      Pattern.compile("'*[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);
  private static final String RECORD_END = "\r\n";

  private CsvText() {}

  /** The header line. */
  static void appendHeader(StringBuilder target, List<String> names) {
    for (int index = 0; index < names.size(); index++) {
      target.append(index == 0 ? "" : ",").append(names.get(index));
    }
    target.append(RECORD_END);
  }

  /** One record; the values are those of a canonical row. */
  static void appendRecord(StringBuilder target, List<ColumnType> types, List<Object> values) {
    for (int index = 0; index < types.size(); index++) {
      if (index > 0) {
        target.append(',');
      }
      Object value = values.get(index);
      if (value != null) {
        appendField(target, field(types.get(index), value));
      }
    }
    target.append(RECORD_END);
  }

  /**
   * Text made harmless for spreadsheets: an apostrophe is put in front of what begins with {@code =
   * + - @}, a tab, a carriage return or one of their full-width forms, and of what begins with
   * apostrophes and then one of these. Removing one apostrophe from exactly such text gives the
   * original back.
   */
  static String guarded(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** The decimal without an exponent and without trailing zeros. */
  static String decimal(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The instant in UTC with six decimals of a second. */
  static String instant(Instant instant) {
    return INSTANT.format(instant);
  }

  private static String field(ColumnType type, Object value) {
    if (type == ColumnType.Scalar.STRING) {
      return guarded((String) value);
    }
    if (value instanceof BigDecimal number) {
      return decimal(number);
    }
    if (value instanceof Instant instant) {
      return instant(instant);
    }
    return type instanceof ColumnType.Scalar ? value.toString() : JsonText.of(type, value);
  }

  private static void appendField(StringBuilder target, String field) {
    if (!needsQuotes(field)) {
      target.append(field);
      return;
    }
    target.append('"');
    for (int index = 0; index < field.length(); index++) {
      char unit = field.charAt(index);
      if (unit == '"') {
        target.append('"');
      }
      target.append(unit);
    }
    target.append('"');
  }

  private static boolean needsQuotes(String field) {
    for (int index = 0; index < field.length(); index++) {
      char unit = field.charAt(index);
      if (unit == ',' || unit == '"' || unit == '\n' || unit == '\r') {
        return true;
      }
    }
    return field.isEmpty();
  }
}
