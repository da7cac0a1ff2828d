package vn.chuyencan.source.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of one column: its own cells say which mark it uses, and only if none does, the language.
 */
final class Decimals {
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,3}(?:[ \u00a0\u202f.,]?\\d{3})*(?:[.,]\\d+)?|-?\\d+(?:[.,]\\d+)?");
  private static final Pattern MARKED = Pattern.compile("\\d([.,])(\\d+)$");
  private static final int THOUSAND = 3;

  private final char mark;

  private Decimals(char mark) {
    this.mark = mark;
  }

  /** Reads the evidence of a column's cells. */
  static Decimals of(List<String> cells, MoodleLocale locale, ExportSettings settings) {
    if (settings.decimalMark() != null) {
      return new Decimals(settings.decimalMark());
    }
    for (String cell : cells) {
      String number = stripped(cell);
      Matcher marked = MARKED.matcher(number);
      boolean both = number.indexOf('.') >= 0 && number.indexOf(',') >= 0;
      if (NUMBER.matcher(number).matches()
          && marked.find()
          && (both || marked.group(2).length() != THOUSAND || number.startsWith("0"))) {
        return new Decimals(marked.group(1).charAt(0));
      }
    }
    return new Decimals(locale.decimal().charAt(0));
  }

  /** The number; null when the cell holds none. */
  BigDecimal read(String cell) {
    String number = stripped(cell);
    if (!NUMBER.matcher(number).matches()) {
      return null;
    }
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < number.length(); at++) {
      char character = number.charAt(at);
      if (character == mark) {
        plain.append('.');
      } else if (character == '-' || Character.isDigit(character)) {
        plain.append(character);
      }
    }
    return new BigDecimal(plain.toString());
  }

  private static String stripped(String cell) {
    return cell.replace("%", "").replace("\u00a0", " ").strip();
  }
}
