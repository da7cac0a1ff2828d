package vn.chuyencan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.ConfigurationLoader;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightlyRun;
import vn.chuyencan.job.compliance.NightIndicators;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.source.register.RegisterReader;

/** {@code chuyencan demo}. */
@Command(
    name = "demo",
    description = "The whole job on the sample data, from nothing, with a summary to read.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private DemoOptions options;

  /** The options of a command that brings its own configuration. */
  static final class DemoOptions {
    @Option(
        names = "--sample-data",
        paramLabel = "DIR",
        required = true,
        defaultValue = "${sys:chuyencan.home:-.}/sample-data",
        description = "The sample data (default: ${DEFAULT-VALUE}).")
    private Path sampleData;

    @Option(
        names = "--out",
        paramLabel = "DIR",
        defaultValue = "target/demo",
        description =
            "Where the lake and the publication go; emptied first (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
        names = "--lang",
        paramLabel = "vi|en",
        description = "Language of the summary (default: vi).")
    private Language language;
  }

  @Override
  public Integer call() {
    Configuration sample =
        ConfigurationLoader.load(options.sampleData.resolve("chuyencan.yaml"), System::getenv);
    Path out = options.out.toAbsolutePath().normalize();
    Configuration configuration =
        new Configuration(
                sample.institution(),
                out.resolve("warehouse").toString(),
                out.resolve("published").toString(),
                sample.registers(),
                sample.sources(),
                sample.policies(),
                sample.gate(),
                sample.integrity(),
                sample.reports())
            .withSite(sample.site())
            .withOffice(out.resolve("office").toString());
    Nights nights = top.nights(CommonOptions.demo(null, options.language));
    nights.requireFree(configuration);
    requireOurs(out);
    empty(out.resolve("warehouse"));
    empty(out.resolve("published"));
    empty(out.resolve("office"));
    Path written = ConfigurationWriter.write(configuration, out.resolve("chuyencan.yaml"));
    // The day after the last course run has closed: every decision is conclusive.
    LocalDate asOf =
        RegisterReader.read(Path.of(sample.registers())).courseRuns().stream()
            .map(run -> run.closesOn().plusDays(1))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    TerminalProgress progress = top.progress(options.language);
    try {
      return top.nights(CommonOptions.demo(asOf, options.language))
          .writing(configuration, night -> run(night, written, progress));
    } finally {
      progress.done();
    }
  }

  private Integer run(Night night, Path written, TerminalProgress progress) {
    NightlyRun.Outcome outcome =
        NightlyRun.run(night, "demo", CsvMark.ABSENT, progress, new NightIndicators());
    progress.done();
    Withheld.tell(top.notes(), night.asOf(), outcome.withheld(), options.language);
    top.out().print(Summary.of(night, outcome, options.language, top.outColour()));
    top.out().println();
    top.out()
        .println(
            options.language == Language.VI
                ? "Xem tiếp: vì sao Trần Bình đạt lí thuyết nhờ bù?"
                : "Next: why did Trần Bình earn the theory certificate by compensation?");
    top.out()
        .printf(
            "  %s explain --config %s --learner HV002 --course LHDN-2026-1 --lang %s%n",
            Launcher.name(), relative(written), options.language.code());
    top.out()
        .println(
            options.language == Language.VI
                ? "Danh sách để ký, cho Word và Excel:"
                : "Lists for signature, for Word and Excel:");
    top.out()
        .printf(
            "  %s lists --config %s --lang %s%n",
            Launcher.name(), relative(written), options.language.code());
    return 0;
  }

  private static Path relative(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path there = path.toAbsolutePath().normalize();
    return there.startsWith(here) ? here.relativize(there) : there;
  }

  /** What somebody else put there must not be emptied. */
  private static void requireOurs(Path out) {
    boolean made = Files.isDirectory(out.resolve("warehouse").resolve("_chuyencan"));
    if (!made && (holdsFiles(out.resolve("warehouse")) || holdsFiles(out.resolve("published")))) {
      throw new PipelineException(Fault.of(ErrorCode.FOLDER_IN_USE, out.toString()));
    }
  }

  private static boolean holdsFiles(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Files.exists(directory);
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      throw new PipelineException(
          Fault.of(ErrorCode.DRAFT_UNWRITABLE, directory.toString(), Reason.ofNamed(directory, e)),
          e);
    }
  }

  private static void empty(Path directory) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new PipelineException(
          Fault.of(ErrorCode.DRAFT_UNWRITABLE, directory.toString(), Reason.ofNamed(directory, e)),
          e);
    }
  }
}
