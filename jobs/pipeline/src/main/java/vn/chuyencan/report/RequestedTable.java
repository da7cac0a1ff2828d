package vn.chuyencan.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.CanonicalRow;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;

/** A table that a command makes when it is asked for, as canonical CSV. */
public final class RequestedTable {
  private final TableContract contract;
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
    CanonicalRow canonical = CanonicalRow.of(contract);
    CsvBuffer buffer = new CsvBuffer();
    buffer.header(contract.columns().stream().map(TableColumn::name).toList());
    rows.forEach(row -> buffer.record(types, canonical.values(row)));
    this.csv = Arrays.copyOf(buffer.bytes(), buffer.size());
  }

  /** The CSV as text. */
  public String text() {
    return new String(csv, StandardCharsets.UTF_8);
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
          Fault.of(
              ErrorCode.SIMULATION_UNWRITABLE,
              folder.toString(),
              failure.getClass().getSimpleName() + ": " + failure.getMessage()),
          failure);
    }
  }
}
