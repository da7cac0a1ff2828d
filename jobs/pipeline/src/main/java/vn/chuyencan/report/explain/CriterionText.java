package vn.chuyencan.report.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Criterion;

/**
 * One criterion as a learner reads it: the rule, the figures, what is lacking, how it is counted.
 */
final class CriterionText {
  private static final int PLACES = 6;

  /** Details that stand in the figures or among what is lacking. */
  private static final Set<String> TOLD_ELSEWHERE =
      Set.of(
          "of",
          "percent",
          "each",
          "flag",
          "reading",
          "week",
          "exercise",
          "forum",
          "member",
          "member_without_draft");

  private final Wording wording;
  private final Decision decision;
  private final CriterionResult row;
  private final Optional<Criterion> definition;
  private final Figures figures;
  private final List<Explanation.Point> points = new ArrayList<>();

  CriterionText(Wording wording, Decision decision, CriterionResult row) {
    this.wording = wording;
    this.decision = decision;
    this.row = row;
    this.definition = wording.definition(row);
    this.figures = new Figures(wording, row);
  }

  List<Explanation.Point> points() {
    add("row.rule", rule());
    if (row.status() == Status.NOT_APPLICABLE) {
      add("row.clause", wording.text("clause.not_needed"));
      return points;
    }
    figures.value().ifPresent(value -> add("row.value", value));
    figures
        .asked()
        .ifPresent(
            asked -> add("row.asked", asked + figures.margin().map(m -> "; " + m).orElse("")));
    definition.ifPresent(this::clause);
    String measure = definition.map(MeasuresOf::value).orElse("");
    points.addAll(new Lacking(wording, row, measure).points());
    others();
    readings(measure);
    review();
    if (!row.missingInputs().isEmpty()) {
      points.add(
          wording.point(
              "row.missing", row.missingInputs().stream().map(wording.words()::missing).toList()));
    }
    method(measure).ifPresent(text -> add("row.method", text));
    return points;
  }

  private void add(String label, String text) {
    points.add(wording.point(label, text));
  }

  private String rule() {
    String citation = definition.map(found -> found.header().law().citation()).orElse("");
    return citation.isEmpty() ? row.lawId() : "«" + citation + "» (" + row.lawId() + ")";
  }

  private void clause(Criterion criterion) {
    if (criterion instanceof Criterion.CompensatedBy clause) {
      String compensated = wording.named(row.certificate(), clause.compensates());
      add(
          "row.clause",
          wording.text(
              "clause.compensates." + StatusWord.of(row.status()),
              compensated,
              wording.count(clause.conditions().size())));
    }
    if (criterion instanceof Criterion.ReviewWhen clause) {
      add(
          "row.clause",
          wording.text("clause.review", wording.named(row.certificate(), clause.fails())));
    }
  }

  /** Items of kinds that only the policy knows. */
  private void others() {
    for (String entry : row.detail()) {
      int cut = entry.indexOf('=');
      String kind = entry.substring(0, Math.max(0, cut));
      if (!TOLD_ELSEWHERE.contains(kind)) {
        add("row.detail", wording.words().items(kind, entry.substring(cut + 1)));
      }
    }
  }

  private void readings(String measure) {
    if (row.valueLow() == null || row.valueLow().compareTo(row.valueHigh()) == 0) {
      return;
    }
    Optional<BigDecimal> shortGap = wording.measure("minutes_15");
    Optional<BigDecimal> standardGap = wording.measure("minutes_30");
    Optional<BigDecimal> longGap = wording.measure("minutes_60");
    Optional<BigDecimal> pooled =
        measure.endsWith("_macro")
            ? wording.measure(measure.replace("_macro", "_pooled"))
            : Optional.empty();
    if (measure.equals("minutes")
        && shortGap.isPresent()
        && standardGap.isPresent()
        && longGap.isPresent()) {
      add(
          "row.readings",
          wording.text(
              "readings.minutes",
              figures.number(shortGap.get()),
              figures.number(standardGap.get()),
              figures.number(longGap.get()),
              wording.minutes(wording.estimator().gap())));
    } else if (pooled.isPresent()) {
      add(
          "row.readings",
          wording.text(
              "readings.average",
              figures.number(row.value()),
              figures.number(scaled(pooled.get()))));
    } else {
      add(
          "row.readings",
          wording.text(
              "readings.between", figures.number(row.valueLow()), figures.number(row.valueHigh())));
    }
  }

  private BigDecimal scaled(BigDecimal measure) {
    return definition
        .filter(Criterion.AtLeast.class::isInstance)
        .map(Criterion.AtLeast.class::cast)
        .map(found -> found.factor().times(Fraction.of(measure)).floor(PLACES))
        .orElse(measure);
  }

  private void review() {
    List<String> texts = new ArrayList<>();
    if (row.reviewReason() != null) {
      texts.add(wording.words().reason(wording.subject().policy(), row.reviewReason()));
    }
    for (String entry : row.detail()) {
      if (entry.startsWith("flag=")) {
        texts.add(wording.words().reason(wording.subject().policy(), entry.substring(5)));
      } else if (entry.startsWith("reading=")) {
        texts.add(
            wording.text(
                "review.reading", wording.words().status(Status.valueOf(entry.substring(8)))));
      }
    }
    if (!texts.isEmpty()) {
      points.add(wording.point(row.reviewReason() == null ? "row.note" : "row.review", texts));
    }
  }

  private Optional<String> method(String measure) {
    if (measure.isEmpty()) {
      return Optional.empty();
    }
    Estimator estimator = wording.estimator();
    boolean isTime = measure.equals("minutes");
    String gap = wording.minutes(isTime ? estimator.gap() : estimator.accessGap());
    Optional<String> method = wording.words().optional("method." + measure, gap);
    if (!isTime || estimator.equals(Estimator.STANDARD)) {
      return method;
    }
    String tail = wording.count(estimator.tailMicros() / 60_000_000L);
    String shortest = wording.minutes(estimator.shortest());
    return method.map(text -> text + " " + wording.text("method.tail", tail, shortest));
  }

  /** The criterion with all its points. */
  Explanation.Criterion criterion(int depth, List<Explanation.Grid> evidence) {
    return new Explanation.Criterion(
        row.criterionId(),
        wording.label(decision.certificate(), row.criterionId()),
        depth,
        row.status(),
        wording.words().status(row.status()),
        points(),
        evidence);
  }
}
