package vn.chuyencan.cli;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.ReportSettings;
import vn.chuyencan.report.document.Letterhead;

/** Writes a configuration down, so that further commands can be given the same one. */
final class ConfigurationWriter {

  private ConfigurationWriter() {}

  /** Writes the file; the key is left out, because a secret does not belong into a file. */
  static Path write(Configuration configuration, Path file) {
    Map<String, Object> institution = new LinkedHashMap<>();
    institution.put("id", configuration.institution().id());
    institution.put("name", configuration.institution().name());
    institution.put("zone", configuration.institution().zone().getId());
    putLetterhead(institution, configuration.institution().letterhead());
    List<Map<String, Object>> sources = new ArrayList<>();
    for (Configuration.Source source : configuration.sources()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", source.id());
      one.put("kind", source.kind());
      one.put("path", source.path());
      one.put("mode", source.mode());
      sources.add(one);
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("institution", institution);
    root.put("warehouse", configuration.warehouse());
    root.put("publish", configuration.publish());
    root.put("registers", configuration.registers());
    root.put("sources", sources);
    root.put("policies", configuration.policies());
    root.put("reports", reports(configuration.reports()));
    root.put("site", Map.of("publish", configuration.site().published()));
    if (configuration.office() != null) {
      root.put("audiences", Map.of("office", configuration.office()));
    }
    try {
      Files.createDirectories(file.getParent());
      new YAMLMapper().writeValue(file.toFile(), root);
    } catch (IOException e) {
      throw new PipelineException(
          Fault.of(ErrorCode.DRAFT_UNWRITABLE, file.toString(), Reason.ofNamed(file, e)), e);
    }
    return file;
  }

  private static void putLetterhead(Map<String, Object> institution, Letterhead letterhead) {
    putGiven(institution, "parent", letterhead.parent());
    institution.put("abbreviation", letterhead.abbreviation());
    putGiven(institution, "place", letterhead.place());
    if (!letterhead.recipients().isEmpty()) {
      institution.put("recipients", letterhead.recipients());
    }
    putGiven(institution, "unit", letterhead.unit());
    putSigner(institution, letterhead.signer());
  }

  private static Map<String, Object> reports(ReportSettings settings) {
    Map<String, Object> reports = new LinkedHashMap<>();
    reports.put("nightly", settings.nightly());
    reports.put("database", settings.database());
    reports.put("kinh_gui", settings.addressed());
    if (!settings.switches().isEmpty()) {
      reports.put("switches", settings.switches());
    }
    if (!settings.recipients().isEmpty()) {
      reports.put("recipients", settings.recipients());
    }
    if (!settings.thresholds().isEmpty()) {
      reports.put("thresholds", settings.thresholds());
    }
    settings.signer().ifPresent(signer -> putSigner(reports, signer));
    return reports;
  }

  private static void putSigner(Map<String, Object> mapping, Letterhead.Signer who) {
    Map<String, Object> signer = new LinkedHashMap<>();
    putGiven(signer, "authority", who.authority());
    putGiven(signer, "title", who.title());
    putGiven(signer, "name", who.name());
    if (!signer.isEmpty()) {
      mapping.put("signer", signer);
    }
  }

  private static void putGiven(Map<String, Object> mapping, String key, String value) {
    if (value != null) {
      mapping.put(key, value);
    }
  }
}
