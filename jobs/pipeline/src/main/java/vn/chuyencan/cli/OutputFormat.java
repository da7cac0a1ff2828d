package vn.chuyencan.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which form a command prints what it found. */
enum OutputFormat {
  /** For people. */
  TEXT,
  /** For spreadsheets. */
  CSV,
  /** For programs. */
  JSON;

  static Optional<OutputFormat> of(String text) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }
}
