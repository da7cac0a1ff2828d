package vn.chuyencan.report.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Criterion;

/** One certificate as a learner reads it: the outcome in a sentence, what it hangs on, criteria. */
final class CertificateText {
  private static final String CLOSING = "course_run.closing";

  private final Wording wording;
  private final Decision decision;
  private final EvidenceGrids evidence;
  private final List<CriterionResult> shown = new ArrayList<>();
  private final Map<String, Integer> depths = new HashMap<>();

  CertificateText(Wording wording, Decision decision, EvidenceGrids evidence) {
    this.wording = wording;
    this.decision = decision;
    this.evidence = evidence;
    Map<String, Status> statuses = new HashMap<>();
    for (CriterionResult row : decision.criteria()) {
      String parent = row.parentCriterionId();
      depths.put(row.criterionId(), parent == null ? 0 : depths.get(parent) + 1);
      statuses.put(row.criterionId(), row.status());
      // The conditions of a clause that was not needed say nothing to a reader.
      if (parent == null || statuses.get(parent) != Status.NOT_APPLICABLE) {
        shown.add(row);
      } else {
        statuses.put(row.criterionId(), Status.NOT_APPLICABLE);
      }
    }
  }

  Explanation.Certificate certificate() {
    List<Explanation.Criterion> criteria = new ArrayList<>();
    for (CriterionResult row : shown) {
      String measure = wording.definition(row).map(MeasuresOf::value).orElse("");
      List<Explanation.Grid> grids =
          row.status() == Status.NOT_APPLICABLE ? List.of() : evidence.of(measure);
      criteria.add(
          new CriterionText(wording, decision, row)
              .criterion(depths.get(row.criterionId()), grids));
    }
    return new Explanation.Certificate(
        title(),
        decision.status(),
        wording.words().status(decision.status()),
        sentence(),
        points(),
        overview(),
        criteria);
  }

  private String title() {
    return wording
        .subject()
        .policy()
        .certificate(decision.certificate())
        .map(certificate -> wording.words().label(certificate.title()))
        .orElse(decision.certificate());
  }

  private String sentence() {
    return decision.standing() == decision.status()
        ? computed()
        : wording.text("outcome.standing", computed(), wording.words().status(decision.standing()));
  }

  private String computed() {
    List<CriterionResult> own = own();
    return switch (decision.status()) {
      case MET -> wording.text("outcome.met", wording.count(own.size()));
      case MET_BY_COMPENSATION ->
          wording.text("outcome.met_by_compensation", wording.words().listed(compensated()));
      case NOT_MET ->
          wording.text(
              "outcome.not_met",
              wording.count(decision.unmetCriteria().size()),
              wording.count(own.size()),
              wording.words().listed(labels(decision.unmetCriteria())));
      case NEEDS_REVIEW ->
          wording.text(
              "outcome.needs_review", wording.words().listed(labels(of(Status.NEEDS_REVIEW))));
      case INSUFFICIENT_DATA ->
          wording.text(
              decision.missingInputs().equals(List.of(CLOSING))
                  ? "outcome.still_open"
                  : "outcome.insufficient_data",
              wording.words().listed(labels(of(Status.INSUFFICIENT_DATA))),
              closing());
      case NOT_APPLICABLE -> wording.text("outcome.not_applicable");
    };
  }

  /** The certificate's own criteria, without parts and clauses. */
  private List<CriterionResult> own() {
    return decision.criteria().stream()
        .filter(row -> row.parentCriterionId() == null)
        .filter(row -> wording.definition(row).filter(CertificateText::isClause).isEmpty())
        .toList();
  }

  private static boolean isClause(Criterion criterion) {
    return criterion instanceof Criterion.CompensatedBy
        || criterion instanceof Criterion.ReviewWhen;
  }

  private List<String> of(Status status) {
    return own().stream()
        .filter(row -> row.status() == status || isReviewed(row, status))
        .map(CriterionResult::criterionId)
        .toList();
  }

  /** Whether a clause leaves a failure to a person. */
  private boolean isReviewed(CriterionResult row, Status status) {
    return decision.criteria().stream()
        .filter(other -> other.status() == status && other.parentCriterionId() == null)
        .map(other -> wording.definition(other).orElse(null))
        .anyMatch(
            clause ->
                (clause instanceof Criterion.ReviewWhen review
                        && review.fails().equals(row.criterionId()))
                    || (clause instanceof Criterion.CompensatedBy by
                        && by.compensates().equals(row.criterionId())));
  }

  private List<String> compensated() {
    return decision.criteria().stream()
        .filter(row -> row.status() == Status.MET_BY_COMPENSATION)
        .map(row -> wording.definition(row).orElse(null))
        .filter(Criterion.CompensatedBy.class::isInstance)
        .map(clause -> ((Criterion.CompensatedBy) clause).compensates())
        .map(this::quoted)
        .toList();
  }

  private List<String> labels(List<String> ids) {
    return ids.stream().map(this::quoted).toList();
  }

  private String quoted(String id) {
    return "«" + wording.label(decision.certificate(), id) + "» (" + id + ")";
  }

  private String closing() {
    return wording.dates().day(wording.subject().course().closesOn());
  }

  private List<Explanation.Point> points() {
    List<Explanation.Point> points = new ArrayList<>();
    add(points, "summary.unmet", decision.unmetCriteria().stream().map(this::unmet).toList());
    // Once something else has failed there is nothing left for a person to decide.
    if (decision.status() != Status.NOT_MET) {
      add(points, "summary.reasons", reasons());
    }
    add(
        points,
        "summary.missing",
        decision.missingInputs().stream().map(wording.words()::missing).toList());
    add(points, "summary.nearest", nearest());
    add(points, "summary.decided", decision.reviewCases().stream().map(this::decided).toList());
    return points;
  }

  private void add(List<Explanation.Point> points, String label, List<String> texts) {
    if (!texts.isEmpty()) {
      points.add(wording.point(label, texts));
    }
  }

  private Optional<CriterionResult> row(String id) {
    return decision.criteria().stream().filter(row -> row.criterionId().equals(id)).findFirst();
  }

  private String unmet(String id) {
    String named = wording.named(decision.certificate(), id);
    Optional<Figures> figures = row(id).map(found -> new Figures(wording, found));
    Optional<String> value = figures.flatMap(Figures::value);
    Optional<String> asked = figures.flatMap(Figures::asked);
    return value.isPresent() && asked.isPresent()
        ? wording.text("figures", named, value.get(), asked.get())
        : named;
  }

  private List<String> reasons() {
    return decision.reviewReasons().stream()
        .map(code -> wording.words().reason(wording.subject().policy(), code))
        .toList();
  }

  /** What is lacking, criterion by criterion, and until when it can be made up. */
  private List<String> nearest() {
    Map<String, List<Distance>> byCriterion = new LinkedHashMap<>();
    for (Distance one : decision.nearest()) {
      byCriterion.computeIfAbsent(one.criterionId(), id -> new ArrayList<>()).add(one);
    }
    List<String> texts = new ArrayList<>();
    byCriterion.forEach(
        (id, distances) -> {
          texts.add(
              wording.text(
                  "nearest",
                  wording.named(decision.certificate(), id),
                  amount(id, distances),
                  until(distances)));
        });
    return texts;
  }

  /** So much in all; of exercises, forums … so many, for their distances do not add up. */
  private String amount(String criterionId, List<Distance> distances) {
    if (distances.size() == 1 && distances.get(0).item().isEmpty()) {
      Optional<String> shortage =
          row(criterionId)
              .map(found -> new Figures(wording, found))
              .flatMap(figures -> figures.shortage(distances.get(0).distance()));
      if (shortage.isPresent()) {
        return shortage.get();
      }
    }
    boolean items =
        distances.stream().noneMatch(one -> one.item().isEmpty() || one.item().startsWith("week="));
    Optional<String> unit = row(criterionId).map(CriterionResult::unit);
    return items && unit.isPresent()
        ? wording.amount(BigDecimal.valueOf(distances.size()), unit.get())
        : wording.amount(
            distances.stream().map(Distance::distance).reduce(BigDecimal.ZERO, BigDecimal::add),
            distances.get(0).unit());
  }

  /** Until when: once where all is alike, else week by week and item by item. */
  private String until(List<Distance> distances) {
    List<String> distinct = distances.stream().map(this::until).distinct().toList();
    return distinct.size() == 1
        ? distinct.get(0)
        : distances.stream()
            .map(one -> item(one) + " – " + until(one))
            .collect(Collectors.joining("; "));
  }

  private String item(Distance one) {
    int cut = one.item().indexOf('=');
    return cut < 0
        ? wording.amount(one.distance(), one.unit())
        : wording.words().items(one.item().substring(0, cut), one.item().substring(cut + 1));
  }

  private String until(Distance one) {
    if (decision.conclusive()) {
      return wording.text("nearest.closed", closing());
    }
    if (!one.possible()) {
      return wording.text("nearest.past");
    }
    return wording.text(
        "nearest.open", one.until() == null ? closing() : wording.dates().day(one.until()));
  }

  /** What a person is to decide, or has decided. */
  String decided(ReviewCase one) {
    String what =
        wording.text(
            "case",
            wording.named(decision.certificate(), one.criterionId()),
            wording.words().reason(wording.subject().policy(), one.reasonCode()));
    if (one.outcome() == null) {
      return wording.text("case.open", what);
    }
    return wording.text(
        "case.decided",
        what,
        wording.words().orCode("outcome." + one.outcome(), one.outcome()),
        one.decidedBy() == null ? "?" : wording.titles().person(one.decidedBy()),
        one.decidedOn() == null ? "?" : wording.dates().day(one.decidedOn()));
  }

  private Explanation.Grid overview() {
    List<List<String>> rows = new ArrayList<>();
    for (CriterionResult row : shown) {
      Figures figures = new Figures(wording, row);
      String indent = "\u2003".repeat(depths.get(row.criterionId()));
      rows.add(
          List.of(
              indent + row.criterionId(),
              wording.label(decision.certificate(), row.criterionId()),
              wording.words().status(row.status()),
              figures.shortValue(),
              figures.shortAsked(),
              figures.shortMargin()));
    }
    return new Explanation.Grid(
        wording.text("overview.caption"),
        List.of(
            wording.text("column.id"),
            wording.text("column.criterion"),
            wording.text("column.status"),
            wording.text("column.value"),
            wording.text("column.threshold"),
            wording.text("column.margin")),
        List.of(3, 4, 5),
        List.of(),
        rows,
        List.of());
  }
}
