package vn.chuyencan.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Digests;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.Status;

/** Turns the findings of one certificate into the records that are kept and published. */
final class DecisionRecords {
  private static final int SCALE = 6;

  private final Policy policy;
  private final Policy.Certificate certificate;
  private final LearnerMeasures measures;
  private final PolicyEvaluator.Context context;
  private final List<CriterionResult> rows = new ArrayList<>();

  private DecisionRecords(
      Policy policy,
      Policy.Certificate certificate,
      LearnerMeasures measures,
      PolicyEvaluator.Context context) {
    this.policy = policy;
    this.certificate = certificate;
    this.measures = measures;
    this.context = context;
  }

  static Decision of(
      Policy policy,
      Policy.Certificate certificate,
      LearnerMeasures measures,
      PolicyEvaluator.Context context) {
    return new DecisionRecords(policy, certificate, measures, context).decision();
  }

  private Decision decision() {
    CertificateEvaluator.Outcome outcome = CertificateEvaluator.of(certificate, measures);
    Set<String> missing = new LinkedHashSet<>();
    Set<String> reasons = new LinkedHashSet<>();
    List<ReviewCase> cases = new ArrayList<>();
    for (Finding finding : outcome.findings()) {
      rows(finding, null);
      collect(finding, missing, reasons, cases);
    }
    return new Decision(
        measures.courseId(),
        measures.learnerId(),
        certificate.id(),
        outcome.status(),
        outcome.status(),
        policy.id(),
        policy.version(),
        policy.hash(),
        context.estimator(),
        courseParameters(),
        context.asOf(),
        measures.phase() == LearnerMeasures.Phase.CLOSED,
        unmet(outcome),
        List.copyOf(missing),
        missing.stream().map(SupplyWords::of).toList(),
        List.copyOf(reasons),
        NearestChange.of(outcome, measures, context),
        rows,
        awaitsPerson(outcome.status()) ? cases : List.of());
  }

  private List<String> courseParameters() {
    return context.parameters().entrySet().stream()
        .filter(value -> policy.parameters().containsKey(value.getKey()))
        .map(value -> value.getKey() + "=" + value.getValue())
        .sorted()
        .toList();
  }

  private static boolean awaitsPerson(Status status) {
    return switch (status) {
      case NEEDS_REVIEW, MET_BY_COMPENSATION -> true;
      case MET, NOT_MET, INSUFFICIENT_DATA, NOT_APPLICABLE -> false;
    };
  }

  private static List<String> unmet(CertificateEvaluator.Outcome outcome) {
    List<String> unmet = new ArrayList<>();
    for (Finding finding : outcome.findings()) {
      String id = finding.criterion().header().id();
      Status effective = outcome.effective().get(id);
      if (effective != null
          && finding.reading() == Status.NOT_MET
          && !StatusLogic.satisfied(effective)) {
        unmet.add(id);
      }
    }
    return unmet;
  }

  private void collect(
      Finding finding, Set<String> missing, Set<String> reasons, List<ReviewCase> cases) {
    switch (finding.status()) {
      case INSUFFICIENT_DATA, NEEDS_REVIEW, MET_BY_COMPENSATION -> {
        missing.addAll(finding.missing());
        if (finding.reason().isPresent()) {
          reasons.add(finding.reason().get());
          cases.add(reviewCase(finding, finding.reason().get()));
        }
        finding.parts().forEach(part -> collect(part, missing, reasons, cases));
      }
      case MET, NOT_MET, NOT_APPLICABLE -> {
        // Nothing inside it changes what is known of it.
      }
    }
  }

  private ReviewCase reviewCase(Finding finding, String reason) {
    String id = finding.criterion().header().id();
    String caseId =
        Digests.sha256(
                String.join(
                    "\n", measures.courseId(), measures.learnerId(), certificate.id(), id, reason))
            .substring(0, 16);
    List<String> detail = detail(finding);
    return new ReviewCase(
        caseId,
        measures.courseId(),
        measures.learnerId(),
        certificate.id(),
        id,
        reason,
        detail.isEmpty() ? null : String.join(" ", detail),
        evidence(finding.criterion()),
        context.asOf(),
        null,
        null,
        null);
  }

  private void rows(Finding finding, String parent) {
    Criterion.Header header = finding.criterion().header();
    Optional<Finding.Figures> figures = finding.figures();
    Optional<Fraction> value = figures.flatMap(Finding.Figures::value);
    Optional<Fraction> threshold = figures.map(Finding.Figures::threshold);
    rows.add(
        new CriterionResult(
            measures.courseId(),
            measures.learnerId(),
            certificate.id(),
            header.id(),
            parent,
            rows.size() + 1,
            finding.criterion().kind(),
            finding.status(),
            decimal(value),
            decimal(threshold),
            figures.isPresent() ? header.unit() : "",
            decimal(value.map(number -> number.minus(threshold.orElseThrow()))),
            decimal(figures.flatMap(Finding.Figures::low)),
            decimal(figures.flatMap(Finding.Figures::high)),
            header.law().id(),
            detail(finding),
            finding.missing(),
            finding.reason().orElse(null),
            evidence(finding.criterion()),
            policy.id(),
            policy.version(),
            policy.hash(),
            context.estimator(),
            context.asOf()));
    finding.parts().forEach(part -> rows(part, header.id()));
  }

  private static List<String> detail(Finding finding) {
    List<String> detail = new ArrayList<>(finding.detail());
    boolean readable = finding.reading() == Status.MET || finding.reading() == Status.NOT_MET;
    if (finding.status() == Status.NEEDS_REVIEW && finding.figures().isPresent() && readable) {
      detail.add("reading=" + finding.reading().name());
    }
    return detail;
  }

  private static BigDecimal decimal(Optional<Fraction> number) {
    return number.map(exact -> exact.floor(SCALE)).orElse(null);
  }

  private String evidence(Criterion criterion) {
    String table = criterion.match(new EvidenceTable(measures));
    return table
        + "[course_id="
        + measures.courseId()
        + ",learner_id="
        + measures.learnerId()
        + "]";
  }
}
