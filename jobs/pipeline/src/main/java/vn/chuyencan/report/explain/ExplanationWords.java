package vn.chuyencan.report.explain;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Labels;
import vn.chuyencan.policy.Policy;

/** The words of an explanation in one language; a code without words stands for itself. */
public final class ExplanationWords {
  private final Language language;
  private final ResourceBundle bundle;

  /** The words of that language. */
  public ExplanationWords(Language language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "vn.chuyencan.report.explain.explanation",
            Locale.forLanguageTag(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String text(String key, String... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }

  /** The same where there may be no words; empty then. */
  Optional<String> optional(String key, String... arguments) {
    return bundle.containsKey(key) ? Optional.of(text(key, arguments)) : Optional.empty();
  }

  /** Items in a row, with {@code and} before the last. */
  String listed(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " " + text("and") + " " + items.get(last);
  }

  /** A text of the policy. */
  public String label(Labels labels) {
    return labels.in(language);
  }

  /** What readers call a status. */
  public String status(Status status) {
    return switch (language) {
      case VI -> status.vietnamese();
      case EN -> status.english();
    };
  }

  /** A unit as it follows a number. */
  public String unit(String unit, BigDecimal number) {
    boolean one = number.abs().compareTo(BigDecimal.ONE) == 0;
    return orCode((one ? "unit." : "units.") + unit, unit);
  }

  /** Who must supply what. */
  public String missing(String input) {
    return orCode("missing." + input, input);
  }

  /** What a reason or flag of the policy means. */
  public String reason(Policy policy, String code) {
    Labels labels = policy.reasons().get(code);
    return labels == null ? code : label(labels);
  }

  /** Ids of one kind of item, such as {@code week 3, 5}. */
  public String items(String kind, String ids) {
    String key = "item." + kind;
    return bundle.containsKey(key) ? text(key, ids) : kind + " " + ids;
  }

  /** The word of a code; a code without one stands for itself. */
  String orCode(String key, String code) {
    return bundle.containsKey(key) ? bundle.getString(key) : code;
  }
}
