package vn.chuyencan.policy;

import java.util.Locale;
import java.util.ResourceBundle;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Supply;

/** Who must supply what is missing, in words for a person. */
final class SupplyWords {
  private static final ResourceBundle VIETNAMESE = bundle(Language.VI);
  private static final ResourceBundle ENGLISH = bundle(Language.EN);

  private SupplyWords() {}

  /**
   * The words for what is missing.
   *
   * @param input a register, a column of one as {@code register.column}, or another code
   */
  static Supply of(String input) {
    return new Supply(input, register(input), words(VIETNAMESE, input), words(ENGLISH, input));
  }

  private static String register(String input) {
    if (input.equals("assessment_attempt.mark")) {
      return RegisterName.ATTEMPT.code();
    }
    String name = input.substring(0, input.indexOf('.') < 0 ? input.length() : input.indexOf('.'));
    for (RegisterName register : RegisterName.values()) {
      if (register.code().equals(name)) {
        return name;
      }
    }
    return "";
  }

  /** A code of which nothing is said stands for itself. */
  private static String words(ResourceBundle bundle, String input) {
    return bundle.containsKey(input) ? bundle.getString(input) : input;
  }

  private static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        "vn.chuyencan.policy.supply",
        Locale.forLanguageTag(language.code()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
