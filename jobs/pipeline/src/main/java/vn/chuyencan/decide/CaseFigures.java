package vn.chuyencan.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Digests;
import vn.chuyencan.policy.Criterion;
import vn.chuyencan.policy.Policy;

/**
 * The figures that a person looks at to decide a case, as one short digest: the criterion with its
 * parts; for a clause also the criterion that it makes good or leaves open, and how the criteria on
 * which it leans came out. The day and the policy's wording are not among them.
 */
final class CaseFigures {
  private static final int BYTES = 8;

  private final Decision decision;
  private final StringBuilder text = new StringBuilder();

  private CaseFigures(Decision decision) {
    this.decision = decision;
  }

  /**
   * The digest of a case: 16 hexadecimal digits.
   *
   * @param certificate the certificate of the decision, as its policy has it
   * @param criterionId the criterion of the case
   */
  static String digest(Policy.Certificate certificate, Decision decision, String criterionId) {
    CaseFigures figures = new CaseFigures(decision);
    figures.addWhole(criterionId);
    Optional<Criterion> criterion = find(certificate.criteria(), criterionId);
    if (criterion.isPresent() && criterion.get() instanceof Criterion.ReviewWhen clause) {
      figures.addWhole(clause.fails());
      clause.requires().stream().sorted().forEach(figures::addStatus);
    } else if (criterion.isPresent() && criterion.get() instanceof Criterion.CompensatedBy clause) {
      figures.addWhole(clause.compensates());
    }
    return Digests.sha256(figures.text.toString()).substring(0, 2 * BYTES);
  }

  /** The digest of a case that is about texts alone. */
  static String digest(List<String> figures) {
    return Digests.sha256(String.join("\n", figures)).substring(0, 2 * BYTES);
  }

  private static Optional<Criterion> find(List<Criterion> criteria, String id) {
    for (Criterion criterion : criteria) {
      if (criterion.header().id().equals(id)) {
        return Optional.of(criterion);
      }
      Optional<Criterion> part = find(criterion.parts(), id);
      if (part.isPresent()) {
        return part;
      }
    }
    return Optional.empty();
  }

  private void addWhole(String id) {
    for (CriterionResult result : decision.criteria()) {
      if (result.criterionId().equals(id)) {
        add(result);
      }
    }
    for (CriterionResult result : decision.criteria()) {
      if (id.equals(result.parentCriterionId())) {
        addWhole(result.criterionId());
      }
    }
  }

  private void add(CriterionResult result) {
    line(
        result.criterionId(),
        result.status().name(),
        number(result.value()),
        number(result.threshold()),
        number(result.valueLow()),
        number(result.valueHigh()),
        String.join(" ", result.detail()),
        String.join(" ", result.missingInputs()));
  }

  private void addStatus(String id) {
    decision.criteria().stream()
        .filter(result -> result.criterionId().equals(id))
        .forEach(result -> line(id, result.status().name()));
  }

  private void line(String... cells) {
    text.append(String.join("\t", cells)).append('\n');
  }

  private static String number(BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
