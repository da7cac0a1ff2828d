package vn.chuyencan.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.iceberg.shaded.org.apache.parquet.io.SeekableInputStream;
import vn.chuyencan.table.TableContract;

/**
 * The two files of a table while they are made, group by group of segments: the CSV is written at
 * once, new row groups go to a file of their own, and the Parquet file is put together at the end.
 */
final class TableFiles implements Closeable {
  /** A row group holds at most so many rows, so that no reader needs much memory. */
  private static final int ROW_GROUP_ROWS = 100_000;

  private final TableContract table;
  private final Path parquet;
  private final Path fresh;
  private final CsvFile csv;
  private final PreviousTable latest;
  private final List<SegmentIndex.Entry> entries = new ArrayList<>();
  private final List<SegmentIndex.Group> groups = new ArrayList<>();
  private final List<PreviousTable.RowGroups> copied = new ArrayList<>();
  private List<Object[]> pending = new ArrayList<>();
  private int made;
  private FileChannel latestCsv;
  private PreviousRows latestRows;
  private ParquetRowGroups rowGroups;

  /**
   * @param latest what is copied from
   */
  TableFiles(
      TableContract table, CsvMark mark, Path csv, Path parquet, Optional<PreviousTable> latest)
      throws IOException {
    this.table = table;
    this.parquet = parquet;
    this.fresh = parquet.resolveSibling("." + parquet.getFileName());
    this.latest = latest.orElse(null);
    this.csv = new CsvFile(table, csv, mark);
  }

  /**
   * Adds segments that share row groups. If none of them changed and they shared them before, the
   * row groups are copied; else they are made of new rows and of those of the latest publication.
   *
   * @param places where the latest publication has the segments; null for one that changed
   */
  void add(List<Segment> group, List<PreviousTable.Place> places, SegmentReader reader)
      throws IOException {
    PreviousTable.RowGroups same = latest == null ? null : latest.rowGroups(places).orElse(null);
    made = 0;
    for (int index = 0; index < group.size(); index++) {
      if (places.get(index) == null) {
        build(group.get(index), reader);
      } else {
        copy(places.get(index), same == null);
      }
    }
    flush();
    groups.add(new SegmentIndex.Group(group.size(), same == null ? made : same.count()));
    copied.add(same);
  }

  private void copy(PreviousTable.Place place, boolean rows) throws IOException {
    SegmentIndex.Entry entry = place.entry();
    try {
      if (latestCsv == null) {
        latestCsv = FileChannel.open(latest.csv());
      }
      csv.copy(latestCsv, place.csvOffset(), entry.csvBytes());
      if (rows && entry.rows() > 0) {
        if (latestRows == null) {
          latestRows = new PreviousRows(table, latest.parquet());
        }
        latestRows.read(place.firstRow(), entry.rows(), this::add);
      }
    } catch (IOException unreadable) {
      throw new DamagedPublication(String.valueOf(unreadable.getMessage()), unreadable);
    }
    entries.add(entry);
  }

  private void build(Segment segment, SegmentReader reader) throws IOException {
    long start = csv.length();
    long[] rows = {0};
    Validity validity =
        reader.read(
            segment,
            parquet.getParent(),
            some -> {
              csv.write(some);
              some.forEach(this::add);
              rows[0] += some.size();
            });
    entries.add(
        new SegmentIndex.Entry(
            segment.key(), segment.fingerprint(), validity, rows[0], csv.length() - start));
  }

  private void add(Object[] row) {
    if (pending.size() == ROW_GROUP_ROWS) {
      try {
        flush();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    pending.add(row);
  }

  /** Makes a row group of the rows that wait for one. */
  private void flush() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    if (rowGroups == null) {
      rowGroups = new ParquetRowGroups(table, fresh);
    }
    rowGroups.add(pending);
    pending = new ArrayList<>();
    made++;
  }

  /** Puts the Parquet file together and describes both. */
  SegmentIndex.Table end(String revision, String cutColumn) throws IOException {
    FileBytes whole = assemble();
    return new SegmentIndex.Table(
        ContractDigest.of(table),
        revision,
        cutColumn,
        entries.stream().mapToLong(SegmentIndex.Entry::rows).sum(),
        csv.digest(),
        csv.all(),
        whole,
        entries,
        groups);
  }

  private FileBytes assemble() throws IOException {
    boolean copies = copied.stream().anyMatch(some -> some != null && some.count() > 0);
    List<BlockMetaData> old = copies ? latestRowGroups() : List.of();
    List<BlockMetaData> built = rowGroups == null ? List.of() : rowGroups.end();
    int next = 0;
    try (ParquetAssembly assembly = new ParquetAssembly(table, parquet);
        SeekableInputStream oldFile = copies ? open(latest.parquet()) : null;
        SeekableInputStream builtFile = rowGroups == null ? null : open(fresh)) {
      for (int index = 0; index < groups.size(); index++) {
        PreviousTable.RowGroups same = copied.get(index);
        int count = groups.get(index).rowGroups();
        if (same == null) {
          assembly.append(builtFile, built.subList(next, next + count));
          next += count;
        } else {
          assembly.append(oldFile, old.subList(same.first(), same.first() + count));
        }
      }
      return assembly.end();
    }
  }

  private List<BlockMetaData> latestRowGroups() throws DamagedPublication {
    try {
      return latest.rowGroups();
    } catch (IOException unreadable) {
      throw new DamagedPublication(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  private static SeekableInputStream open(Path file) throws IOException {
    return new LocalInput(file).newStream();
  }

  @Override
  public void close() throws IOException {
    csv.close();
    if (latestCsv != null) {
      latestCsv.close();
    }
    if (latestRows != null) {
      latestRows.close();
    }
    if (rowGroups != null) {
      rowGroups.close();
    }
    Files.deleteIfExists(fresh);
  }
}
