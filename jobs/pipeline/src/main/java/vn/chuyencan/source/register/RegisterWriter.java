package vn.chuyencan.source.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.table.FormulaGuard;

/**
 * Writes rows as the files that {@link RegisterReader} reads: what is read again is what was
 * written. Columns stand in the schema's order; each is the row's component of the same name.
 */
public final class RegisterWriter {
  private static final String MARK = "\ufeff";

  private final RegisterCells rowCells;
  private final boolean marked;

  /**
   * @param zone in which instants are written, for people to read
   * @param marked whether a file begins with a byte order mark, for Excel
   */
  public RegisterWriter(ZoneId zone, boolean marked) {
    this.rowCells = new RegisterCells(zone);
    this.marked = marked;
  }

  /** Which cells stay empty because their value is not known. */
  public interface Unknown {
    /** Every value is known. */
    Unknown NOTHING = (row, column) -> false;

    /** Whether the row's cell of that column stays empty. */
    boolean is(RegisterRow row, String column);
  }

  /** The name of a register's file. */
  public static String fileName(RegisterName name) {
    return name.code() + ".csv";
  }

  /**
   * Writes the file of one register, which must not be there.
   *
   * @throws PipelineException {@link ErrorCode#DRAFT_UNWRITABLE}
   */
  public void write(
      Path directory, RegisterName name, List<? extends RegisterRow> rows, Unknown unknown) {
    Path file = directory.resolve(fileName(name));
    try {
      Files.createDirectories(directory);
      Files.writeString(file, text(name, rows, unknown), StandardOpenOption.CREATE_NEW);
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.DRAFT_UNWRITABLE, file.toString(), Reason.ofNamed(file, failure)),
          failure);
    }
  }

  private String text(RegisterName name, List<? extends RegisterRow> rows, Unknown unknown)
      throws IOException {
    List<String> columns = RegisterSchema.of(name).columns();
    StringBuilder text = new StringBuilder(marked ? MARK : "");
    try (CSVPrinter printer =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
      printer.printRecord(columns);
      for (RegisterRow row : rows) {
        Map<String, String> cells = rowCells.of(row);
        List<String> record = new ArrayList<>();
        for (String column : columns) {
          String cell = unknown.is(row, column) ? null : cells.get(column);
          record.add(cell == null ? null : FormulaGuard.guarded(cell));
        }
        printer.printRecord(record);
      }
    }
    return text.toString();
  }
}
