package vn.chuyencan.report;

import static vn.chuyencan.error.ErrorCode.TABLE_CONTRACT_BROKEN;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.CanonicalRow;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Visibility;

/** Publishes one table: its rows are computed, sorted and read once, and written in each format. */
final class TablePublisher {
  /** Below this estimate a table is sorted in one task, above it in ranges of many. */
  private static final long ONE_TASK_BYTES = 64L << 20;

  private final TableContract table;
  private final List<Integer> order;

  TablePublisher(TableContract table) {
    this.table = table;
    List<String> names = table.columns().stream().map(TableColumn::name).toList();
    this.order = table.order().stream().map(names::indexOf).toList();
  }

  /**
   * Writes {@code csv/<table>.csv} and {@code parquet/<table>.parquet} below the folder.
   *
   * @throws PipelineException TABLE_CONTRACT_BROKEN when a row breaks the contract or two rows
   *     cannot be told apart by its order
   */
  Manifest.Table publish(Dataset<Row> rows, Path folder, CsvMark mark) throws IOException {
    Path csvFile = Files.createDirectories(folder.resolve("csv")).resolve(table.name() + ".csv");
    Path parquetFile =
        Files.createDirectories(folder.resolve("parquet")).resolve(table.name() + ".parquet");
    Iterator<Row> sorted = sorted(table.arrange(rows)).toLocalIterator();
    try (CsvTableWriter csv = new CsvTableWriter(table, csvFile, mark);
        ParquetTableWriter parquet = new ParquetTableWriter(table, parquetFile)) {
      long count = 0;
      List<Object> previous = null;
      while (sorted.hasNext()) {
        List<Object> values = CanonicalRow.of(table, sorted.next());
        requireOrder(previous, values);
        csv.write(values);
        parquet.write(values);
        previous = values;
        count++;
      }
      return new Manifest.Table(
          table.name(),
          count,
          csv.digest(),
          table.visibility() == Visibility.OPERATIONAL,
          "csv/" + csvFile.getFileName(),
          "parquet/" + parquetFile.getFileName());
    }
  }

  private Dataset<Row> sorted(Dataset<Row> rows) {
    Column[] columns = table.order().stream().map(functions::col).toArray(Column[]::new);
    boolean small =
        rows.queryExecution()
                .optimizedPlan()
                .stats()
                .sizeInBytes()
                .bigInteger()
                .compareTo(BigInteger.valueOf(ONE_TASK_BYTES))
            < 0;
    return small ? rows.coalesce(1).sortWithinPartitions(columns) : rows.orderBy(columns);
  }

  private void requireOrder(List<Object> previous, List<Object> values) {
    if (previous == null) {
      return;
    }
    for (int index : order) {
      if (!previous.get(index).equals(values.get(index))) {
        return;
      }
    }
    throw new PipelineException(
        Fault.of(
            TABLE_CONTRACT_BROKEN,
            table.name(),
            "two rows have the same " + String.join(", ", table.order())));
  }
}
