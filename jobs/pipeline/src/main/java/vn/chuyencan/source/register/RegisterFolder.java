package vn.chuyencan.source.register;

import static vn.chuyencan.error.ErrorCode.REGISTER_FILE_UNKNOWN;
import static vn.chuyencan.error.ErrorCode.REGISTER_NO_FILE;
import static vn.chuyencan.error.ErrorCode.SOURCE_UNREADABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.model.Register;
import vn.chuyencan.model.RegisterName;

/** The folder in which an institution keeps the files of its registers. */
final class RegisterFolder {
  private static final String EXTENSION = ".csv";
  private static final List<Register> ALL =
      Stream.concat(
              Arrays.stream(RegisterName.values()).map(Register.class::cast),
              Arrays.stream(InstitutionRegister.values()).map(Register.class::cast))
          .toList();

  private RegisterFolder() {}

  /** A register's file and its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never changed, and equality is never asked
  private record Unparsed(Register register, String path, byte[] bytes) {}

  /** The register of that name. */
  static Optional<Register> named(String code) {
    return ALL.stream().filter(register -> register.code().equals(code)).findFirst();
  }

  /**
   * The files of registers that are wanted, in the registers' order.
   *
   * @param faults files that are no register's are added to it
   * @throws PipelineException SOURCE_UNREADABLE
   */
  static Map<Register, RegisterFile> files(
      Path directory, Predicate<Register> wanted, List<Fault> faults) {
    List<Unparsed> found = new ArrayList<>();
    for (Path path : listed(directory)) {
      Optional<Register> register =
          ALL.stream()
              .filter(known -> path.getFileName().toString().equals(known.code() + EXTENSION))
              .findFirst();
      if (register.isEmpty()) {
        faults.add(Fault.at(REGISTER_FILE_UNKNOWN, path.toString(), 0, "", knownFiles()));
      } else if (!Files.isRegularFile(path)) {
        faults.add(Fault.at(REGISTER_NO_FILE, path.toString(), 0, ""));
      } else if (wanted.test(register.get())) {
        found.add(new Unparsed(register.get(), path.toString(), bytes(path)));
      }
    }
    Map<Register, RegisterFile> files = new TreeMap<>(Comparator.comparingInt(ALL::indexOf));
    // Enrolments and learners may be hundreds of thousands of rows each, and everything waits.
    found.parallelStream()
        .map(file -> RegisterFile.of(file.register, file.path, file.bytes))
        .toList()
        .forEach(file -> files.put(file.name(), file));
    return files;
  }

  private static List<Path> listed(Path directory) {
    if (Files.notExists(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return new ArrayList<>(
          entries
              .filter(entry -> Files.isRegularFile(entry) || isNamedAsRegister(entry))
              .filter(RegisterFolder::isMeantAsRegister)
              .sorted()
              .toList());
    } catch (IOException failure) {
      throw unreadable(directory, failure);
    }
  }

  /** Folders may lie beside the registers, but not in the place of one. */
  private static boolean isNamedAsRegister(Path path) {
    return ALL.stream().anyMatch(one -> path.endsWith(one.code() + EXTENSION));
  }

  /** Hidden files, an open spreadsheet's lock file and notes may lie beside the registers. */
  private static boolean isMeantAsRegister(Path path) {
    String file = path.getFileName().toString();
    return !file.startsWith(".")
        && !file.startsWith("~$")
        && !file.endsWith(".md")
        && !file.endsWith(".txt");
  }

  private static String knownFiles() {
    return ALL.stream()
        .map(register -> register.code() + EXTENSION)
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
        Fault.of(SOURCE_UNREADABLE, path.toString(), Reason.ofNamed(path, failure)), failure);
  }
}
