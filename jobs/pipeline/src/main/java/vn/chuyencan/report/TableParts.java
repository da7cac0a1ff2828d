package vn.chuyencan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chuyencan.table.CanonicalText;

/**
 * How a table that has grown long is divided into files: by the month in which its course runs
 * open. What lies behind then stays as it was published, under one more name, and neither a night
 * nor the disk pays for the whole history again; and no file becomes longer than a spreadsheet
 * reads. Which file a row stands in depends on the rows and the course runs alone.
 */
public final class TableParts {
  /** For publications of one file a table. */
  public static final TableParts NONE = new TableParts(Map.of());

  /** Up to so many rows a table stays in one file. */
  private static final long LONG_ROWS = 20_000;

  /** Course runs whose days nobody tells. */
  private static final String OTHER = "other";

  private final SortedMap<String, String> months = new TreeMap<>();
  private final long longRows;

  /**
   * @param months by course run, such as {@code 2026-09}
   */
  public TableParts(Map<String, String> months) {
    this(months, LONG_ROWS);
  }

  /**
   * @param longRows from how many rows on a table is long
   */
  TableParts(Map<String, String> months, long longRows) {
    this.longRows = longRows;
    months.forEach((course, month) -> this.months.put(CanonicalText.of(course), month));
  }

  /** Names the division: with the same segments it gives the same parts. */
  String digest() {
    return Sha256.of(longRows + " " + months);
  }

  /** The segments of a table by part, in their order; one part without a name for all of few. */
  SortedMap<String, List<Segment>> of(List<Segment> segments) {
    SortedMap<String, List<Segment>> parts = new TreeMap<>();
    if (segments.stream().mapToLong(Segment::count).sum() > longRows) {
      for (Segment segment : segments) {
        parts
            .computeIfAbsent(months.getOrDefault(segment.key(), OTHER), part -> new ArrayList<>())
            .add(segment);
      }
    }
    if (parts.size() < 2) {
      parts.clear();
      parts.put("", segments);
    }
    return parts;
  }
}
