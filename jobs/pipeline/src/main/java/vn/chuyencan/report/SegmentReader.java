package vn.chuyencan.report;

import static vn.chuyencan.error.ErrorCode.TABLE_CONTRACT_BROKEN;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.CanonicalRow;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/**
 * The canonical rows of a segment in the contract's order. They are sorted in memory; of more rows
 * than fit there, sorted runs go to files and are merged.
 */
final class SegmentReader {
  private static final int PART_ROWS = 8_192;

  private final TableContract table;
  private final CanonicalRow canonical;
  private final RowOrder order;
  private final Cut cut;
  private final int cutColumn;
  private final int courseColumn;
  private final int runRows;
  private Types.StructType known;

  /**
   * @param cut what is left out; may be empty
   * @param runRows how many rows are sorted in memory
   */
  SegmentReader(TableContract table, Optional<Cut> cut, int runRows) {
    this.table = table;
    this.canonical = CanonicalRow.of(table);
    this.order = new RowOrder(table);
    this.cut = cut.orElse(null);
    List<String> names = table.columns().stream().map(TableColumn::name).toList();
    this.cutColumn = cut.map(some -> names.indexOf(table.column(some.column()).name())).orElse(-1);
    this.courseColumn = cut.map(some -> names.indexOf(table.column(Cut.COURSE).name())).orElse(-1);
    this.runRows = runRows;
  }

  /** What takes the rows, some at a time, never none. */
  @FunctionalInterface
  interface Consumer {
    void accept(List<Object[]> rows) throws IOException;
  }

  /**
   * Hands the rows to the consumer in their order.
   *
   * @param scratch a folder for runs; nothing is left there
   * @return for which last days the rows are the same
   * @throws PipelineException TABLE_CONTRACT_BROKEN when a row breaks the contract or two rows
   *     cannot be told apart by the contract's order
   */
  Validity read(Segment segment, Path scratch, Consumer consumer) throws IOException {
    Validity validity = Validity.ALWAYS;
    try (SortedRuns runs = new SortedRuns(order, scratch)) {
      List<Object[]> rows = new ArrayList<>();
      try (CloseableIterable<Record> records = segment.rows().open()) {
        for (Record record : records) {
          requireShape(record.struct());
          Object[] values = canonical.values(record);
          if (cutColumn >= 0) {
            LocalDate day = (LocalDate) values[cutColumn];
            if (day.isAfter(cut.lastDay((String) values[courseColumn]))) {
              validity = validity.leftOut(day);
              continue;
            }
            validity = validity.seen(day);
          }
          if (rows.size() == runRows) {
            runs.add(rows);
            rows.clear();
          }
          rows.add(values);
        }
      }
      hand(runs.merged(rows), consumer);
    }
    return validity;
  }

  private void hand(Iterator<Object[]> sorted, Consumer consumer) throws IOException {
    List<Object[]> part = new ArrayList<>();
    Object[] previous = null;
    while (sorted.hasNext()) {
      Object[] row = sorted.next();
      if (previous != null && order.compare(previous, row) == 0) {
        throw new PipelineException(
            broken("two rows have the same " + String.join(", ", table.order())));
      }
      previous = row;
      part.add(row);
      if (part.size() == PART_ROWS) {
        consumer.accept(part);
        part = new ArrayList<>();
      }
    }
    if (!part.isEmpty()) {
      consumer.accept(part);
    }
  }

  /** The rows have the contract's columns, in its order; asked once for each shape. */
  private void requireShape(Types.StructType shape) {
    if (shape.equals(known)) {
      return;
    }
    List<Fault> faults = new ArrayList<>();
    for (TableColumn column : table.columns()) {
      Types.NestedField field = shape.field(column.name());
      Type expected = table.icebergSchema().findType(column.name());
      if (field == null) {
        faults.add(broken("the column " + column.name() + " is missing"));
      } else if (!ShapeText.of(field.type()).equals(ShapeText.of(expected))) {
        faults.add(
            broken(
                "the column "
                    + column.name()
                    + " is "
                    + ShapeText.of(field.type())
                    + " instead of "
                    + ShapeText.of(expected)));
      }
    }
    for (Types.NestedField field : shape.fields()) {
      if (table.columns().stream().noneMatch(column -> column.name().equals(field.name()))) {
        faults.add(broken("the column " + field.name() + " is not part of it"));
      }
    }
    List<String> names = shape.fields().stream().map(Types.NestedField::name).toList();
    if (faults.isEmpty()
        && !names.equals(table.columns().stream().map(TableColumn::name).toList())) {
      faults.add(broken("its columns stand in another order"));
    }
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
    known = shape;
  }

  private Fault broken(String reason) {
    return Fault.of(TABLE_CONTRACT_BROKEN, table.name(), reason);
  }
}
