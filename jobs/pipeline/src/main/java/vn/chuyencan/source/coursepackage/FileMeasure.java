package vn.chuyencan.source.coursepackage;

import java.util.HashMap;
import java.util.Map;

/** What was found of one file: values by the columns of the table {@code package_file}. */
final class FileMeasure {
  private final Map<String, Object> values = new HashMap<>();

  private FileMeasure() {}

  /** It was measured. */
  static FileMeasure measured() {
    return new FileMeasure().with("state", "measured");
  }

  /**
   * It was not measured.
   *
   * @param state why, a word of the table's column
   * @param reason what the reader said; null: nothing
   */
  static FileMeasure not(String state, String reason) {
    return new FileMeasure().with("state", state).with("reason", reason);
  }

  FileMeasure with(String column, Object value) {
    values.put(column, value);
    return this;
  }

  Object get(String column) {
    return values.get(column);
  }
}
