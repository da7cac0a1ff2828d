package vn.chuyencan.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.error.ErrorCode;

/** Checks that the ids of one certificate are unique and that its clauses name criteria of it. */
final class PolicyReferences {
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> plain = new HashSet<>();
  private final Set<String> compensations = new HashSet<>();

  private PolicyReferences() {}

  static void check(YamlCursor certificate) {
    PolicyReferences references = new PolicyReferences();
    List<YamlCursor> top =
        certificate.optionalMappings("criteria", CriterionReader.CRITERIA_EXAMPLE);
    for (YamlCursor criterion : top) {
      references.unique(criterion);
      switch (criterion.optionalText("kind").orElse("")) {
        case "compensated_by" ->
            criterion.optionalText("id").ifPresent(references.compensations::add);
        case "review_when" -> {
          // Nothing may lean on it: it never passes.
        }
        default -> criterion.optionalText("id").ifPresent(references.plain::add);
      }
    }
    top.forEach(references::resolve);
  }

  private void unique(YamlCursor criterion) {
    criterion
        .optionalText("id")
        .ifPresent(
            id -> {
              Integer first = lines.putIfAbsent(id, criterion.line("id"));
              if (first != null) {
                criterion.fault(
                    ErrorCode.POLICY_CRITERION_TWICE, "id", id, Integer.toString(first));
              }
            });
    if (criterion.has("criteria")) {
      criterion
          .optionalMappings("criteria", CriterionReader.CRITERIA_EXAMPLE)
          .forEach(this::unique);
    }
  }

  private void resolve(YamlCursor criterion) {
    for (String key : List.of("compensates", "also", "fails")) {
      criterion
          .optionalText(key)
          .filter(
              id ->
                  !plain.contains(id) && !(key.equals("also") && id.equals(PolicyParameters.NONE)))
          .ifPresent(id -> criterion.fault(ErrorCode.POLICY_CRITERION_UNKNOWN, key, id));
    }
    if (criterion.has("requires")) {
      for (String id : criterion.texts("requires", CriterionReader.REQUIRES_EXAMPLE)) {
        if (!plain.contains(id) && !compensations.contains(id)) {
          criterion.fault(ErrorCode.POLICY_CRITERION_UNKNOWN, "requires", id);
        }
      }
    }
  }
}
