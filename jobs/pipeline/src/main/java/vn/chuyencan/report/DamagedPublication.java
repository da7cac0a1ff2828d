package vn.chuyencan.report;

import java.io.IOException;

/** The latest publication turned out to be something else than what was once written. */
final class DamagedPublication extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedPublication(String reason, Throwable cause) {
    super(reason, cause);
  }
}
