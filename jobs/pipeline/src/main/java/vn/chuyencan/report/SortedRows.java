package vn.chuyencan.report;

import static vn.chuyencan.error.ErrorCode.TABLE_CONTRACT_BROKEN;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.CanonicalRow;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/**
 * The canonical rows of a table in the contract's order, computed once. A small table is sorted
 * here, without a plan to compile; a large one by Spark, of whose parts one is held at a time. Both
 * give the same order.
 */
final class SortedRows {
  /** Spark's estimate up to which a table is sorted in this process. */
  static final long SMALL_BYTES = 16L << 20;

  private final TableContract table;
  private final List<Integer> order;

  SortedRows(TableContract table) {
    this.table = table;
    List<String> names = table.columns().stream().map(TableColumn::name).toList();
    this.order = table.order().stream().map(names::indexOf).toList();
  }

  /** What takes the rows one by one. */
  @FunctionalInterface
  interface Consumer {
    void accept(List<Object> values) throws IOException;
  }

  /**
   * Hands each row to the consumer.
   *
   * @return how many rows there were
   * @throws PipelineException TABLE_CONTRACT_BROKEN when a row breaks the contract or two rows
   *     cannot be told apart by the contract's order
   */
  long forEach(Dataset<Row> rows, long smallBytes, Consumer consumer) throws IOException {
    Dataset<Row> arranged = table.arrange(rows);
    Iterator<List<Object>> sorted =
        estimate(arranged).compareTo(BigInteger.valueOf(smallBytes)) <= 0
            ? sortedHere(arranged)
            : sortedBySpark(arranged);
    long count = 0;
    List<Object> previous = null;
    while (sorted.hasNext()) {
      List<Object> values = sorted.next();
      if (previous != null && compare(previous, values) == 0) {
        throw new PipelineException(
            Fault.of(
                TABLE_CONTRACT_BROKEN,
                table.name(),
                "two rows have the same " + String.join(", ", table.order())));
      }
      consumer.accept(values);
      previous = values;
      count++;
    }
    return count;
  }

  private static BigInteger estimate(Dataset<Row> rows) {
    return rows.queryExecution().optimizedPlan().stats().sizeInBytes().bigInteger();
  }

  private Iterator<List<Object>> sortedHere(Dataset<Row> rows) {
    List<List<Object>> values = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      values.add(CanonicalRow.of(table, row));
    }
    values.sort(this::compare);
    return values.iterator();
  }

  private Iterator<List<Object>> sortedBySpark(Dataset<Row> rows) {
    UDF1<String, String> canonical = CanonicalText::of;
    Column[] columns =
        table.order().stream()
            .map(
                name ->
                    table.column(name).type() == ColumnType.Scalar.STRING
                        ? functions.udf(canonical, DataTypes.StringType).apply(functions.col(name))
                        : functions.col(name))
            .toArray(Column[]::new);
    Iterator<Row> sorted = rows.orderBy(columns).toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return sorted.hasNext();
      }

      @Override
      public List<Object> next() {
        return CanonicalRow.of(table, sorted.next());
      }
    };
  }

  private int compare(List<Object> one, List<Object> other) {
    for (int index : order) {
      int comparison = compareValues(one.get(index), other.get(index));
      if (comparison != 0) {
        return comparison;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked")
  private static int compareValues(Object one, Object other) {
    return one instanceof String text
        ? CanonicalText.compare(text, (String) other)
        : ((Comparable<Object>) one).compareTo(other);
  }
}
