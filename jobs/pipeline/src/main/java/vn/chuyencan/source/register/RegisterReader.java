package vn.chuyencan.source.register;

import static vn.chuyencan.error.ErrorCode.REGISTER_FILE_UNKNOWN;
import static vn.chuyencan.error.ErrorCode.SOURCE_UNREADABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;

/**
 * Reads the registers of an institution: one directory with a CSV file for each register, named
 * after it, as the JSON Schemas in {@code schemas/registers} describe them.
 *
 * <p>Any register may be absent, and so may the directory. Files are UTF-8 with or without a byte
 * order mark, RFC 4180, with any line ends; columns stand in any order and optional ones may be
 * absent; rows without any value are passed over. Nothing is guessed: whatever is not as the schema
 * says is a fault.
 */
public final class RegisterReader {
  private static final String EXTENSION = ".csv";

  private RegisterReader() {}

  /**
   * The registers of a directory.
   *
   * @throws PipelineException with every fault of every file (codes 31xx), in the order of files,
   *     lines and columns, when there is one
   */
  public static Registers read(Path directory) {
    List<RegisterFile> files = new ArrayList<>();
    List<Fault> faults = faults(directory, files);
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
    Registers.Builder registers = Registers.builder();
    for (RegisterFile file : files) {
      registers.present(file.name());
      file.lines().forEach(line -> registers.add(RowMapper.row(file.name(), line)));
    }
    return registers.build();
  }

  /** Every fault of every file of a directory; empty when {@link #read} would succeed. */
  public static List<Fault> check(Path directory) {
    return faults(directory, new ArrayList<>());
  }

  private static List<Fault> faults(Path directory, List<RegisterFile> files) {
    List<Fault> faults = new ArrayList<>();
    Map<RegisterName, RegisterFile> byName = new EnumMap<>(RegisterName.class);
    for (Path path : listed(directory)) {
      RegisterName name = nameOf(path);
      if (name == null) {
        faults.add(Fault.at(REGISTER_FILE_UNKNOWN, path.toString(), 0, "", knownFiles()));
      } else {
        byName.put(name, RegisterFile.of(name, path.toString(), bytes(path)));
      }
    }
    for (RegisterFile file : byName.values()) {
      List<Fault> ofFile = new ArrayList<>(file.faults());
      List<Fault> ofRows = RowCheck.faults(file);
      Set<Integer> broken = ofRows.stream().map(Fault::line).collect(Collectors.toSet());
      ofFile.addAll(ofRows);
      ofFile.addAll(KeyCheck.faults(file));
      ofFile.addAll(IdentityCheck.faults(file, broken));
      ofFile.addAll(ReferenceCheck.faults(file, byName));
      ofFile.sort(Comparator.comparingInt(Fault::line).thenComparing(Fault::column));
      faults.addAll(ofFile);
    }
    files.addAll(byName.values());
    return faults;
  }

  private static List<Path> listed(Path directory) {
    if (Files.notExists(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(RegisterReader::isMeantAsRegister)
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw unreadable(directory, failure);
    }
  }

  /** Hidden files, an open spreadsheet's lock file and notes may lie beside the registers. */
  private static boolean isMeantAsRegister(Path path) {
    String file = path.getFileName().toString();
    return !file.startsWith(".")
        && !file.startsWith("~$")
        && !file.endsWith(".md")
        && !file.endsWith(".txt");
  }

  private static RegisterName nameOf(Path path) {
    String file = path.getFileName().toString();
    return Arrays.stream(RegisterName.values())
        .filter(name -> file.equals(name.code() + EXTENSION))
        .findFirst()
        .orElse(null);
  }

  private static String knownFiles() {
    return Arrays.stream(RegisterName.values())
        .map(name -> name.code() + EXTENSION)
        .collect(Collectors.joining(", "));
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  private static PipelineException unreadable(Path path, IOException failure) {
    return new PipelineException(
        Fault.of(SOURCE_UNREADABLE, path.toString(), failure.toString()), failure);
  }
}
