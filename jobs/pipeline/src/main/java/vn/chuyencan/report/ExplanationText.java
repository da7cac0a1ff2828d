package vn.chuyencan.report;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Criterion;
import vn.chuyencan.policy.Policy;

/**
 * One learner's decisions as text for a terminal: each certificate with what it says, what is
 * missing and what is lacking, then every criterion with value, threshold, margin, law and
 * evidence. Lines end with {@code \n}; the text is in NFC.
 */
public final class ExplanationText {
  private static final int HASH_SHOWN = 12;
  private static final DateTimeFormatter VIETNAMESE_DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private final Policy policy;
  private final Language language;
  private final ExplanationWords words;
  private final NumberText numbers;
  private final StringBuilder text = new StringBuilder();

  /**
   * Whom it is about.
   *
   * @param learner name of the learner; empty when only the id is known
   * @param course title of the course run; empty when only the id is known
   */
  public record Subject(String learner, String course) {}

  private ExplanationText(Policy policy, Language language) {
    this.policy = policy;
    this.language = language;
    this.words = new ExplanationWords(language);
    this.numbers = new NumberText(language);
  }

  /**
   * The explanation of decisions on one learner in one course run.
   *
   * @param policy the policy under which they were made
   * @throws IllegalArgumentException when there is no decision
   */
  public static String of(
      Policy policy, List<Decision> decisions, Subject subject, Language language) {
    if (decisions.isEmpty()) {
      throw new IllegalArgumentException("nothing to explain");
    }
    ExplanationText explanation = new ExplanationText(policy, language);
    explanation.head(decisions.get(0), subject);
    decisions.forEach(explanation::decision);
    return Normalizer.normalize(explanation.text, Normalizer.Form.NFC);
  }

  private void head(Decision decision, Subject subject) {
    String learner = named(subject.learner(), decision.learnerId());
    String course = words.text("head.course", named(subject.course(), decision.courseId()));
    String asOf = words.text("head.asof", date(decision.asOf()));
    String closed = words.text(decision.conclusive() ? "head.final" : "head.open");
    line(String.join(" · ", learner, course, asOf, closed));
    String hash =
        decision.policyHash().substring(0, Math.min(HASH_SHOWN, decision.policyHash().length()));
    line(
        words.text("head.policy", decision.policyId(), decision.policyVersion(), hash)
            + " · "
            + words.text("head.estimator", decision.estimator()));
  }

  private static String named(String name, String id) {
    return name.isEmpty() ? id : name + " (" + id + ")";
  }

  private String date(LocalDate day) {
    return switch (language) {
      case VI -> day.format(VIETNAMESE_DATE);
      case EN -> day.toString();
    };
  }

  private void decision(Decision decision) {
    line("");
    String title =
        policy
            .certificate(decision.certificate())
            .map(certificate -> words.label(certificate.title()))
            .orElse(decision.certificate());
    line(title + ": " + words.status(decision.status()));
    Map<String, List<String>> summary = new LinkedHashMap<>();
    summary.put("summary.unmet", decision.unmetCriteria());
    // Once something else has failed there is nothing left for a person to decide.
    boolean open = decision.status() != Status.NOT_MET;
    summary.put("summary.reasons", open ? reasons(decision.reviewReasons()) : List.of());
    summary.put("summary.missing", decision.missingInputs().stream().map(words::missing).toList());
    summary.put("summary.nearest", decision.nearest().stream().map(this::distance).toList());
    summary.values().removeIf(List::isEmpty);
    int width = width(summary.keySet().stream().map(words::text).toList());
    summary.forEach((key, items) -> summaryLines(padded(words.text(key), width), items, key));
    line("");
    criteria(decision);
  }

  private void summaryLines(String label, List<String> items, String key) {
    if (key.equals("summary.unmet")) {
      line("  " + label + "  " + String.join(", ", items));
      return;
    }
    String shown = label;
    for (String item : items) {
      line("  " + shown + "  " + item);
      shown = " ".repeat(length(label));
    }
  }

  private List<String> reasons(List<String> codes) {
    return codes.stream().map(code -> words.reason(policy, code)).toList();
  }

  private String distance(Distance distance) {
    return distance.criterionId()
        + ": "
        + numbers.exact(distance.distance())
        + " "
        + words.unit(distance.unit(), distance.distance())
        + item(distance.item());
  }

  private String item(String item) {
    int cut = item.indexOf('=');
    return cut < 0 ? "" : " (" + words.items(item.substring(0, cut), item.substring(cut + 1)) + ")";
  }

  private void criteria(Decision decision) {
    Map<String, Criterion> definitions = definitions(decision.certificate());
    Map<String, Integer> depths = new HashMap<>();
    Map<String, Status> statuses = new HashMap<>();
    List<CriterionResult> shown = new ArrayList<>();
    for (CriterionResult row : decision.criteria()) {
      String parent = row.parentCriterionId();
      depths.put(row.criterionId(), parent == null ? 0 : depths.get(parent) + 1);
      statuses.put(row.criterionId(), row.status());
      // The conditions of a clause that was not needed say nothing to a reader.
      if (parent == null || statuses.get(parent) != Status.NOT_APPLICABLE) {
        shown.add(row);
      }
    }
    List<List<String>> cells = new ArrayList<>();
    cells.add(
        List.of(
            words.text("column.criterion"),
            "",
            words.text("column.status"),
            words.text("column.value"),
            words.text("column.threshold"),
            words.text("column.margin")));
    for (CriterionResult row : shown) {
      cells.add(cells(row, depths.get(row.criterionId()), definitions.get(row.criterionId())));
    }
    List<Integer> widths = widths(cells);
    line(aligned(cells.get(0), widths));
    for (int index = 0; index < shown.size(); index++) {
      line(aligned(cells.get(index + 1), widths));
      CriterionResult row = shown.get(index);
      new CriterionLines(policy, words, numbers, row, definitions.get(row.criterionId()))
          .lines()
          .forEach(detail -> line(" ".repeat(widths.get(0) + 4) + detail));
    }
  }

  private Map<String, Criterion> definitions(String certificate) {
    Map<String, Criterion> definitions = new HashMap<>();
    policy
        .certificate(certificate)
        .ifPresent(found -> found.criteria().forEach(one -> add(one, definitions)));
    return definitions;
  }

  private static void add(Criterion criterion, Map<String, Criterion> definitions) {
    definitions.put(criterion.header().id(), criterion);
    criterion.parts().forEach(part -> add(part, definitions));
  }

  private List<String> cells(CriterionResult row, int depth, Criterion definition) {
    String label = definition == null ? "" : words.label(definition.header().label());
    BigDecimal value = row.value();
    BigDecimal threshold = row.threshold();
    String unit = threshold == null ? "" : " " + words.unit(row.unit(), threshold);
    return List.of(
        "  ".repeat(depth) + row.criterionId(),
        label,
        words.status(row.status()),
        value == null
            ? ""
            : numbers.value(value, threshold, row.unit()) + " " + words.unit(row.unit(), value),
        threshold == null ? "" : "≥ " + numbers.threshold(threshold, row.unit()) + unit,
        value == null ? "" : numbers.margin(value, threshold, row.unit()));
  }

  private static List<Integer> widths(List<List<String>> cells) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < cells.get(0).size(); column++) {
      int at = column;
      widths.add(width(cells.stream().map(row -> row.get(at)).toList()));
    }
    return widths;
  }

  private static String aligned(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder("  ");
    for (int column = 0; column < row.size(); column++) {
      line.append(padded(row.get(column), widths.get(column))).append("  ");
    }
    return line.toString();
  }

  private static int width(List<String> texts) {
    return texts.stream().collect(Collectors.summarizingInt(ExplanationText::length)).getMax();
  }

  private static int length(String shown) {
    return shown.codePointCount(0, shown.length());
  }

  private static String padded(String shown, int width) {
    return shown + " ".repeat(Math.max(0, width - length(shown)));
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
