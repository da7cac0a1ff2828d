package vn.chuyencan.report.explain;

import java.math.BigDecimal;
import java.util.Optional;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.policy.MeasureCatalog;

/**
 * The figures of one criterion as phrases: value, what is asked, what is lacking. A value never
 * reads as reaching a threshold that it does not reach (X-NUM-3).
 */
final class Figures {
  private static final String WEEKS = "at_least_in_every_week";
  private static final String ITEMS = "at_least_on_each_item";
  private static final String SHARE = "share_of";

  private final Wording wording;
  private final CriterionResult row;

  Figures(Wording wording, CriterionResult row) {
    this.wording = wording;
    this.row = row;
  }

  /** What was measured, such as {@code 5 trong 7 buổi (71,4 %)}; empty when nothing was. */
  Optional<String> value() {
    if (row.value() == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (row.kind()) {
          case WEEKS -> wording.text("value.week", shortValue());
          case ITEMS -> wording.text("value.of", number(row.value()), unit(row.threshold()));
          case SHARE ->
              detail("of").map(whole -> share(new BigDecimal(whole))).orElseGet(this::shortValue);
          default -> shortValue();
        });
  }

  private String share(BigDecimal whole) {
    BigDecimal asked = detail("percent").map(BigDecimal::new).orElse(BigDecimal.ZERO);
    return wording.text(
        "value.share",
        number(row.value()),
        unit(whole),
        wording.numbers().percent(row.value(), whole, asked));
  }

  /** What is asked, such as {@code ít nhất 540 phút}; empty for a criterion without a number. */
  Optional<String> asked() {
    if (row.threshold() == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (row.kind()) {
          case WEEKS -> wording.text("asked.week", threshold());
          case ITEMS -> wording.text("asked.each", threshold(), each());
          case SHARE ->
              wording.text(
                  "asked.share",
                  threshold(),
                  detail("percent").map(this::plain).orElse(""),
                  detail("of").map(whole -> unit(new BigDecimal(whole))).orElse(""));
          default -> wording.text("asked.least", threshold());
        });
  }

  private String each() {
    String measure = wording.definition(row).map(MeasuresOf::value).orElse("");
    String unit =
        MeasureCatalog.find(measure).map(found -> found.unit()).orElseGet(() -> row.unit());
    return detail("each").map(each -> wording.amount(new BigDecimal(each), unit)).orElse("");
  }

  private String plain(String number) {
    return wording.numbers().exact(new BigDecimal(number));
  }

  private String unit(BigDecimal number) {
    return wording.amount(number, row.unit());
  }

  /** Such as {@code thiếu 42 phút}, {@code dư 202 phút}, {@code vừa đủ}; empty without a value. */
  Optional<String> margin() {
    if (row.value() == null) {
      return Optional.empty();
    }
    BigDecimal margin = row.value().subtract(row.threshold());
    if (margin.signum() == 0) {
      return Optional.of(wording.text("margin.exact"));
    }
    String signed = shortMargin();
    return Optional.of(
        wording.text(
            margin.signum() < 0 ? "margin.short" : "margin.over",
            signed.substring(1) + " " + difference(margin)));
  }

  /**
   * What is lacking as {@link #margin} tells it, such as {@code 42 phút}; empty where that is not
   * the distance.
   */
  Optional<String> shortage(BigDecimal distance) {
    if (row.value() == null
        || row.threshold() == null
        || row.threshold().subtract(row.value()).compareTo(distance) != 0) {
      return Optional.empty();
    }
    return Optional.of(shortMargin().substring(1) + " " + difference(distance));
  }

  /** The unit of a difference: percents differ by percentage points. */
  private String difference(BigDecimal margin) {
    return row.unit().equals("percent")
        ? wording.text("margin.points")
        : wording.words().unit(row.unit(), margin);
  }

  /** The value with its unit alone; empty text when there is none. */
  String shortValue() {
    return row.value() == null
        ? ""
        : number(row.value()) + " " + wording.words().unit(row.unit(), row.value());
  }

  /** What is asked, as {@code ≥ 540 phút}. */
  String shortAsked() {
    return row.threshold() == null ? "" : "≥ " + threshold();
  }

  /** The margin with its sign. */
  String shortMargin() {
    return row.value() == null
        ? ""
        : wording.numbers().margin(row.value(), row.threshold(), row.unit());
  }

  private String threshold() {
    return wording.numbers().threshold(row.threshold(), row.unit())
        + " "
        + wording.words().unit(row.unit(), row.threshold());
  }

  /** A number beside the threshold. */
  String number(BigDecimal number) {
    return wording.numbers().value(number, row.threshold(), row.unit());
  }

  private Optional<String> detail(String key) {
    return row.detail().stream()
        .filter(entry -> entry.startsWith(key + "="))
        .map(entry -> entry.substring(key.length() + 1))
        .findFirst();
  }
}
