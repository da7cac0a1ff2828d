package vn.chuyencan.source.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.model.RegisterName;

/** On which line of a register's file a row stands, for whoever wants to look at it. */
public final class RegisterLines {
  private final String file;
  private final List<RegisterLine> lines;

  private RegisterLines(String file, List<RegisterLine> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * The lines of one register of a directory.
   *
   * @throws PipelineException {@link ErrorCode#SOURCE_UNREADABLE}
   */
  public static RegisterLines of(Path directory, RegisterName name) {
    Path path = directory.resolve(name.code() + ".csv");
    String file = path.getFileName().toString();
    if (!Files.isRegularFile(path)) {
      return new RegisterLines(file, List.of());
    }
    try {
      return new RegisterLines(
          file, RegisterFile.of(name, path.toString(), Files.readAllBytes(path)).lines());
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.SOURCE_UNREADABLE, path.toString(), Reason.ofNamed(path, failure)),
          failure);
    }
  }

  /** The file's name. */
  public String file() {
    return file;
  }

  /** The line, from 1, of the row that has these cells; empty when none has. */
  public OptionalInt lineOf(Map<String, String> cells) {
    return lines.stream()
        .filter(
            line ->
                cells.entrySet().stream()
                    .allMatch(cell -> cell.getValue().equals(line.cell(cell.getKey()))))
        .mapToInt(RegisterLine::line)
        .findFirst();
  }
}
