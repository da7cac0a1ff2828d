package vn.chuyencan.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.iceberg.shaded.org.apache.parquet.io.SeekableInputStream;
import vn.chuyencan.table.TableContract;

/**
 * The two files of a table while they are made, segment by segment: the CSV is written at once, new
 * row groups go to a file of their own, and the Parquet file is put together at the end.
 */
final class TableFiles implements Closeable {
  /** A row group holds at most so many rows, so that no reader needs much memory. */
  private static final int ROW_GROUP_ROWS = 100_000;

  private final TableContract table;
  private final Path parquet;
  private final Path fresh;
  private final CsvFile csv;
  private final PreviousTable latest;
  private final List<Part> parts = new ArrayList<>();
  private FileChannel latestCsv;
  private ParquetRowGroups rowGroups;

  /** A segment; the place is null where it was built. */
  private record Part(SegmentIndex.Entry entry, PreviousTable.Place place) {}

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

  /** Adds a segment as the latest publication has it. */
  void copy(PreviousTable.Place place) throws IOException {
    SegmentIndex.Entry entry = place.entry();
    csv.startPart();
    try {
      if (latestCsv == null) {
        latestCsv = FileChannel.open(latest.csv());
      }
      csv.copy(latestCsv, place.csvOffset(), entry.csv().length());
    } catch (IOException unreadable) {
      throw new DamagedPublication(String.valueOf(unreadable.getMessage()), unreadable);
    }
    if (!csv.part().equals(entry.csv())) {
      throw new DamagedPublication("other bytes in " + latest.csv(), null);
    }
    parts.add(new Part(entry, place));
  }

  /** Adds a segment from its rows. */
  void build(Segment segment, SegmentReader reader) throws IOException {
    csv.startPart();
    AtomicLong rows = new AtomicLong();
    AtomicInteger groups = new AtomicInteger();
    Validity validity =
        reader.read(
            segment,
            ROW_GROUP_ROWS,
            parquet.getParent(),
            some -> {
              csv.write(some);
              if (rowGroups == null) {
                rowGroups = new ParquetRowGroups(table, fresh);
              }
              rowGroups.add(some);
              rows.addAndGet(some.size());
              groups.incrementAndGet();
            });
    parts.add(
        new Part(
            new SegmentIndex.Entry(
                segment.key(),
                segment.fingerprint(),
                validity,
                rows.get(),
                csv.part(),
                groups.get(),
                new SegmentIndex.Bytes(0, 0)),
            null));
  }

  /** Puts the Parquet file together and describes both. */
  SegmentIndex.Table end(String revision, String cutColumn) throws IOException {
    List<SegmentIndex.Entry> entries = new ArrayList<>();
    SegmentIndex.Bytes whole = assemble(entries);
    return new SegmentIndex.Table(
        ContractDigest.of(table),
        revision,
        cutColumn,
        entries.stream().mapToLong(SegmentIndex.Entry::rows).sum(),
        csv.digest(),
        csv.all(),
        whole,
        entries);
  }

  private SegmentIndex.Bytes assemble(List<SegmentIndex.Entry> entries) throws IOException {
    boolean copies = parts.stream().anyMatch(part -> copied(part) > 0);
    List<BlockMetaData> old = copies ? latestRowGroups() : List.of();
    List<BlockMetaData> made = rowGroups == null ? List.of() : rowGroups.end();
    int next = 0;
    try (ParquetAssembly assembly = new ParquetAssembly(table, parquet);
        SeekableInputStream oldFile = copies ? open(latest.parquet()) : null;
        SeekableInputStream madeFile = rowGroups == null ? null : open(fresh)) {
      for (Part part : parts) {
        SegmentIndex.Entry entry = part.entry;
        if (part.place == null) {
          int end = next + entry.rowGroups();
          entries.add(with(entry, assembly.append(madeFile, made.subList(next, end))));
          next = end;
        } else {
          copy(assembly, oldFile, old, part);
          entries.add(entry);
        }
      }
      return assembly.end();
    }
  }

  private static void copy(
      ParquetAssembly assembly, SeekableInputStream from, List<BlockMetaData> old, Part part)
      throws IOException {
    int first = part.place.firstRowGroup();
    SegmentIndex.Bytes copied;
    try {
      copied = assembly.append(from, old.subList(first, first + copied(part)));
    } catch (IOException | RuntimeException unreadable) {
      throw new DamagedPublication(String.valueOf(unreadable.getMessage()), unreadable);
    }
    if (!copied.equals(part.entry.parquet())) {
      throw new DamagedPublication("other bytes in a row group", null);
    }
  }

  private static int copied(Part part) {
    return part.place == null ? 0 : part.entry.rowGroups();
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

  private static SegmentIndex.Entry with(SegmentIndex.Entry entry, SegmentIndex.Bytes parquet) {
    return new SegmentIndex.Entry(
        entry.key(),
        entry.fingerprint(),
        entry.validity(),
        entry.rows(),
        entry.csv(),
        entry.rowGroups(),
        parquet);
  }

  @Override
  public void close() throws IOException {
    csv.close();
    if (latestCsv != null) {
      latestCsv.close();
    }
    if (rowGroups != null) {
      rowGroups.close();
    }
    Files.deleteIfExists(fresh);
  }
}
