package vn.chuyencan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.ConfigurationLoader;
import vn.chuyencan.job.draft.DraftFiles;
import vn.chuyencan.job.draft.DraftJob;
import vn.chuyencan.job.draft.DraftRequest;
import vn.chuyencan.job.draft.DraftText;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.Registers;
import vn.chuyencan.report.DraftNotes;

/** {@code chuyencan init}. */
@Command(
    name = "init",
    description = "Configuration and registers drafted from what sources show, with notes.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  private static final Set<String> OF_A_SITE = Set.of("moodle-db", "moodle-export", "openedx");

  @ParentCommand private Chuyencan top;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      required = true,
      arity = "1..*",
      description =
          "Where to look: a file or tree of records (its kind is found by what stands in it), the"
              + " address of a Moodle database (jdbc:mariadb:…, jdbc:mysql:…,"
              + " jdbc:postgresql:…), or a configuration file, whose registers are then drafted.")
  private List<String> from;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where chuyencan.yaml and registers/ are written (default: here; from a configuration"
              + " file: where it says). Nothing that is there is overwritten.")
  private Path out;

  @Option(
      names = "--lang",
      paramLabel = "vi|en",
      description = "Language of comments and messages (default: vi).")
  private Language language;

  @Option(names = "--id", paramLabel = "ID", description = "Short id of the institution.")
  private String id;

  @Option(names = "--name", paramLabel = "NAME", description = "Full name of the institution.")
  private String name;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Ho_Chi_Minh",
      description = "Zone of days and weeks (default: ${DEFAULT-VALUE}).")
  private String zone;

  @Option(
      names = "--csv-bom",
      description = "Begin each CSV file with a byte order mark, for Excel.")
  private boolean csvBom;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    Optional<Path> given = configurationFile();
    return given.isPresent() ? fromConfiguration(given.get()) : fromSources();
  }

  /** The configuration file among what was given, which must be alone. */
  private Optional<Path> configurationFile() {
    Optional<String> file =
        from.stream()
            .filter(source -> source.toLowerCase(Locale.ROOT).matches("(?!jdbc:).*\\.ya?ml"))
            .filter(source -> !Files.isDirectory(Path.of(source)))
            .findFirst();
    if (file.isPresent() && from.size() > 1) {
      throw new PipelineException(Fault.of(ErrorCode.DRAFT_SOURCES_MIXED, file.get()));
    }
    return file.map(Path::of);
  }

  private int fromConfiguration(Path file) {
    Configuration configuration =
        ConfigurationLoader.load(file, System::getenv)
            .unlocked(CommonOptions.demo(null, language).fileSystems());
    DraftFiles files =
        new DraftFiles(
            out == null ? Path.of(configuration.registers()) : out.resolve("registers"), null);
    files.requireAbsent();
    return write(files, configuration, "", file, List.of());
  }

  private int fromSources() {
    Path directory = out == null ? Path.of("") : out;
    DraftFiles files =
        new DraftFiles(directory.resolve("registers"), directory.resolve(DraftText.FILE));
    DraftRequest request =
        new DraftRequest(
            from,
            directory,
            language,
            Optional.ofNullable(checked("--id", id, "[A-Za-z0-9][A-Za-z0-9._-]*", "hvsp")),
            Optional.ofNullable(checked("--name", name, ".*\\S.*", "Học viện …")),
            zone(),
            database.entry());
    files.requireAbsent();
    String text = DraftText.of(request);
    Configuration configuration =
        ConfigurationLoader.read(files.configuration(), text, System::getenv);
    return write(files, configuration, text, files.configuration(), points(configuration));
  }

  /** What a person must add to the configuration. */
  private List<OpenPoint> points(Configuration configuration) {
    List<OpenPoint> points = new ArrayList<>();
    if (id == null || name == null) {
      points.add(OpenPoint.of(OpenPoint.Topic.INSTITUTION_UNNAMED, DraftText.FILE));
    }
    for (Configuration.Source source : configuration.sources()) {
      if (OF_A_SITE.contains(source.kind()) && database.entry().site().isEmpty()) {
        points.add(OpenPoint.of(OpenPoint.Topic.SITE_UNKNOWN, source.id()));
      }
      if (source.kind().equals("moodle-export")) {
        points.add(
            OpenPoint.of(
                OpenPoint.Topic.ZONE_ASSUMED,
                source.id(),
                configuration.institution().zone().getId()));
      }
    }
    return points;
  }

  private int write(
      DraftFiles files, Configuration configuration, String text, Path next, List<OpenPoint> more) {
    TerminalProgress progress = top.progress(language);
    RegisterDraft draft;
    try {
      draft =
          CommonOptions.demo(null, language)
              .execution()
              .during(
                  top.meter(),
                  workers ->
                      DraftJob.run(
                          configuration, workers, top.now(), Version.number(), language, progress));
    } finally {
      progress.done();
    }
    draft = draft.over(new RegisterDraft(Registers.NONE, Map.of(), more));
    List<String> sources =
        configuration.sources().stream().map(Configuration.Source::path).toList();
    DraftNotes notes = new DraftNotes(draft, sources, language);
    files.write(draft, text, notes.markdown(), configuration.institution().zone(), csvBom);
    top.out().print(notes.summary(files.registers(), next, files.configuration() != null));
    return 0;
  }

  private ZoneId zone() {
    return ZoneId.getAvailableZoneIds().contains(zone)
        ? ZoneId.of(zone)
        : ZoneId.of(checked("--zone", zone, "[+-](0\\d|1[0-7]):[0-5]\\d|Z", "Asia/Ho_Chi_Minh"));
  }

  /** The option's value, which may be absent and must not have another form. */
  static String checked(String option, String value, String form, String example) {
    if (value != null && !value.matches(form)) {
      throw new PipelineException(Fault.of(ErrorCode.OPTION_VALUE_INVALID, option, value, example));
    }
    return value;
  }
}
