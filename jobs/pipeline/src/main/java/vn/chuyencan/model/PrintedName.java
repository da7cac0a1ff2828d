package vn.chuyencan.model;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of persons as they stand on paper and on pages; they come from wherever people type. */
public final class PrintedName {
  /** What turns the direction of writing, so that letters are printed in another order. */
  private static final Pattern TURNING = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

  private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private PrintedName() {}

  /**
   * The name in NFC, with its letters in their order and on one line: a certificate must read as
   * the register does.
   *
   * @return empty when nothing of it can be seen
   */
  public static String of(String name) {
    String ordered = TURNING.matcher(name).replaceAll("");
    String line = STEERING.matcher(ordered).replaceAll(" ");
    return Normalizer.normalize(line, Normalizer.Form.NFC).strip();
  }
}
