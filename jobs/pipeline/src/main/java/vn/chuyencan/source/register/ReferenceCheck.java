package vn.chuyencan.source.register;

import static vn.chuyencan.error.ErrorCode.REGISTER_REFERENCE_UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.Register;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;

/**
 * Values that name a row of another register which is not there. A register that is absent, or that
 * could not be read to its end, is not asked: its own fault says enough.
 */
final class ReferenceCheck {
  private ReferenceCheck() {}

  static List<Fault> faults(RegisterFile file, Map<Register, RegisterFile> files) {
    List<Fault> faults = new ArrayList<>();
    for (RegisterSchema.Reference reference : RegisterSchema.of(file.name()).references()) {
      RegisterFile other = files.get(reference.register());
      if (other == null || !other.complete()) {
        continue;
      }
      Set<List<String>> known =
          other.lines().stream()
              .filter(line -> line.has(reference.target()))
              .map(line -> reference.target().stream().map(line::cell).toList())
              .collect(Collectors.toSet());
      faults.addAll(unknown(file, reference, known));
    }
    return faults;
  }

  /**
   * Values that name a row of a register that the institution does not keep, and that nobody else
   * tells either.
   *
   * @param files the institution's
   * @param all what sources tell too
   */
  static List<Fault> strangers(
      RegisterFile file, Map<Register, RegisterFile> files, Supplier<Registers> all) {
    List<Fault> faults = new ArrayList<>();
    for (RegisterSchema.Reference reference : RegisterSchema.of(file.name()).references()) {
      // What the institution alone keeps no source tells.
      if (!(reference.register() instanceof RegisterName other)
          || files.containsKey(other)
          || !RegisterSchema.of(other).key().equals(reference.target())
          || file.lines().stream().noneMatch(line -> line.has(reference.columns()))) {
        continue;
      }
      Registers known = all.get();
      if (known.has(other)) {
        faults.addAll(unknown(file, reference, known.byKey(other).keySet()));
      }
    }
    return faults;
  }

  private static List<Fault> unknown(
      RegisterFile file, RegisterSchema.Reference reference, Set<List<String>> known) {
    return file.lines().stream()
        .filter(line -> line.has(reference.columns()))
        .filter(line -> !known.contains(reference.columns().stream().map(line::cell).toList()))
        .map(line -> unknown(file, line, reference))
        .toList();
  }

  private static Fault unknown(
      RegisterFile file, RegisterLine line, RegisterSchema.Reference reference) {
    List<String> columns = reference.columns();
    return Fault.at(
        REGISTER_REFERENCE_UNKNOWN,
        file.path(),
        line.line(),
        columns.get(columns.size() - 1),
        String.join(" · ", reference.target()),
        line.key(columns),
        reference.register().code() + ".csv");
  }
}
