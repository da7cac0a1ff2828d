package vn.chuyencan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.error.Fault;
import vn.chuyencan.job.record.RunArchive;
import vn.chuyencan.measure.RunTime;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.Cut;
import vn.chuyencan.report.LakeSource;
import vn.chuyencan.report.LatestPublication;
import vn.chuyencan.report.MadeSource;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.report.ManifestSeal;
import vn.chuyencan.report.Publication;
import vn.chuyencan.report.PublicationHeader;
import vn.chuyencan.report.PublicationStep;
import vn.chuyencan.report.PublicationSupplement;
import vn.chuyencan.report.Sha256;
import vn.chuyencan.report.TableParts;
import vn.chuyencan.report.TableSource;
import vn.chuyencan.report.site.Audience;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.Meter;
import vn.chuyencan.work.SideBySide;

/** Publishes what was measured and decided. */
public final class ReportJob {

  private static final String[] TERMS = {
    "read", "accepted", "duplicate", "voided", "conflicting", "rejected", "out_of_scope"
  };

  private ReportJob() {}

  /**
   * What came of it.
   *
   * @param manifest the manifest as written
   * @param withheld what kept tables back that were asked for besides
   */
  public record Published(Manifest manifest, List<Fault> withheld) {

    public Published {
      withheld = List.copyOf(withheld);
    }
  }

  /**
   * Publishes all published tables of the lake as of the night, as the latest.
   *
   * @param runId names the publication's folder
   * @return the manifest as written
   */
  public static Manifest run(Night night, String runId, CsvMark mark, Progress progress) {
    return run(
            night,
            runId,
            mark,
            LatestPublication.Move.ALWAYS,
            progress,
            () -> NightReports.Made.NOTHING)
        .manifest();
  }

  /**
   * The same with what else is made, while the lake's tables are written.
   *
   * @param move whether it becomes the latest where the latest is of a later day
   * @param reports tables beside those of the lake
   */
  public static Published run(
      Night night,
      String runId,
      CsvMark mark,
      LatestPublication.Move move,
      Progress progress,
      NightReports.Begun reports) {
    progress.step("publish");
    return publish(night, runId, record(night, runId), mark, parts(night), move, progress, reports);
  }

  /** Keeps what is published from; beside it the registers are hashed, which the header tells. */
  private static String record(Night night, String runId) {
    try (SideBySide beside = new SideBySide(1, "record")) {
      Future<String> record =
          beside.submit(
              () ->
                  new RunArchive(night.lake())
                      .keep(NightRecord.of(night, runId), night.registers()));
      night.registers().digest();
      return SideBySide.result(record);
    } catch (IOException interrupted) {
      throw new UncheckedIOException(interrupted);
    }
  }

  /**
   * Publishes without keeping what it is published from.
   *
   * @param record SHA-256 of what is kept already; empty where nothing is
   */
  public static Manifest publish(
      Night night, String runId, String record, CsvMark mark, Progress progress) {
    return publish(
            night,
            runId,
            record,
            mark,
            parts(night),
            LatestPublication.Move.ALWAYS,
            progress,
            () -> NightReports.Made.NOTHING)
        .manifest();
  }

  /**
   * Publishes a past night again, to be compared with what was published then: in parts only where
   * that is, for older programs divided no table.
   */
  public static Manifest again(Manifest published, Night night, Progress progress) {
    boolean divided =
        published.tables().stream().anyMatch(table -> !table.file().equals(table.name()));
    return publish(
            night,
            published.runId(),
            "",
            CsvMark.ABSENT,
            divided ? parts(night) : TableParts.NONE,
            LatestPublication.Move.ALWAYS,
            progress,
            () -> NightReports.Made.NOTHING)
        .manifest();
  }

  private static Published publish(
      Night night,
      String runId,
      String record,
      CsvMark mark,
      TableParts parts,
      LatestPublication.Move move,
      Progress progress,
      NightReports.Begun reports) {
    Lake lake = night.lake();
    Map<String, TableSource> tables = new TreeMap<>();
    for (TableContract table : Tables.published()) {
      tables.put(table.name(), LakeSource.of(lake, table, cut(night, table)));
    }
    PublicationHeader header = header(night, lake, runId, record);
    Meter meter = night.workers().meter();
    meter.begin(tables.size());
    AtomicReference<NightReports.Made> besides = new AtomicReference<>(NightReports.Made.NOTHING);
    try (OfficeOfNight office = new OfficeOfNight(night, () -> besides.get().complete())) {
      PublicationSupplement pages = office.beside(SiteOfNight.of(night, Audience.ANALYST));
      Manifest manifest =
          Publication.into(
                  Path.of(night.configuration().publish()),
                  ManifestSeal.of(night.configuration().institution().secret()),
                  (step, name) -> {
                    if (step == PublicationStep.TABLE_WRITTEN) {
                      meter.add(tables.containsKey(name) ? 1 : 0);
                      progress.part("publish " + name);
                    }
                  })
              .moving(move)
              .dividedBy(parts)
              .with(
                  () -> {
                    progress.part("ask rules of regulations");
                    NightReports.Made made = reports.made();
                    besides.set(made);
                    Map<String, TableSource> sources = new TreeMap<>();
                    made.rows()
                        .forEach((name, rows) -> sources.put(name, new MadeSource(name, rows)));
                    return sources;
                  })
              .publish(
                  header,
                  tables,
                  mark,
                  (told, written, folder, latest) -> {
                    progress.part("make pages");
                    return pages.write(told, written, folder, latest);
                  });
      progress.counts(
          Map.of(
              "tables",
              manifest.tables().stream().map(Manifest.Table::name).distinct().count(),
              "rows",
              manifest.tables().stream().mapToLong(Manifest.Table::rows).sum()));
      progress.published(manifest);
      office.publish(manifest, progress);
      return new Published(manifest, besides.get().withheld());
    }
  }

  /** The month in which each course run opens. */
  private static TableParts parts(Night night) {
    Map<String, String> months = new TreeMap<>();
    for (CourseRun run : night.registers().courseRuns()) {
      months.put(run.courseId(), YearMonth.from(run.opensOn()).toString());
    }
    return new TableParts(months);
  }

  /** The lake holds every week of a course; those to come are not zeros but future. */
  private static Cut cut(Night night, TableContract table) {
    return switch (table.name()) {
      case Tables.LEARNER_WEEK, Tables.LEARNER_COURSE_WEEK ->
          new Cut("first_day", night.asOf(), ahead(night));
      default -> null;
    };
  }

  /** A week begins when its first day does where the course run is, as its traces are counted. */
  private static SortedMap<String, Integer> ahead(Night night) {
    SortedMap<String, Integer> ahead = new TreeMap<>();
    for (CourseRun run : night.registers().courseRuns()) {
      int days = run.zone() == null ? 0 : RunTime.daysAhead(night.asOf(), night.zone(), run.zone());
      if (days != 0) {
        ahead.put(run.courseId(), days);
      }
    }
    return ahead;
  }

  private static PublicationHeader header(Night night, Lake lake, String runId, String record) {
    Map<String, String> policies = new TreeMap<>();
    for (PolicyText text : DecideJob.policies(night)) {
      Policy policy = text.policy();
      policies.put(policy.id(), policy.hash());
    }
    return new PublicationHeader(
        runId,
        night.asOf(),
        night.codeVersion(),
        Sha256.of(night.configuration().fingerprint()),
        night.registers().digest(),
        policies,
        inputs(lake),
        counts(lake),
        record);
  }

  /** What each source has given so far: its records by the size of their files. */
  private static Map<String, String> inputs(Lake lake) {
    List<SourceFile> files = new ArrayList<>();
    each(
        lake,
        Tables.SOURCE_FILE,
        row ->
            files.add(
                new SourceFile(
                    (String) row.getField("source"),
                    (String) row.getField("path"),
                    (long) row.getField("size_bytes"),
                    (long) row.getField("read"))),
        "source",
        "path",
        "size_bytes",
        "read");
    files.sort(
        Comparator.comparing(SourceFile::source, CanonicalText::compare)
            .thenComparing(SourceFile::path, CanonicalText::compare)
            .thenComparingLong(SourceFile::bytes)
            .thenComparingLong(SourceFile::read));
    Map<String, StringBuilder> bySource = new TreeMap<>();
    for (SourceFile file : files) {
      bySource
          .computeIfAbsent(file.source, source -> new StringBuilder())
          .append(file.path.substring(file.path.lastIndexOf('/') + 1))
          .append(' ')
          .append(file.bytes)
          .append(' ')
          .append(file.read)
          .append('\n');
    }
    Map<String, String> inputs = new TreeMap<>();
    bySource.forEach((source, text) -> inputs.put(source, Sha256.of(text.toString())));
    return inputs;
  }

  private record SourceFile(String source, String path, long bytes, long read) {}

  /** The terms of the equation over all batches. */
  private static Map<String, Long> counts(Lake lake) {
    Map<String, Long> counts = new TreeMap<>();
    each(
        lake,
        Tables.INGEST_BATCH,
        batch -> {
          for (String term : TERMS) {
            counts.merge(term, (Long) batch.getField(term), Long::sum);
          }
        },
        TERMS);
    return counts;
  }

  private static void each(Lake lake, String table, Consumer<Record> consumer, String... columns) {
    try (CloseableIterable<Record> rows = lake.rows(table, Expressions.alwaysTrue(), columns)) {
      rows.forEach(consumer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
