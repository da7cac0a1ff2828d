package vn.chuyencan.source.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One row of a register file.
 *
 * @param line the line of the file, from 1, on which the row starts
 * @param cells column → value, without the empty ones
 */
record RegisterLine(int line, Map<String, String> cells) {

  RegisterLine {
    cells = Map.copyOf(cells);
  }

  /** The value, or null when the cell is empty. */
  String cell(String column) {
    return cells.get(column);
  }

  /** Whether all these cells have a value. */
  boolean has(List<String> columns) {
    return cells.keySet().containsAll(columns);
  }

  /** The values of these columns in the form in which a person reads a key. */
  String key(List<String> columns) {
    return columns.stream()
        .map(column -> cells.getOrDefault(column, ""))
        .filter(value -> !value.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
