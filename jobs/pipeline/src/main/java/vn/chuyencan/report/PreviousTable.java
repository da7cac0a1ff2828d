package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.BlockMetaData;

/** A file of a table of the latest publication, whose segments can be copied. */
final class PreviousTable {
  private final SegmentIndex.Table table;
  private final Path csv;
  private final Path parquet;
  private final Map<String, Place> places = new HashMap<>();
  private final List<RowGroups> groups = new ArrayList<>();

  /**
   * Where a segment lies.
   *
   * @param entry what the index says of it
   * @param csvOffset of its first record
   * @param firstRow number of its first row
   * @param group number of its group
   * @param position its place in the group
   */
  record Place(SegmentIndex.Entry entry, long csvOffset, long firstRow, int group, int position) {}

  /** Row groups of the Parquet file, by their numbers. */
  record RowGroups(int first, int count) {}

  private PreviousTable(SegmentIndex.Table table, Path csv, Path parquet, long start) {
    this.table = table;
    this.csv = csv;
    this.parquet = parquet;
    long offset = start;
    long row = 0;
    int rowGroup = 0;
    int segment = 0;
    for (int number = 0; number < table.groups().size(); number++) {
      SegmentIndex.Group group = table.groups().get(number);
      for (int position = 0; position < group.segments(); position++) {
        SegmentIndex.Entry entry = table.segments().get(segment++);
        places.put(entry.key(), new Place(entry, offset, row, number, position));
        offset += entry.csvBytes();
        row += entry.rows();
      }
      groups.add(new RowGroups(rowGroup, group.rowGroups()));
      rowGroup += group.rowGroups();
    }
  }

  /** The table, unless its files are not of the lengths that they had when they were written. */
  static Optional<PreviousTable> open(
      Path folder, TableFile file, CsvMark mark, SegmentIndex.Table table) {
    Path csv = folder.resolve(file.csv());
    Path parquet = folder.resolve(file.parquet());
    try {
      long start = CsvFile.start(file.table(), mark);
      long records = table.segments().stream().mapToLong(SegmentIndex.Entry::csvBytes).sum();
      int grouped = table.groups().stream().mapToInt(SegmentIndex.Group::segments).sum();
      boolean whole =
          start + records == table.csv().length()
              && grouped == table.segments().size()
              && Files.size(csv) == table.csv().length()
              && Files.size(parquet) == table.parquet().length();
      return whole ? Optional.of(new PreviousTable(table, csv, parquet, start)) : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  SegmentIndex.Table table() {
    return table;
  }

  Path csv() {
    return csv;
  }

  Path parquet() {
    return parquet;
  }

  /** Where the segment lies, if its rows are the same now. */
  Optional<Place> find(Segment segment, Optional<Cut> cut) {
    Place place = places.get(segment.key());
    return place != null
            && place.entry.fingerprint().equals(segment.fingerprint())
            && valid(place.entry, cut)
        ? Optional.of(place)
        : Optional.empty();
  }

  /** The row groups of these segments, if they and no others share them; a null is no segment. */
  Optional<RowGroups> rowGroups(List<Place> segments) {
    Place first = segments.get(0);
    if (first == null || table.groups().get(first.group).segments() != segments.size()) {
      return Optional.empty();
    }
    for (int position = 0; position < segments.size(); position++) {
      Place place = segments.get(position);
      if (place == null || place.group != first.group || place.position != position) {
        return Optional.empty();
      }
    }
    return Optional.of(groups.get(first.group));
  }

  /** Whether the cut leaves out the same rows of every segment. */
  boolean valid(Optional<Cut> cut) {
    return table.segments().stream().allMatch(entry -> valid(entry, cut));
  }

  /** Whether the table has these segments and no others, all with the same rows. */
  boolean hasAll(List<Segment> segments, Optional<Cut> cut) {
    if (segments.size() != table.segments().size()) {
      return false;
    }
    for (int index = 0; index < segments.size(); index++) {
      if (!segments.get(index).key().equals(table.segments().get(index).key())
          || find(segments.get(index), cut).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean valid(SegmentIndex.Entry entry, Optional<Cut> cut) {
    if (cut.isEmpty()) {
      return true;
    }
    // Of a table in one piece nobody knows whose days they were.
    boolean known = !entry.key().isEmpty() || cut.get().ahead().isEmpty();
    return known && entry.validity().contains(cut.get().lastDay(entry.key()));
  }

  /** Whether both files still hold the bytes that were written. */
  boolean intact() {
    try {
      return FileBytes.of(csv).equals(table.csv()) && FileBytes.of(parquet).equals(table.parquet());
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * The row groups of its Parquet file.
   *
   * @throws IOException if the file is not what the index says
   */
  List<BlockMetaData> rowGroups() throws IOException {
    List<BlockMetaData> rowGroups;
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInput(parquet))) {
      rowGroups = reader.getRowGroups();
    } catch (RuntimeException damaged) {
      throw new IOException(String.valueOf(damaged.getMessage()), damaged);
    }
    long rows = rowGroups.stream().mapToLong(BlockMetaData::getRowCount).sum();
    int expected = table.groups().stream().mapToInt(SegmentIndex.Group::rowGroups).sum();
    if (rowGroups.size() != expected || rows != table.rows()) {
      throw new IOException("its row groups are not those of the index");
    }
    return rowGroups;
  }
}
