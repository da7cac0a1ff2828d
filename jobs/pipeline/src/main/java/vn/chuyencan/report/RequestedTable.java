package vn.chuyencan.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.iceberg.shaded.org.apache.parquet.io.SeekableInputStream;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.table.CanonicalRow;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.FileTrees;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/** A table that a command makes when it is asked for, as canonical CSV. */
public final class RequestedTable {
  private final TableContract contract;
  private final List<Object[]> canonical = new ArrayList<>();
  private final byte[] csv;

  /**
   * @param name one of {@link vn.chuyencan.table.Tables#requested}
   * @param rows in the table's order
   * @throws PipelineException TABLE_CONTRACT_BROKEN
   */
  public RequestedTable(String name, List<Object[]> rows) {
    this.contract = TableContract.of(name);
    ColumnType[] types =
        contract.columns().stream().map(TableColumn::type).toArray(ColumnType[]::new);
    CanonicalRow shape = CanonicalRow.of(contract);
    rows.forEach(row -> canonical.add(shape.values(row)));
    CsvBuffer buffer = new CsvBuffer();
    buffer.header(contract.columns().stream().map(TableColumn::name).toList());
    canonical.forEach(row -> buffer.record(types, row));
    this.csv = Arrays.copyOf(buffer.bytes(), buffer.size());
  }

  /** How many rows it has. */
  int rows() {
    return canonical.size();
  }

  /** The CSV as text. */
  public String text() {
    return new String(csv, StandardCharsets.UTF_8);
  }

  /** The CSV as a file's content. */
  public byte[] csv() {
    return csv.clone();
  }

  /** The same rows as Parquet, as a file's content. */
  public byte[] parquet() {
    try {
      Path folder = Files.createTempDirectory("chuyencan");
      try {
        return parquet(folder);
      } finally {
        FileTrees.delete(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private byte[] parquet(Path folder) throws IOException {
    Path fresh = folder.resolve("rows");
    Path file = folder.resolve("table");
    try (ParquetRowGroups groups = new ParquetRowGroups(contract, fresh);
        ParquetAssembly assembly = new ParquetAssembly(contract, file)) {
      if (!canonical.isEmpty()) {
        groups.add(canonical);
      }
      List<BlockMetaData> blocks = groups.end();
      try (SeekableInputStream rows = new LocalInput(fresh).newStream()) {
        assembly.append(rows, blocks);
      }
      assembly.end();
    }
    return Files.readAllBytes(file);
  }

  /**
   * Writes it into a folder, in one piece, over what stood there under its name.
   *
   * @throws PipelineException {@link ErrorCode#SIMULATION_UNWRITABLE}
   */
  public void write(Path folder) {
    Path file = folder.resolve(contract.name() + ".csv");
    Path fresh = folder.resolve("." + file.getFileName());
    try {
      Files.createDirectories(folder);
      Files.write(fresh, csv);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.SIMULATION_UNWRITABLE, folder.toString(), Reason.of(failure)),
          failure);
    }
  }
}
