package vn.chuyencan.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.chuyencan.error.ErrorCode;

/** The words that a policy may use for measures, reasons and units. */
final class PolicyWords {
  /** Units that a policy may name; reports translate each. */
  static final List<String> UNITS =
      List.of(
          "access",
          "artefact",
          "attempt",
          "component",
          "credit",
          "day",
          "event",
          "exercise",
          "forum",
          "mark10",
          "mark4",
          "member",
          "minute",
          "percent",
          "post",
          "review",
          "session",
          "topic",
          "week");

  private final Set<String> reasons;
  private final Derivations measures;

  /**
   * @param reasons codes that the policy explains
   * @param measures the measures that it may name
   */
  PolicyWords(Set<String> reasons, Derivations measures) {
    this.reasons = reasons;
    this.measures = measures;
  }

  /** The code of a reason, which must be there. */
  String reason(YamlCursor cursor, String key) {
    if (!cursor.has(key)) {
      cursor.missing(key, String.join(" | ", reasons));
      return "";
    }
    return optionalReason(cursor, key).orElse("");
  }

  /** The code of a reason, which may be there. */
  Optional<String> optionalReason(YamlCursor cursor, String key) {
    Optional<String> code = cursor.optionalText(key);
    if (code.isPresent() && !reasons.contains(code.get())) {
      cursor.invalid(key, String.join(" | ", reasons));
    }
    return code;
  }

  /** The name of a measure of that type, which must be there. */
  String measure(YamlCursor cursor, String key, MeasureType type) {
    String name = cursor.text(key, "minutes");
    if (!name.isEmpty()) {
      checkMeasure(cursor, key, name, type);
    }
    return name;
  }

  /** The name of a measure of that type, which may be there. */
  Optional<String> optionalMeasure(YamlCursor cursor, String key, MeasureType type) {
    return cursor.has(key) ? Optional.of(measure(cursor, key, type)) : Optional.empty();
  }

  /** Notes a name that is no measure of that type. */
  void checkMeasure(YamlCursor cursor, String key, String name, MeasureType type) {
    check(cursor, key, name, type, measures);
  }

  /** Notes a name that is not among those measures in that shape. */
  static void check(
      YamlCursor cursor, String key, String name, MeasureType type, Derivations measures) {
    Optional<MeasureDefinition> found = measures.find(name);
    if (found.isEmpty()) {
      cursor.fault(ErrorCode.POLICY_MEASURE_UNKNOWN, key, name, namesOf(type, measures));
    } else if (found.get().type() != type) {
      cursor.fault(ErrorCode.POLICY_VALUE_INVALID, key, name, namesOf(type, measures));
    }
  }

  private static String namesOf(MeasureType type, Derivations measures) {
    return String.join(", ", measures.names(type));
  }
}
