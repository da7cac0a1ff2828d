package vn.chuyencan.report.lists;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Labels;

/** The words of the lists in one language. */
final class ListWords {
  private static final DateTimeFormatter VIETNAMESE_DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private final Language language;
  private final ResourceBundle bundle;
  private final RuleBasedNumberFormat spelled;

  ListWords(Language language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "vn.chuyencan.report.lists",
            Locale.forLanguageTag(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.spelled =
        new RuleBasedNumberFormat(new ULocale(language.code()), RuleBasedNumberFormat.SPELLOUT);
  }

  Language language() {
    return language;
  }

  String text(String key, String... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }

  /** The words of a code; a code without words stands for itself. */
  String orCode(String prefix, String code) {
    return bundle.containsKey(prefix + code) ? bundle.getString(prefix + code) : code;
  }

  String label(Labels labels) {
    return labels.in(language);
  }

  String status(Status status) {
    return switch (language) {
      case VI -> status.vietnamese();
      case EN -> status.english();
    };
  }

  String date(LocalDate day) {
    return switch (language) {
      case VI -> VIETNAMESE_DATE.format(day);
      case EN -> day.toString();
    };
  }

  /** A count in figures and in words, such as {@code 45 (bốn mươi lăm)}. */
  String count(long number) {
    return number + " (" + spelled.format(number) + ")";
  }
}
