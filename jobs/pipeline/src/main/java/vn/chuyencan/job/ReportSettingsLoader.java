package vn.chuyencan.job;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chuyencan.comply.Form;
import vn.chuyencan.comply.Forms;
import vn.chuyencan.comply.OwnLimits;
import vn.chuyencan.comply.Regulation;
import vn.chuyencan.comply.Regulations;
import vn.chuyencan.policy.YamlCursor;

/** Reads what reports in official forms say that registers do not. */
final class ReportSettingsLoader {
  private static final int DIGITS = 6;

  private ReportSettingsLoader() {}

  /** The settings; a section that is not there has the default ones. */
  static ReportSettings read(Optional<YamlCursor> section) {
    if (section.isEmpty()) {
      return ReportSettings.DEFAULT;
    }
    YamlCursor reports = section.get();
    reports.onlyKeys(
        "database",
        "nightly",
        "thresholds",
        "limits",
        "kinh_gui",
        "switches",
        "recipients",
        "signer");
    return new ReportSettings(
        reports.optionalText("database").orElse(ReportSettings.DATABASE),
        reports.optionalTruth("kinh_gui").orElse(false),
        reports.has("switches") ? Set.copyOf(reports.texts("switches", "[tt54_2026]")) : Set.of(),
        recipients(reports.optionalMapping("recipients")),
        thresholds(reports.optionalMapping("thresholds")),
        limits(reports.optionalMapping("limits")),
        reports.optionalTruth("nightly").orElse(false),
        reports.optionalMapping("signer").map(LetterheadLoader::signer));
  }

  /** Only figures for which the text sets no threshold may have one of the institution's own. */
  private static Map<String, BigDecimal> thresholds(Optional<YamlCursor> section) {
    Map<String, BigDecimal> thresholds = new LinkedHashMap<>();
    if (section.isPresent()) {
      List<String> open =
          Regulations.all().stream()
              .flatMap(regulation -> regulation.rules().stream())
              .filter(rule -> rule.computable() && rule.threshold() == null)
              .filter(rule -> rule.severity() == Regulation.Severity.INDICATOR)
              .map(Regulation.Rule::id)
              .toList();
      section.get().onlyKeys(open.toArray(String[]::new));
      for (String rule : open) {
        section
            .get()
            .optionalNumber(rule, "4")
            .ifPresent(least -> thresholds.put(rule, least.rounded(DIGITS).stripTrailingZeros()));
      }
    }
    return thresholds;
  }

  private static OwnLimits limits(Optional<YamlCursor> section) {
    OwnLimits usual = OwnLimits.USUAL;
    if (section.isEmpty()) {
      return usual;
    }
    YamlCursor own = section.get();
    own.onlyKeys("semester_review_days", "publication_days", "material_review_months");
    return new OwnLimits(
        SourceWords.count(own, "semester_review_days", "30").orElse(usual.reviewDays()),
        SourceWords.count(own, "publication_days", "90").orElse(usual.publicationDays()),
        SourceWords.count(own, "material_review_months", "12").orElse(usual.materialMonths()));
  }

  private static Map<String, List<String>> recipients(Optional<YamlCursor> section) {
    Map<String, List<String>> recipients = new LinkedHashMap<>();
    if (section.isPresent()) {
      String[] forms = Forms.all().stream().map(Form::id).toArray(String[]::new);
      section.get().onlyKeys(forms);
      for (String form : forms) {
        if (section.get().has(form)) {
          recipients.put(form, section.get().texts(form, "[Bộ GDĐT (để b/c)]"));
        }
      }
    }
    return recipients;
  }
}
