package vn.chuyencan.report.explain;

import java.util.Locale;
import vn.chuyencan.model.Status;

/** The last part of a key of words that depends on a status. */
final class StatusWord {
  private StatusWord() {}

  static String of(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
