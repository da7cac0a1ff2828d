package vn.chuyencan.cli;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.job.Configuration;

/** Writes a configuration down, so that further commands can be given the same one. */
final class ConfigurationWriter {

  private ConfigurationWriter() {}

  /** Writes the file; the key is left out, because a secret does not belong into a file. */
  static Path write(Configuration configuration, Path file) {
    Map<String, Object> institution = new LinkedHashMap<>();
    institution.put("id", configuration.institution().id());
    institution.put("name", configuration.institution().name());
    institution.put("zone", configuration.institution().zone().getId());
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
    try {
      Files.createDirectories(file.getParent());
      new YAMLMapper().writeValue(file.toFile(), root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
