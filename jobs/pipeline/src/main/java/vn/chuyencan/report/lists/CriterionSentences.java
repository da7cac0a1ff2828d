package vn.chuyencan.report.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Criterion;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.report.NumberText;
import vn.chuyencan.report.explain.ExplanationWords;

/** What criteria say of one learner, each in one sentence (numbers by X-NUM-3). */
final class CriterionSentences {
  /** So many weeks, exercises or forums a reader of a list still looks through. */
  private static final int MOST_ITEMS = 6;

  private final ListWords words;
  private final ExplanationWords terms;
  private final NumberText numbers;
  private final Decision decision;
  private final Map<String, Criterion> definitions = new HashMap<>();

  CriterionSentences(ListWords words, Optional<Policy> policy, Decision decision) {
    this.words = words;
    this.terms = new ExplanationWords(words.language());
    this.numbers = new NumberText(words.language());
    this.decision = decision;
    policy
        .flatMap(found -> found.certificate(decision.certificate()))
        .ifPresent(certificate -> certificate.criteria().forEach(this::define));
  }

  private void define(Criterion criterion) {
    definitions.put(criterion.header().id(), criterion);
    criterion.parts().forEach(this::define);
  }

  /** The criteria that speak against the certificate, in the policy's order. */
  List<CriterionResult> unmet() {
    return decision.criteria().stream()
        .filter(
            row ->
                decision.unmetCriteria().contains(row.criterionId())
                    || (row.parentCriterionId() == null
                        && row.status() == Status.NOT_MET
                        && row.kind().equals("compensated_by")))
        .toList();
  }

  /** A criterion with its figure, what is asked, and where it fails. */
  String of(CriterionResult row) {
    String label = label(row);
    if (row.value() == null) {
      List<String> parts = new ArrayList<>();
      for (CriterionResult part : decision.criteria()) {
        if (row.criterionId().equals(part.parentCriterionId())
            && part.status() != Status.MET
            && part.status() != Status.NOT_APPLICABLE) {
          parts.add(of(part));
        }
      }
      return parts.isEmpty() ? label + ": " + words.status(row.status()) : joined(label, parts);
    }
    String asked =
        words.text(
            row.kind().equals("at_least_in_every_week") ? "sentence.week" : "sentence.figure",
            label,
            numbers.value(row.value(), row.threshold(), row.unit())
                + " "
                + terms.unit(row.unit(), row.value()),
            numbers.threshold(row.threshold(), row.unit())
                + " "
                + terms.unit(row.unit(), row.threshold()));
    List<String> details = details(row);
    return details.isEmpty() ? asked : asked + " (" + String.join("; ", details) + ")";
  }

  private String joined(String label, List<String> parts) {
    return label + ": " + String.join("; ", parts);
  }

  private String label(CriterionResult row) {
    Criterion definition = definitions.get(row.criterionId());
    return definition == null
        ? row.criterionId()
        : words.label(definition.header().label()) + " [" + row.criterionId() + "]";
  }

  private List<String> details(CriterionResult row) {
    List<String> details = new ArrayList<>();
    Map<String, List<String>> items = new LinkedHashMap<>();
    for (String entry : row.detail()) {
      int cut = entry.indexOf('=');
      String key = entry.substring(0, cut);
      switch (key) {
        case "of", "percent", "each", "reading", "flag" -> {
          // Told by the figures, or nothing that speaks against anybody.
        }
        default -> items.computeIfAbsent(key, k -> new ArrayList<>()).add(entry.substring(cut + 1));
      }
    }
    items.forEach((key, ids) -> details.add(terms.items(key, shortened(ids))));
    if (row.valueLow() != null && row.valueLow().compareTo(row.valueHigh()) != 0) {
      details.add(
          words.text(
              "sentence.band",
              numbers.value(row.valueLow(), row.threshold(), row.unit()),
              numbers.value(row.valueHigh(), row.threshold(), row.unit())));
    }
    return details;
  }

  private String shortened(List<String> ids) {
    String shown = String.join(", ", ids.subList(0, Math.min(MOST_ITEMS, ids.size())));
    return ids.size() <= MOST_ITEMS
        ? shown
        : words.text("sentence.more", shown, Integer.toString(ids.size()));
  }

  /**
   * The figures that a person needs who decides upon a criterion: its own; those of its parts; of a
   * clause those of what it is about.
   */
  List<String> evidence(String criterionId) {
    Optional<CriterionResult> own = row(criterionId);
    if (own.isEmpty()) {
      return List.of();
    }
    if (own.get().value() != null) {
      return List.of(of(own.get()));
    }
    List<String> evidence = new ArrayList<>();
    about(criterionId).flatMap(this::row).ifPresent(row -> evidence.add(of(row)));
    decision.criteria().stream()
        .filter(row -> criterionId.equals(row.parentCriterionId()) && row.value() != null)
        .forEach(row -> evidence.add(of(row)));
    return evidence;
  }

  /** The criterion that a clause makes good or leaves to a person. */
  private Optional<String> about(String clause) {
    Criterion definition = definitions.get(clause);
    if (definition instanceof Criterion.CompensatedBy compensated) {
      return Optional.of(compensated.compensates());
    }
    if (definition instanceof Criterion.ReviewWhen review) {
      return Optional.of(review.fails());
    }
    return Optional.empty();
  }

  private Optional<CriterionResult> row(String criterionId) {
    return decision.criteria().stream()
        .filter(row -> row.criterionId().equals(criterionId))
        .findFirst();
  }

  /** Which criteria lack an input, each with who must supply it. */
  List<String> missing() {
    Map<String, List<String>> criteria = new LinkedHashMap<>();
    for (CriterionResult row : decision.criteria()) {
      if (row.status() == Status.INSUFFICIENT_DATA || row.status() == Status.NEEDS_REVIEW) {
        row.missingInputs()
            .forEach(
                input ->
                    criteria
                        .computeIfAbsent(input, key -> new ArrayList<>())
                        .add(row.criterionId()));
      }
    }
    decision.missingInputs().forEach(input -> criteria.putIfAbsent(input, List.of()));
    List<String> lines = new ArrayList<>();
    criteria.forEach(
        (input, ids) ->
            lines.add(
                terms.missing(input) + (ids.isEmpty() ? "" : " [" + String.join(", ", ids) + "]")));
    return lines;
  }
}
