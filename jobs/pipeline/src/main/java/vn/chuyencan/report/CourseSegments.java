package vn.chuyencan.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.chuyencan.table.CanonicalText;

/**
 * Where the rows of each course run lie in the files of one table, which has a segment for each.
 * Looked for run by run they would be found by passing over all others, and an institution of many
 * years has thousands.
 */
final class CourseSegments {
  private final Map<String, List<Place>> byCourse = new HashMap<>();

  /**
   * Rows that follow each other.
   *
   * @param file in which they stand
   * @param offset of the first one's record in the CSV, in bytes
   * @param entry how many they are, and what they were made of
   */
  record Place(TableFile file, long offset, SegmentIndex.Entry entry) {}

  /**
   * @param files the table's, in order
   * @param mark what stands before the header of its CSV files
   */
  CourseSegments(SortedMap<TableFile, SegmentIndex.Table> files, CsvMark mark) {
    files.forEach(
        (file, table) -> {
          long offset = CsvFile.start(file.table(), mark);
          for (SegmentIndex.Entry entry : table.segments()) {
            byCourse
                .computeIfAbsent(entry.key(), key -> new ArrayList<>(1))
                .add(new Place(file, offset, entry));
            offset += entry.csvBytes();
          }
        });
  }

  /** Whether the segments are course runs; else the one of all rows has no name. */
  boolean areCourses() {
    return !byCourse.containsKey("");
  }

  /** In order; none where the course run has no rows. */
  List<Place> of(String courseId) {
    return byCourse.getOrDefault(CanonicalText.of(courseId), List.of());
  }
}
