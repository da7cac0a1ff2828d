package vn.chuyencan.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.audit.Verification;
import vn.chuyencan.job.privacy.AccessLog;
import vn.chuyencan.report.PublicationCheck;

/** What {@code verify} found, as values by name for programs. */
final class VerificationJson {
  private VerificationJson() {}

  static Map<String, Object> of(
      PublicationCheck.Chain chain, Optional<AccessLog.Look> access, Language language) {
    List<Fault> faults = new ArrayList<>(chain.faults());
    access.ifPresent(look -> faults.addAll(look.faults()));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("holds", faults.isEmpty());
    values.put("publications", chain.publications());
    values.put("gone", chain.gone());
    values.put("emptied", chain.emptied());
    values.put("other_key", chain.otherKey());
    values.put("unlisted", chain.unlisted());
    values.put(
        "access_log",
        access
            .map(
                look ->
                    RunJson.ordered(
                        "file", look.file().toString(),
                        "broken_lines", look.broken(),
                        "unreadable_lines", look.unreadable()))
            .orElse(null));
    values.put("faults", FailureJson.faults(faults, language));
    return values;
  }

  static Map<String, Object> of(Verification verification, Language language) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("holds", verification.holds());
    values.put("run", verification.runId());
    values.put("as_of", verification.asOf().toString());
    values.put("code_version", verification.codeVersion());
    values.put("verified_with", verification.verifiedWith());
    values.put("published", verification.published());
    values.put("computed", verification.computed());
    values.put("frozen", verification.frozen());
    values.put("other_files", verification.otherFiles());
    values.put(
        "tables",
        verification.tables().stream()
            .map(
                table ->
                    RunJson.ordered(
                        "name", table.table(),
                        "file", table.file(),
                        "equal", table.equal(),
                        "published_rows", table.publishedRows(),
                        "computed_rows", table.computedRows(),
                        "only_published", table.onlyPublished(),
                        "only_computed", table.onlyComputed()))
            .toList());
    values.put("faults", FailureJson.faults(verification.faults(), language));
    return values;
  }
}
