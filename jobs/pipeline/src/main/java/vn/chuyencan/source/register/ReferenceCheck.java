package vn.chuyencan.source.register;

import static vn.chuyencan.error.ErrorCode.REGISTER_REFERENCE_UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.Register;

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
      for (RegisterLine line : file.lines()) {
        if (line.has(reference.columns())
            && !known.contains(reference.columns().stream().map(line::cell).toList())) {
          faults.add(unknown(file, line, reference));
        }
      }
    }
    return faults;
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
