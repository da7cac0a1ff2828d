package vn.chuyencan.source.moodle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The ranges of a log that one task reads, through one connection. */
final class LogPart implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<LogShare> ranges;

  LogPart(List<LogShare> ranges) {
    this.ranges = new ArrayList<>(ranges);
  }

  List<LogShare> ranges() {
    return ranges;
  }
}
