package vn.chuyencan.source.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.model.Register;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Tombstones;

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

  private RegisterReader() {}

  /**
   * The registers on which measures and certificates depend. Those of the institution as a whole
   * are not opened.
   *
   * @throws PipelineException with every fault of every file (codes 31xx), in the order of files,
   *     lines and columns, when there is one
   */
  public static Registers read(Path directory) {
    Registers.Builder registers = Registers.builder();
    sound(directory, RegisterName.class::isInstance)
        .forEach(
            (register, file) -> {
              RegisterName name = (RegisterName) register;
              registers.present(name);
              file.lines().forEach(line -> registers.add(RowMapper.row(name, line)));
            });
    return registers.build();
  }

  /**
   * The registers of the institution as a whole that are there: the cells of each row by column,
   * without the empty ones, in the order of the file.
   *
   * @param erased who was erased; rows that name them are left out
   * @throws PipelineException with every fault of every file of the directory, the others too, for
   *     rows name rows of those
   */
  public static Map<InstitutionRegister, List<Map<String, String>>> institution(
      Path directory, Tombstones erased) {
    Map<InstitutionRegister, List<Map<String, String>>> registers = new LinkedHashMap<>();
    sound(directory, register -> true)
        .forEach(
            (register, file) -> {
              if (register instanceof InstitutionRegister name) {
                registers.put(
                    name,
                    ErasedPersons.without(
                        name, file.lines().stream().map(RegisterLine::cells).toList(), erased));
              }
            });
    return registers;
  }

  /**
   * What rows of a faultless directory name and nobody knows: a course run, a learner or whatever
   * else the institution leaves to its sources. A night does not stop for it, and such a row does
   * nothing.
   *
   * @param all the institution's registers over what sources tell; asked only where a row depends
   *     on it
   */
  public static List<Fault> strangers(Path directory, Supplier<Registers> all) {
    Map<Register, RegisterFile> files =
        RegisterFolder.files(directory, RegisterName.class::isInstance, new ArrayList<>());
    List<Fault> faults = new ArrayList<>();
    for (RegisterFile file : files.values()) {
      List<Fault> ofFile = new ArrayList<>(ReferenceCheck.strangers(file, files, all));
      ofFile.sort(Comparator.comparingInt(Fault::line).thenComparing(Fault::column));
      faults.addAll(ofFile);
    }
    return faults;
  }

  /** Every fault of every file of a directory, whoever needs it. */
  public static List<Fault> check(Path directory) {
    List<Fault> faults = new ArrayList<>();
    Map<Register, RegisterFile> files = RegisterFolder.files(directory, any -> true, faults);
    faults.addAll(faults(files));
    return faults;
  }

  private static Map<Register, RegisterFile> sound(Path directory, Predicate<Register> wanted) {
    List<Fault> faults = new ArrayList<>();
    Map<Register, RegisterFile> files = RegisterFolder.files(directory, wanted, faults);
    faults.addAll(faults(files));
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
    return files;
  }

  private static List<Fault> faults(Map<Register, RegisterFile> files) {
    // A night waits for it, and a register of enrolments has hundreds of thousands of rows.
    return files.values().parallelStream().flatMap(file -> faults(file, files).stream()).toList();
  }

  private static List<Fault> faults(RegisterFile file, Map<Register, RegisterFile> files) {
    List<Fault> ofFile = new ArrayList<>(file.faults());
    List<Fault> ofRows = RowCheck.faults(file);
    Set<Integer> broken = ofRows.stream().map(Fault::line).collect(Collectors.toSet());
    ofFile.addAll(ofRows);
    ofFile.addAll(KeyCheck.faults(file));
    ofFile.addAll(IdentityCheck.faults(file, broken));
    ofFile.addAll(ReferenceCheck.faults(file, files));
    ofFile.sort(Comparator.comparingInt(Fault::line).thenComparing(Fault::column));
    return ofFile;
  }
}
