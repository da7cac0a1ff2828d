package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.model.Status;

/**
 * Evaluates one certificate for one learner: its criteria first, then the clauses that make a
 * failure good, then the clauses that leave a failure to a person, then all together (FC-TT.Σ,
 * FC-LT.Σ, FC-TH.Σ). The order in which a policy lists them changes nothing.
 */
final class CertificateEvaluator {
  private final List<Criterion> criteria;
  private final CriterionEvaluator evaluator;
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Map<String, Status> effective = new LinkedHashMap<>();
  private final Map<String, Finding> conditions = new LinkedHashMap<>();

  private CertificateEvaluator(List<Criterion> criteria, LearnerMeasures measures) {
    this.criteria = criteria;
    this.evaluator = new CriterionEvaluator(measures);
  }

  /**
   * The findings of a certificate.
   *
   * @param status the decision
   * @param findings every criterion and clause in the policy's order
   * @param effective what each criterion amounts to after the clauses, by its id; clauses are not
   *     among them
   * @param conditions what each compensation asks for, by its id, whether it is needed or not
   */
  record Outcome(
      Status status,
      List<Finding> findings,
      Map<String, Status> effective,
      Map<String, Finding> conditions) {}

  static Outcome of(Policy.Certificate certificate, LearnerMeasures measures) {
    return new CertificateEvaluator(certificate.criteria(), measures).outcome();
  }

  private Outcome outcome() {
    for (Criterion criterion : criteria) {
      Finding finding = evaluator.evaluate(criterion);
      findings.put(criterion.header().id(), finding);
      if (criterion instanceof Criterion.CompensatedBy) {
        conditions.put(criterion.header().id(), finding);
      }
      if (!isClause(criterion)) {
        effective.put(criterion.header().id(), finding.status());
      }
    }
    for (Criterion criterion : criteria) {
      if (criterion instanceof Criterion.CompensatedBy clause) {
        compensate(clause);
      }
    }
    Map<String, Status> compensated = Map.copyOf(effective);
    for (Criterion criterion : criteria) {
      if (criterion instanceof Criterion.ReviewWhen clause) {
        review(clause, compensated.get(clause.fails()));
      }
    }
    Status status = StatusLogic.allOf(effective.values());
    return new Outcome(
        status, List.copyOf(findings.values()), Map.copyOf(effective), Map.copyOf(conditions));
  }

  static boolean isClause(Criterion criterion) {
    return criterion instanceof Criterion.CompensatedBy
        || criterion instanceof Criterion.ReviewWhen;
  }

  private void compensate(Criterion.CompensatedBy clause) {
    String id = clause.header().id();
    Finding conditions = findings.get(id);
    if (findings.get(clause.compensates()).reading() != Status.NOT_MET) {
      findings.put(id, notApplicable(conditions));
      return;
    }
    Finding found =
        switch (conditions.status()) {
          case MET, MET_BY_COMPENSATION ->
              switch (clause.mode()) {
                case AUTO -> conditions.status(Status.MET_BY_COMPENSATION);
                case REVIEW -> conditions.status(Status.NEEDS_REVIEW);
              };
          case NOT_MET, NEEDS_REVIEW, INSUFFICIENT_DATA, NOT_APPLICABLE -> conditions;
        };
    boolean confirm =
        found.status() == Status.MET_BY_COMPENSATION || found.status() == Status.NEEDS_REVIEW;
    findings.put(id, confirm ? found.reason(Optional.of(clause.reason())) : found);
    if (found.status() != Status.NOT_MET) {
      effective.put(clause.compensates(), found.status());
      clause.also().ifPresent(other -> repair(other, found.status()));
    }
  }

  /** What is made good with it is never weakened by what is not known of it. */
  private void repair(String id, Status status) {
    Status before = effective.get(id);
    if (before == Status.NOT_MET
        || (StatusLogic.satisfied(status) && !StatusLogic.satisfied(before))) {
      effective.put(id, status);
    }
  }

  private void review(Criterion.ReviewWhen clause, Status target) {
    Finding failing = findings.get(clause.fails());
    boolean open =
        failing.reading() == Status.NOT_MET
            && (target == Status.NOT_MET || target == Status.NEEDS_REVIEW);
    if (!open) {
      return;
    }
    List<Status> required = new ArrayList<>();
    for (String id : clause.requires()) {
      required.add(requirement(findings.get(id)));
    }
    Status others = StatusLogic.allOf(required);
    Finding found = Finding.of(clause, others);
    switch (others) {
      case MET, MET_BY_COMPENSATION, NEEDS_REVIEW, NOT_APPLICABLE -> {
        findings.put(clause.header().id(), found.review(clause.reason()));
        weaken(clause.fails(), Status.NEEDS_REVIEW);
      }
      case INSUFFICIENT_DATA -> {
        findings.put(clause.header().id(), found);
        weaken(clause.fails(), Status.INSUFFICIENT_DATA);
      }
      case NOT_MET -> {
        // Another failure stands: there is nothing left to consider.
      }
    }
  }

  /**
   * A failure that a clause leaves open; what a person must decide anyway stays with the person.
   */
  private void weaken(String id, Status status) {
    if (effective.get(id) == Status.NOT_MET) {
      effective.put(id, status);
    }
  }

  /** A clause that was not needed gives nothing to lean on. */
  private static Status requirement(Finding finding) {
    return isClause(finding.criterion()) && finding.status() == Status.NOT_APPLICABLE
        ? Status.NOT_MET
        : finding.status();
  }

  private static Finding notApplicable(Finding finding) {
    return new Finding(
        finding.criterion(),
        Status.NOT_APPLICABLE,
        Status.NOT_APPLICABLE,
        finding.figures(),
        List.of(),
        finding.detail(),
        List.of(),
        Optional.empty(),
        finding.parts().stream().map(CertificateEvaluator::notApplicable).toList(),
        true);
  }
}
