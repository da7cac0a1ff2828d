package vn.chuyencan.planted.machine.report;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Asks for the default locale in every way. */
@SuppressWarnings({"AnnotateFormatMethod", "StringCaseLocaleUsage"})
final class AsksForTheLocale {

  private AsksForTheLocale() {}

  static Locale defaultLocale() {
    return Locale.getDefault();
  }

  static String format(int number) {
    return String.format("%d", number);
  }

  static String formatted(int number) {
    return "%d".formatted(number);
  }

  static String lower(String text) {
    return text.toLowerCase();
  }

  static String upper(String text) {
    return text.toUpperCase();
  }

  static UnaryOperator<String> reference() {
    return String::toLowerCase;
  }

  static DateTimeFormatter dates() {
    return DateTimeFormatter.ofPattern("d MMM");
  }

  static NumberFormat numbers() {
    return NumberFormat.getInstance();
  }

  static NumberFormat decimals() {
    return new DecimalFormat("0.0");
  }

  static String message(int number) {
    return MessageFormat.format("{0}", number);
  }

  static MessageFormat messageFormat() {
    return new MessageFormat("{0}");
  }

  static void print(PrintStream stream) {
    stream.printf("%d", 1);
  }
}
