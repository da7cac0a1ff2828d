package vn.chuyencan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.source.register.RegisterReader;
import vn.chuyencan.source.xapi.StatementFiles;
import vn.chuyencan.table.CatalogSettings;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Vault;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.work.Workers;

/** Nights on the sample data, in a warehouse of a test's own. */
final class SampleNights {
  /** Everything in the sample is over on this day. */
  static final LocalDate LAST = LocalDate.of(2026, 11, 2);

  private static final Instant STARTED = Instant.parse("2026-11-02T20:00:00Z");

  private final Path folder;
  private final Workers workers;
  private String registers;
  private List<String> policies = List.of();
  private IntegrityLimits integrity = IntegrityLimits.NONE;
  private boolean encrypts;
  private CatalogSettings catalog = CatalogSettings.FOLDERS;
  private UnaryOperator<String> place = UnaryOperator.identity();
  private SiteSettings site = SiteSettings.NONE;
  private String office;

  SampleNights(Path folder) {
    this(folder, TestWorkers.shared());
  }

  SampleNights(Path folder, Workers workers) {
    this.folder = folder;
    this.workers = workers;
    try {
      Files.createDirectories(statements());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path sample() {
    return Repository.root().resolve("sample-data");
  }

  private Path statements() {
    return folder.resolve("statements");
  }

  Path published() {
    return folder.resolve("published");
  }

  /** From now on nights read registers of that folder instead of the sample's. */
  SampleNights registers(String directory) {
    this.registers = directory;
    return this;
  }

  /** From now on nights decide by the policy of that file instead of the sample's. */
  SampleNights policy(Path file) {
    this.policies = List.of(file.toString());
    return this;
  }

  /** From now on nights look for that in traces. */
  SampleNights integrity(IntegrityLimits limits) {
    this.integrity = limits;
    return this;
  }

  /** From now on that catalog names the lake's tables. */
  SampleNights catalog(CatalogSettings settings) {
    this.catalog = settings;
    return this;
  }

  /** From now on files that tell of persons are encrypted. */
  SampleNights encrypting() {
    this.encrypts = true;
    return this;
  }

  /** From now on warehouse and statements are found where this says of their paths. */
  SampleNights place(UnaryOperator<String> where) {
    this.place = where;
    return this;
  }

  /** From now on nights publish pages too, and for the office with names. */
  SampleNights site(SiteSettings settings, Path forOffice) {
    this.site = settings;
    this.office = forOffice == null ? null : forOffice.toString();
    return this;
  }

  /** Delivers files of the sample, by their path below its statements. */
  SampleNights deliver(List<String> files) {
    for (String file : files) {
      Path target = statements().resolve(file);
      try {
        Files.createDirectories(target.getParent());
        Files.copy(
            sample().resolve("statements").resolve(file),
            target,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  /** All files of the sample. */
  static List<String> allFiles() {
    Path root = sample().resolve("statements");
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For who writes. */
  Night night(LocalDate asOf) {
    Configuration configuration = configuration();
    Lake lake = Lake.open(workers.hadoop(), configuration.lake());
    lake.recover();
    return night(asOf, configuration, lake, workers);
  }

  /** For who only reads, which changes no file. */
  Night reading(LocalDate asOf, Workers readers) {
    Configuration configuration = configuration();
    return night(
        asOf, configuration, Lake.reading(readers.hadoop(), configuration.lake()), readers);
  }

  private Configuration configuration() {
    Configuration sample =
        ConfigurationLoader.load(sample().resolve("chuyencan.yaml"), name -> null);
    Configuration.Source source = sample.sources().get(0);
    return new Configuration(
        sample.institution(),
        place.apply(folder.resolve("warehouse").toString()),
        published().toString(),
        registers == null ? sample.registers() : registers,
        List.of(
            new Configuration.Source(
                source.id(),
                source.kind(),
                statements().toString(),
                source.mode(),
                source.zone(),
                source.futureSkew(),
                source.from(),
                source.until(),
                new StatementFiles(place.apply(statements().toString())))),
        policies.isEmpty() ? sample.policies() : policies,
        sample.gate(),
        integrity,
        sample.reports(),
        catalog,
        Vault.within(folder.resolve("warehouse").toString()),
        encrypts,
        Retention.NONE,
        office,
        OperationSettings.DEFAULT,
        site);
  }

  private static Night night(
      LocalDate asOf, Configuration configuration, Lake lake, Workers workers) {
    return new Night(
        configuration,
        RegisterReader.read(Path.of(configuration.registers())),
        lake,
        workers,
        asOf,
        STARTED,
        "test");
  }

  /** Runs a whole night; the run's id must be new. */
  NightlyRun.Outcome run(LocalDate asOf, String runId) {
    return NightlyRun.run(night(asOf), runId, CsvMark.ABSENT, Progress.NONE);
  }
}
