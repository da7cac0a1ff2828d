package vn.chuyencan.source.register;

import static vn.chuyencan.error.ErrorCode.REGISTER_KEY_TWICE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.RegisterName;

/** Rows that say a second time what only one row may say. */
final class KeyCheck {
  private KeyCheck() {}

  static List<Fault> faults(RegisterFile file) {
    if (file.name() == RegisterName.IDENTITY) {
      // Identifiers are compared in their canonical form, by their own check.
      return List.of();
    }
    RegisterSchema schema = RegisterSchema.of(file.name());
    List<List<String>> groups = new ArrayList<>();
    groups.add(schema.key());
    groups.addAll(schema.unique());
    List<Fault> faults = new ArrayList<>();
    for (List<String> columns : groups) {
      Map<List<String>, Integer> firstLines = new HashMap<>();
      // A part of a key that may be empty says something where it is: the course run as a whole.
      List<String> needed = columns.stream().filter(schema.required()::contains).toList();
      for (RegisterLine line : file.lines()) {
        if (line.has(needed)) {
          List<String> key = columns.stream().map(line::cell).toList();
          Integer first = firstLines.putIfAbsent(key, line.line());
          if (first != null) {
            faults.add(
                Fault.at(
                    REGISTER_KEY_TWICE,
                    file.path(),
                    line.line(),
                    columns.get(columns.size() - 1),
                    line.key(columns),
                    Integer.toString(first)));
          }
        }
      }
    }
    return faults;
  }
}
