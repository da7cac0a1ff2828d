package vn.chuyencan.job;

import java.util.List;
import java.util.stream.Collectors;
import vn.chuyencan.measure.CourseMeasures;
import vn.chuyencan.table.TableContract;

/**
 * On what measures depend besides events; kept as one text beside them.
 *
 * @param registers digest of the registers
 * @param configuration zone, institution, and which sources tell of the same acts
 * @param program its version, and what it means by its measures
 */
record MeasureDependence(String registers, String configuration, String program) {
  /** Grows when tables of measures get columns that must be filled in rows of older nights. */
  private static final String FORM = "measures 2";

  private static final String BETWEEN = "|";

  /**
   * A program by its number and by the versions of the tables that measuring fills: where a column
   * comes to mean something else, what was measured before is measured again, though the program
   * may be one between two releases.
   */
  static String program(String codeVersion) {
    return CourseMeasures.TABLES.stream()
        .map(table -> TableContract.of(table).version().toString())
        .collect(Collectors.joining(" ", codeVersion + " ", ""));
  }

  /** The text. */
  String text() {
    return String.join(BETWEEN, FORM, registers, configuration, program);
  }

  /** From the text, also of another form; what it does not tell is empty. */
  static MeasureDependence of(String text) {
    List<String> parts = List.of(text.split("\\" + BETWEEN, -1));
    if (parts.size() < 4 || !parts.get(0).equals(FORM)) {
      String version = parts.get(parts.size() - 1);
      return new MeasureDependence("", "", version);
    }
    int last = parts.size() - 1;
    return new MeasureDependence(
        parts.get(1), String.join(BETWEEN, parts.subList(2, last)), parts.get(last));
  }
}
