package vn.chuyencan.source.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cells that stood in rows without a fault. Where a schema judges each column by itself, a row of
 * such cells has none either and need not be judged again: of a register of enrolments nearly every
 * row.
 */
final class KnownCells {
  /** Values that hardly ever return, such as names, are not worth keeping. */
  private static final int MOST = 10_000;

  private final RegisterSchema schema;
  private final Map<String, Set<String>> values = new HashMap<>();

  KnownCells(RegisterSchema schema) {
    this.schema = schema;
    if (schema.judgesColumnsAlone()) {
      schema.columns().forEach(column -> values.put(column, ConcurrentHashMap.newKeySet()));
    }
  }

  /** Whether the schema finds no fault in the row. */
  boolean vouchFor(RegisterLine line) {
    if (values.isEmpty() || !line.has(schema.required())) {
      return false;
    }
    for (Map.Entry<String, String> cell : line.cells().entrySet()) {
      Set<String> known = values.get(cell.getKey());
      if (known == null || !known.contains(cell.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Keeps the cells of a row without a fault. */
  void add(RegisterLine line) {
    line.cells()
        .forEach(
            (column, cell) -> {
              Set<String> known = values.get(column);
              if (known != null && known.size() < MOST) {
                known.add(cell);
              }
            });
  }
}
