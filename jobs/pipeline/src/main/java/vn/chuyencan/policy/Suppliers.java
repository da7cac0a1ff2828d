package vn.chuyencan.policy;

import java.util.List;

/** Who must supply a measure that is missing. */
final class Suppliers {
  private Suppliers() {}

  /** Its inputs that are known to be absent; all its inputs when none is known to be. */
  static List<String> of(String measure, LearnerMeasures measures) {
    List<String> all = measures.definition(measure).suppliers();
    List<String> absent = all.stream().filter(measures.missingInputs()::contains).toList();
    return absent.isEmpty() ? all : absent;
  }

  /**
   * Who must supply what a measure counts none of: for drafts the other members, else its inputs.
   */
  static List<String> ofNothing(String measure, LearnerMeasures measures) {
    return measure.equals("group_members_with_draft")
        ? List.of("group_draft")
        : of(measure, measures);
  }
}
