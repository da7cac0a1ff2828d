package vn.chuyencan.comply;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.comply.Regulation.Threshold;
import vn.chuyencan.comply.Regulation.Words;

/** Indicators as rows of the table {@code compliance_indicator}. */
public final class IndicatorRows {
  private static final Words NOTHING = new Words(null, null);

  private IndicatorRows() {}

  /**
   * The rows in the table's order.
   *
   * @param indicators of one regulation after the other, each in its order
   */
  public static List<Object[]> of(ReportPeriod period, List<Indicator> indicators) {
    List<Object[]> rows = new ArrayList<>();
    for (Indicator found : indicators) {
      Regulation.Rule rule = found.rule();
      Words reading = rule.reading() == null ? NOTHING : rule.reading();
      Words other = rule.alternative() == null ? NOTHING : rule.alternative().reading();
      rows.add(
          new Object[] {
            period.year(),
            period.cutOff(),
            found.regulation().id(),
            found.regulation().position(rule.id()),
            rule.id(),
            rule.title().vi(),
            rule.title().en(),
            text(rule.citation()),
            rule.scope(),
            found.scopeId(),
            found.scopeName(),
            rule.severity().name(),
            rule.computable(),
            scaled(found.numerator()),
            scaled(found.denominator()),
            scaled(found.value()),
            scaled(found.lower()),
            scaled(found.upper()),
            text(rule.unit()),
            operator(rule.threshold()),
            scaled(threshold(rule.threshold())),
            found.status() == null ? null : found.status().name(),
            text(found.missing()),
            text(found.supplierVi()),
            text(found.supplierEn()),
            text(found.detail()),
            text(found.noteVi()),
            text(found.noteEn()),
            reading.vi(),
            reading.en(),
            other.vi(),
            other.en(),
            scaled(found.otherValue()),
            found.otherStatus() == null ? null : found.otherStatus().name()
          });
    }
    return rows;
  }

  private static String text(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static BigDecimal scaled(BigDecimal number) {
    return number == null ? null : number.setScale(6, RoundingMode.HALF_UP);
  }

  private static String operator(Threshold threshold) {
    if (threshold == null) {
      return null;
    }
    return threshold.atLeast() != null
        ? "AT_LEAST"
        : threshold.moreThan() != null ? "MORE_THAN" : "AT_MOST";
  }

  private static BigDecimal threshold(Threshold threshold) {
    if (threshold == null) {
      return null;
    }
    return threshold.atLeast() != null
        ? threshold.atLeast()
        : threshold.moreThan() != null ? threshold.moreThan() : threshold.atMost();
  }
}
