package vn.chuyencan.report;

import static vn.chuyencan.error.ErrorCode.TABLE_CONTRACT_BROKEN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/**
 * A table of the lake as segments: a table divided by the first column of its order has one for
 * each value, a table that begins with a batch number one for {@value #BATCHES} batches, any other
 * table one. The table is planned once, whatever the number of segments.
 *
 * <p>Data files never change, so the names of a segment's files tell its content.
 */
public final class LakeSource implements TableSource {
  /** Few enough to write again every night, enough to keep a table of many nights in one piece. */
  private static final long BATCHES = 32;

  private static final int DIGITS = 19;

  private final TableContract contract;
  private final Table table;
  private final Cut cut;

  private LakeSource(TableContract contract, Table table, Cut cut) {
    this.contract = contract;
    this.table = table;
    this.cut = cut;
  }

  /**
   * The published rows of a table as of its current snapshot.
   *
   * @param contract without the columns that stay in the lake
   * @param cut what is left out; null: nothing
   */
  public static LakeSource of(Lake lake, TableContract contract, Cut cut) {
    return new LakeSource(contract, lake.table(contract.name()), cut);
  }

  @Override
  public String revision() {
    Snapshot snapshot = table.currentSnapshot();
    return table.uuid() + " " + (snapshot == null ? "none" : snapshot.snapshotId());
  }

  @Override
  public Optional<Cut> cut() {
    return Optional.ofNullable(cut);
  }

  @Override
  public List<Segment> segments() {
    Schema columns = columns();
    Map<String, Part> parts = new TreeMap<>(CanonicalText::compare);
    for (FileScanTask task : tasks()) {
      parts.computeIfAbsent(key(task), key -> new Part()).add(task);
    }
    if (parts.containsKey("")) {
      // A file that fits nowhere: the table is one piece.
      Part whole = new Part();
      parts.values().forEach(part -> part.tasks.forEach(whole::add));
      parts.clear();
      parts.put("", whole);
    }
    LakeFileRows files = new LakeFileRows(table, columns);
    List<Segment> segments = new ArrayList<>();
    parts.forEach((key, part) -> segments.add(part.segment(key, columns, files)));
    return segments;
  }

  private List<FileScanTask> tasks() {
    if (table.currentSnapshot() == null) {
      return List.of();
    }
    TableScan scan = table.newScan();
    if (byBatch()) {
      scan = scan.includeColumnStats(List.of(first().name()));
    }
    List<FileScanTask> tasks = new ArrayList<>();
    try (CloseableIterable<FileScanTask> planned = scan.planFiles()) {
      planned.forEach(tasks::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tasks;
  }

  /** The key of the file's segment; empty if it belongs to none of several. */
  private String key(FileScanTask task) {
    if (byValue()) {
      // Two values that are one text in NFC share a segment: their rows are sorted together.
      return CanonicalText.of(String.valueOf(task.partition().get(0, Object.class)));
    }
    if (byBatch() && task.deletes().isEmpty()) {
      int id = table.schema().findField(first().name()).fieldId();
      Long low = bound(task.file().lowerBounds(), id);
      Long high = bound(task.file().upperBounds(), id);
      if (low != null && high != null && low >= 0 && low / BATCHES == high / BATCHES) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", low / BATCHES);
      }
    }
    return "";
  }

  private static Long bound(Map<Integer, ByteBuffer> bounds, int id) {
    return bounds == null || bounds.get(id) == null
        ? null
        : Conversions.fromByteBuffer(Types.LongType.get(), bounds.get(id));
  }

  private TableColumn first() {
    return contract.column(contract.order().get(0));
  }

  private boolean byValue() {
    return table.spec().fields().size() == 1
        && table.spec().fields().get(0).transform().isIdentity()
        && table
            .schema()
            .findColumnName(table.spec().fields().get(0).sourceId())
            .equals(first().name())
        && table.specs().size() == 1;
  }

  private boolean byBatch() {
    return table.spec().isUnpartitioned() && first().type() == ColumnType.Scalar.LONG;
  }

  /** The published columns as the lake's files have them. */
  private Schema columns() {
    List<Types.NestedField> fields = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (TableColumn column : contract.columns()) {
      Types.NestedField field = table.schema().findField(column.name());
      if (field == null) {
        faults.add(
            Fault.of(
                TABLE_CONTRACT_BROKEN,
                contract.name(),
                "the column " + column.name() + " is missing"));
      } else {
        fields.add(field);
      }
    }
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
    return new Schema(fields);
  }

  /** Files of one segment. */
  private final class Part {
    private final List<FileScanTask> tasks = new ArrayList<>();
    private boolean deletes;

    void add(FileScanTask task) {
      tasks.add(task);
      deletes |= !task.deletes().isEmpty();
    }

    Segment segment(String key, Schema columns, LakeFileRows files) {
      tasks.sort(Comparator.comparing(task -> task.file().location()));
      Sha256 fingerprint = new Sha256();
      for (FileScanTask task : tasks) {
        fingerprint.line(task.file().location() + " " + task.file().fileSizeInBytes());
        for (DeleteFile delete : task.deletes()) {
          fingerprint.line("- " + delete.location());
        }
      }
      long count = tasks.stream().mapToLong(task -> task.file().recordCount()).sum();
      return new Segment(
          key, fingerprint.hex(), count, () -> deletes ? survivors(columns) : all(files));
    }

    private CloseableIterable<Record> all(LakeFileRows files) {
      // One file after the other is opened, none before its turn.
      return CloseableIterable.concat(() -> tasks.stream().map(files::of).iterator());
    }

    /** Rows were taken out of these files, which only Iceberg's own reader knows how to skip. */
    private CloseableIterable<Record> survivors(Schema columns) {
      Expression mine = Expressions.alwaysTrue();
      if (byValue()) {
        Object[] values =
            tasks.stream()
                .map(task -> String.valueOf(task.partition().get(0, Object.class)))
                .distinct()
                .toArray(Object[]::new);
        mine = Expressions.in(first().name(), values);
      }
      return IcebergGenerics.read(table).where(mine).project(columns).build();
    }
  }
}
