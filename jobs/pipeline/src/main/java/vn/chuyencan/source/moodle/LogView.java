package vn.chuyencan.source.moodle;

import java.util.List;
import java.util.function.LongConsumer;

/** A Moodle's log as it stands at one moment. Times are epoch seconds. */
interface LogView {
  /** The database's clock. */
  long now();

  /** The highest id; 0 of an empty log. */
  long highest();

  /** The lowest id; 0 of an empty log. */
  long lowest();

  /** When the row of an id was written; 0 where there is none. */
  long createdAt(long id);

  /** When the newest row was written. */
  long newest();

  /** The lowest id, up to a highest, of a row that was written from that moment on; 0: none. */
  long lowestSince(long moment, long highest);

  /** Tells every id of the range that has a row, ascending. */
  void eachId(long first, long last, LongConsumer use);

  /** The rows of each of these ranges, in their order. */
  List<PassedRange.Rows> count(List<PassedRange> ranges);
}
