package vn.chuyencan.planted.machine.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Asks for everything where it may; no rule may report it. */
@SuppressWarnings({"DefaultCharset", "StringCaseLocaleUsage"})
final class AsksForAll {

  private AsksForAll() {}

  static void all(String text) {
    System.out.println(Instant.now());
    System.out.println(ZoneId.systemDefault());
    System.out.println(Locale.getDefault());
    System.out.println(text.toLowerCase().getBytes().length);
    System.exit(0);
  }
}
