package vn.chuyencan.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import vn.chuyencan.error.Language;

/** Options that every command which works on an institution's data takes. */
final class CommonOptions {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "chuyencan.yaml",
      description = "The institution's configuration file (default: ${DEFAULT-VALUE}).")
  private Path config;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "The last day that counts, as 2026-10-12 (default: yesterday in the institution's zone).")
  private LocalDate asOf;

  @Option(
      names = "--lang",
      paramLabel = "vi|en",
      defaultValue = "vi",
      description = "Language of messages and explanations (default: ${DEFAULT-VALUE}).")
  private Language language;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Spark master (default: ${DEFAULT-VALUE}).")
  private String master;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A Spark setting; may be given several times.")
  private final Map<String, String> settings = new LinkedHashMap<>();

  /** The options of the demo, which brings its own configuration. */
  static CommonOptions demo(LocalDate asOf, Language language) {
    CommonOptions options = new CommonOptions();
    options.asOf = asOf;
    options.language = language;
    options.master = "local[*]";
    return options;
  }

  Path config() {
    return config;
  }

  /** The day that was asked for, or null. */
  LocalDate asOf() {
    return asOf;
  }

  Language language() {
    return language;
  }

  String master() {
    return master;
  }

  Map<String, String> settings() {
    return settings;
  }
}
