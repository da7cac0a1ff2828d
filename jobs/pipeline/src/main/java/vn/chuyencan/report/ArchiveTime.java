package vn.chuyencan.report;

import java.time.LocalDateTime;

/**
 * When the parts of every written archive count as made, so that the same content is the same
 * bytes.
 */
public final class ArchiveTime {
  /**
   * A month after the first instant that a ZIP archive can tell. For the first instant itself the
   * JDK adds a time stamp in UTC, and the bytes would depend on the machine's time zone.
   */
  public static final LocalDateTime NONE = LocalDateTime.of(1980, 2, 1, 0, 0);

  private ArchiveTime() {}
}
