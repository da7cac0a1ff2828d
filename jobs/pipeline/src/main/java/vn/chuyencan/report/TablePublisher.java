package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Visibility;

/** Publishes one table: its rows are computed, sorted and read once, and written in each format. */
final class TablePublisher {
  private final TableContract table;
  private final long smallBytes;

  TablePublisher(TableContract table) {
    this(table, SortedRows.SMALL_BYTES);
  }

  TablePublisher(TableContract table, long smallBytes) {
    this.table = table;
    this.smallBytes = smallBytes;
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
    try (CsvTableWriter csv = new CsvTableWriter(table, csvFile, mark);
        ParquetTableWriter parquet = new ParquetTableWriter(table, parquetFile)) {
      long count =
          new SortedRows(table)
              .forEach(
                  rows,
                  smallBytes,
                  values -> {
                    csv.write(values);
                    parquet.write(values);
                  });
      return new Manifest.Table(
          table.name(),
          count,
          csv.digest(),
          table.visibility() == Visibility.OPERATIONAL,
          "csv/" + csvFile.getFileName(),
          "parquet/" + parquetFile.getFileName());
    }
  }
}
