package vn.chuyencan.planted.machine.decide;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** Is given all that the others ask the machine for; no rule may report it. */
final class AsksForNothing {

  private AsksForNothing() {}

  static Instant instant(Clock clock) {
    return clock.instant();
  }

  static LocalDate date(Clock clock) {
    return LocalDate.now(clock);
  }

  static String format(int number) {
    return String.format(Locale.ROOT, "%d", number);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static String message(int number) {
    return new MessageFormat("{0}", Locale.ROOT).format(new Object[] {number});
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(char[] characters) {
    return new String(characters);
  }

  static void trace(RuntimeException failure, PrintWriter writer) {
    failure.printStackTrace(writer);
  }
}
