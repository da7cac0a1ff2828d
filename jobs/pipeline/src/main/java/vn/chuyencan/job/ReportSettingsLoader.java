package vn.chuyencan.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.chuyencan.comply.Form;
import vn.chuyencan.comply.Forms;
import vn.chuyencan.policy.YamlCursor;

/** Reads what reports in official forms say that registers do not. */
final class ReportSettingsLoader {

  private ReportSettingsLoader() {}

  /** The settings; a section that is not there has the default ones. */
  static ReportSettings read(Optional<YamlCursor> section) {
    if (section.isEmpty()) {
      return ReportSettings.DEFAULT;
    }
    YamlCursor reports = section.get();
    reports.onlyKeys("database", "kinh_gui", "switches", "recipients", "signer");
    return new ReportSettings(
        reports.optionalText("database").orElse(ReportSettings.DATABASE),
        reports.optionalTruth("kinh_gui").orElse(false),
        reports.has("switches") ? Set.copyOf(reports.texts("switches", "[tt54_2026]")) : Set.of(),
        recipients(reports.optionalMapping("recipients")),
        reports.optionalMapping("signer").map(LetterheadLoader::signer));
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
