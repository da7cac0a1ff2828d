package vn.chuyencan.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Which segments share a row group. A row group for each of a thousand course runs of ten learners
 * would make the footer larger than the data; one for all would be written again when one course
 * run changes. So some segments in a row share one, and where a group ends depends on the segments
 * alone and on nothing that was published before: a key's hash says whether a group begins with it,
 * which neither other course runs nor their rows change.
 */
final class SegmentGroups {
  /** How many rows a group has on average; of most tables less than a megabyte. */
  private static final long TARGET_ROWS = 8_192;

  private static final long MOST_ROWS = 8 * TARGET_ROWS;

  private SegmentGroups() {}

  /** The segments in their order, in groups. */
  static List<List<Segment>> of(List<Segment> segments) {
    long rows = segments.stream().mapToLong(Segment::count).sum();
    long average = Math.max(1, rows / Math.max(1, segments.size()));
    // A power of two, so that it stays the same while a table grows from night to night.
    long segmentsPerGroup = Long.highestOneBit(Math.max(1, TARGET_ROWS / average));
    List<List<Segment>> groups = new ArrayList<>();
    long grouped = 0;
    for (Segment segment : segments) {
      boolean begins = (hash(segment.key()) & (segmentsPerGroup - 1)) == 0;
      if (groups.isEmpty() || begins || grouped + segment.count() > MOST_ROWS) {
        groups.add(new ArrayList<>());
        grouped = 0;
      }
      groups.get(groups.size() - 1).add(segment);
      grouped += segment.count();
    }
    return groups;
  }

  private static long hash(String key) {
    CRC32C hash = new CRC32C();
    hash.update(key.getBytes(StandardCharsets.UTF_8));
    return hash.getValue();
  }
}
