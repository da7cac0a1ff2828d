package vn.chuyencan.job;

import java.util.List;

/**
 * On what measures depend besides events; kept as one text beside them.
 *
 * @param registers digest of the registers
 * @param configuration zone, institution, and which sources tell of the same acts
 * @param codeVersion the program
 */
record MeasureDependence(String registers, String configuration, String codeVersion) {
  /** Grows when tables of measures get columns that must be filled in rows of older nights. */
  private static final String FORM = "measures 2";

  private static final String BETWEEN = "|";

  /** The text. */
  String text() {
    return String.join(BETWEEN, FORM, registers, configuration, codeVersion);
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
