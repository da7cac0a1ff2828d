package vn.chuyencan.policy;

import java.util.List;

/** Who must supply a measure that is missing. */
final class Suppliers {
  private Suppliers() {}

  /** Its inputs that are known to be absent; all its inputs when none is known to be. */
  static List<String> of(String measure, LearnerMeasures measures) {
    List<String> all = MeasureCatalog.require(measure).suppliers();
    List<String> absent = all.stream().filter(measures.missingInputs()::contains).toList();
    return absent.isEmpty() ? all : absent;
  }
}
