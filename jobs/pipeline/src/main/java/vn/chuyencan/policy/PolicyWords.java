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

  /**
   * @param reasons codes that the policy explains
   */
  PolicyWords(Set<String> reasons) {
    this.reasons = reasons;
  }

  /** The code of a reason, which must be there. */
  String reason(YamlCursor cursor, String key) {
    if (!cursor.has(key)) {
      cursor.missing(key, String.join(" | ", reasons));
      return "";
    }
    return optionalReason(cursor, key).orElse("");
  }

  /** Whether something optional is given: neither absent nor left out with {@code none}. */
  static boolean given(YamlCursor cursor, String key) {
    return cursor.has(key) && !PolicyParameters.NONE.equals(cursor.node(key).asText());
  }

  /** The code of a reason, which may be there. */
  Optional<String> optionalReason(YamlCursor cursor, String key) {
    if (!given(cursor, key)) {
      return Optional.empty();
    }
    Optional<String> code = cursor.optionalText(key);
    if (code.isPresent() && !reasons.contains(code.get())) {
      cursor.invalid(key, String.join(" | ", reasons));
    }
    return code;
  }

  /** The name of a measure of one of those types, which must be there. */
  static String measure(YamlCursor cursor, String key, MeasureType... types) {
    String name = cursor.text(key, "minutes");
    if (!name.isEmpty()) {
      checkMeasure(cursor, key, name, types);
    }
    return name;
  }

  /** The name of a measure of one of those types, which may be there. */
  static Optional<String> optionalMeasure(YamlCursor cursor, String key, MeasureType... types) {
    return given(cursor, key) ? Optional.of(measure(cursor, key, types)) : Optional.empty();
  }

  /** Notes a name that is no measure of one of those types. */
  static void checkMeasure(YamlCursor cursor, String key, String name, MeasureType... types) {
    Optional<MeasureDefinition> found = MeasureCatalog.find(name);
    List<MeasureType> allowed = List.of(types);
    if (found.isEmpty()) {
      cursor.fault(ErrorCode.POLICY_MEASURE_UNKNOWN, key, name, namesOf(allowed));
    } else if (!allowed.contains(found.get().type())) {
      cursor.fault(ErrorCode.POLICY_VALUE_INVALID, key, name, namesOf(allowed));
    }
  }

  private static String namesOf(List<MeasureType> types) {
    return String.join(
        ", ",
        MeasureCatalog.all().stream()
            .filter(measure -> types.contains(measure.type()))
            .map(MeasureDefinition::name)
            .toList());
  }
}
