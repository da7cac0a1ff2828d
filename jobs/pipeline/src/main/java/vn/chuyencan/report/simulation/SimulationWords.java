package vn.chuyencan.report.simulation;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Status;
import vn.chuyencan.report.explain.ExplanationWords;

/** The words of a simulation in one language. */
final class SimulationWords {
  private final Language language;
  private final ResourceBundle bundle;
  private final ExplanationWords shared;

  SimulationWords(Language language) {
    this.language = language;
    this.shared = new ExplanationWords(language);
    this.bundle =
        ResourceBundle.getBundle(
            "vn.chuyencan.report.simulation.simulation",
            Locale.forLanguageTag(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String text(String key, String... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }

  /** A status; null is none. */
  String status(Status status) {
    if (status == null) {
      return text("absent");
    }
    return switch (language) {
      case VI -> status.vietnamese();
      case EN -> status.english();
    };
  }

  /** A unit as it follows a number. */
  String unit(String unit, BigDecimal number) {
    return shared.unit(unit, number);
  }

  /** How a reading of the sensitivity table is called. */
  String reading(SensitivityRow row) {
    if (row.title().isPresent()) {
      return text("reading.titled", row.title().get().in(language), row.reading());
    }
    String key = "reading." + row.aspect();
    return bundle.containsKey(key) ? text(key, row.reading()) : text(key + "." + row.reading());
  }
}
