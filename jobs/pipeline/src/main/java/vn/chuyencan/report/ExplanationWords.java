package vn.chuyencan.report;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Locale;
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
            "vn.chuyencan.report.explanation",
            Locale.forLanguageTag(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String text(String key, String... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
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

  private String orCode(String key, String code) {
    return bundle.containsKey(key) ? bundle.getString(key) : code;
  }
}
