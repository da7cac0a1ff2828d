package vn.chuyencan.table;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would run: names come from whoever registers at a platform. In a CSV an
 * apostrophe goes in front of it, and a program that knows so takes it away again.
 */
public final class FormulaGuard {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.,][0-9]+)?");

  private FormulaGuard() {}

  /**
   * Whether a spreadsheet would run the text as a formula: it begins with {@code = + - @}, a tab, a
   * carriage return or one of their full-width forms, or with apostrophes and then one of these.
   */
  public static boolean isFormula(String text) {
    int index = 0;
    while (index < text.length() && text.charAt(index) == '\'') {
      index++;
    }
    if (index == text.length()) {
      return false;
    }
    return switch (text.charAt(index)) {
      case '=', '+', '-', '@', '\t', '\r', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
      default -> false;
    };
  }

  /** The text as it stands in a file that people open; numbers stay numbers. */
  public static String guarded(String text) {
    return isFormula(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  /** What was meant by text of such a file. */
  public static String unguarded(String text) {
    return text.startsWith("'") && isFormula(text) ? text.substring(1) : text;
  }
}
