package vn.chuyencan.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Criterion;
import vn.chuyencan.policy.Policy;

/** The lines under one criterion: law, what failed, other readings, what is missing, evidence. */
final class CriterionLines {
  private final Policy policy;
  private final ExplanationWords words;
  private final NumberText numbers;
  private final CriterionResult row;
  private final Criterion definition;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param definition the criterion in the policy; null when the policy no longer has it
   */
  CriterionLines(
      Policy policy,
      ExplanationWords words,
      NumberText numbers,
      CriterionResult row,
      Criterion definition) {
    this.policy = policy;
    this.words = words;
    this.numbers = numbers;
    this.row = row;
    this.definition = definition;
  }

  List<String> lines() {
    String citation = definition == null ? "" : " «" + definition.header().law().citation() + "»";
    add("row.law", row.lawId() + citation);
    if (row.status() == Status.NOT_APPLICABLE) {
      return lines;
    }
    List<String> detail = detail();
    if (!detail.isEmpty()) {
      add("row.detail", String.join("; ", detail));
    }
    if (row.valueLow() != null && row.valueLow().compareTo(row.valueHigh()) != 0) {
      add("row.band", number(row.valueLow()) + " – " + number(row.valueHigh()));
    }
    if (row.reviewReason() != null) {
      add("row.reason", words.reason(policy, row.reviewReason()));
    }
    row.missingInputs().forEach(input -> add("row.missing", words.missing(input)));
    if (row.value() != null) {
      add("row.evidence", row.evidence());
    }
    return lines;
  }

  private void add(String label, String content) {
    lines.add(words.text(label) + ": " + content);
  }

  private String number(BigDecimal number) {
    return numbers.value(number, row.threshold(), row.unit());
  }

  private List<String> detail() {
    Map<String, List<String>> byKey = new LinkedHashMap<>();
    for (String entry : row.detail()) {
      int cut = entry.indexOf('=');
      byKey
          .computeIfAbsent(entry.substring(0, cut), key -> new ArrayList<>())
          .add(entry.substring(cut + 1));
    }
    List<String> shown = new ArrayList<>();
    List<String> of = byKey.remove("of");
    List<String> percent = byKey.remove("percent");
    if (of != null && percent != null && row.value() != null) {
      shown.add(share(new BigDecimal(of.get(0)), new BigDecimal(percent.get(0))));
    }
    byKey.forEach((key, values) -> shown.addAll(entry(key, values)));
    return shown;
  }

  private String share(BigDecimal of, BigDecimal asked) {
    return words.text(
        "detail.share",
        numbers.percent(row.value(), of, asked) + " %",
        numbers.exact(of) + " " + words.unit(row.unit(), of),
        numbers.exact(asked) + " %");
  }

  private List<String> entry(String key, List<String> values) {
    return switch (key) {
      case "flag" -> values.stream().map(code -> words.reason(policy, code)).toList();
      case "reading" ->
          List.of(words.text("detail.reading", words.status(Status.valueOf(values.get(0)))));
      case "each" ->
          row.kind().equals("at_least_on_each_item")
              ? List.of(words.text("detail.each", numbers.exact(new BigDecimal(values.get(0)))))
              : List.of();
      default -> List.of(words.items(key, String.join(", ", values)));
    };
  }
}
