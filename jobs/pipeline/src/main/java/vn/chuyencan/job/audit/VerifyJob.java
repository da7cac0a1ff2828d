package vn.chuyencan.job.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.exceptions.NotFoundException;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.MeasureJob;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.Progress;
import vn.chuyencan.job.ReportJob;
import vn.chuyencan.job.privacy.AccessLog;
import vn.chuyencan.job.record.RunArchive;
import vn.chuyencan.job.record.RunRecord;
import vn.chuyencan.report.LatestPublication;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.report.ManifestFile;
import vn.chuyencan.report.ManifestSeal;
import vn.chuyencan.report.PublicationCheck;
import vn.chuyencan.table.FileTrees;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.table.Vault;
import vn.chuyencan.work.Workers;

/**
 * Computes a past night again – from the lake's snapshots of that night, the registers as they were
 * read and the policies as they were written – and compares it with what was published. Neither
 * lake nor publication is written.
 */
public final class VerifyJob {
  /** What ingest leaves; all else of a publication follows from it. */
  private static final Set<String> TAKEN_IN =
      Set.of(
          Tables.LEARNING_EVENT,
          Tables.REMOVED_EVENT,
          Tables.VOIDING,
          Tables.ACTOR,
          Tables.ACTIVITY,
          Tables.VERB,
          Tables.REJECTED_RECORD,
          Tables.INGEST_BATCH,
          Tables.SOURCE_FILE,
          Tables.HARMLESS_FAULT,
          Tables.ACTIVITY_BURST,
          Tables.FORUM_EVENT,
          Tables.ASSESSMENT_EVENT,
          Tables.VERB_DAY,
          Tables.EVENT_CLOCK,
          Tables.ADDRESS_BURST);

  private final Configuration today;
  private final Workers workers;
  private final String codeVersion;
  private final PublicationCheck check;
  private final ManifestSeal seal;

  /**
   * @param today the configuration, for where lake and publications are and for the key
   * @param codeVersion this program's version
   */
  public VerifyJob(Configuration today, Workers workers, String codeVersion) {
    this.today = today;
    this.workers = workers;
    this.codeVersion = codeVersion;
    this.seal = ManifestSeal.of(today.institution().secret());
    this.check = new PublicationCheck(Path.of(today.publish()), seal);
  }

  /** All publications and how they hang together, without computing anything. */
  public PublicationCheck.Chain chain(Progress progress) {
    progress.part("look at publications");
    return readable(() -> check.chain(workers.meter()));
  }

  /** Whether the vault's log of who looked at names is whole; empty where there is none. */
  public Optional<AccessLog.Look> accessLog() {
    return new AccessLog(new Vault(today.vault(), workers.hadoop()), workers.hadoop()).look();
  }

  /**
   * The run of the latest publication.
   *
   * @throws PipelineException {@link ErrorCode#NOTHING_PUBLISHED}
   */
  public String latest() {
    Path published = Path.of(today.publish());
    return readable(
        () ->
            ManifestFile.read(
                    LatestPublication.find(published)
                        .orElseThrow(
                            () ->
                                new PipelineException(
                                    Fault.of(ErrorCode.NOTHING_PUBLISHED, published.toString()))))
                .runId());
  }

  /**
   * Computes a run again.
   *
   * @param runId the run
   * @param scratch an empty folder for what is computed; it is left empty
   * @param now when this is asked for
   * @throws PipelineException {@link ErrorCode#RUN_NOT_RECORDED} and {@link
   *     ErrorCode#RUN_REGISTERS_GONE} to {@link ErrorCode#RUN_SNAPSHOT_GONE}
   */
  public Verification verify(String runId, Path scratch, Instant now, Progress progress) {
    try (Lake lake = Lake.reading(workers.hadoop(), today.lake())) {
      return verify(lake, runId, scratch, now, progress);
    }
  }

  private Verification verify(
      Lake lake, String runId, Path scratch, Instant now, Progress progress) {
    RunArchive archive = new RunArchive(lake);
    RunRecord record = archive.record(runId);
    if (!record.key().equals(seal.keyName())) {
      throw new PipelineException(
          Fault.of(ErrorCode.RUN_UNDER_OTHER_KEY, runId, record.key(), seal.keyName()));
    }
    requireSnapshots(lake, record);
    return readable(
        () -> {
          Path publication =
              check
                  .find(runId)
                  .orElseThrow(
                      () ->
                          new PipelineException(
                              Fault.of(ErrorCode.RUN_PUBLICATION_GONE, runId, today.publish())));
          Manifest published = ManifestFile.read(publication);
          List<Fault> faults = new ArrayList<>(check.check(publication));
          if (!published.record().equals(archive.digest(runId).orElse(""))) {
            faults.add(Fault.of(ErrorCode.PUBLICATION_CHANGED, "run-records/" + runId + ".json"));
          }
          try {
            Configuration configuration = RecordedNight.configuration(today, record, scratch);
            try (Lake then = Lake.reading(workers.hadoop(), today.lake(), record.lake());
                Lake again =
                    Lake.replaying(workers.hadoop(), configuration.warehouse(), then, TAKEN_IN)) {
              List<String> frozen = List.copyOf(FrozenDecisions.copy(then, again));
              Night night =
                  new Night(
                      configuration,
                      archive.registers(record),
                      again,
                      workers,
                      record.asOf(),
                      now,
                      codeVersion);
              progress.plan(2);
              MeasureJob.runAndDecide(night, progress);
              Manifest computed = ReportJob.again(published, night, progress);
              Path made =
                  Path.of(configuration.publish(), record.asOf().toString(), computed.runId());
              return new Verification(
                  runId,
                  record.asOf(),
                  record.codeVersion(),
                  codeVersion,
                  published.digest(),
                  computed.digest(),
                  tables(published, publication, computed, made),
                  frozen,
                  otherFiles(published, publication, computed, made),
                  faults);
            }
          } catch (NotFoundException gone) {
            throw new PipelineException(
                Fault.of(ErrorCode.RUN_SNAPSHOT_GONE, runId, String.valueOf(gone.getMessage())),
                gone);
          } finally {
            for (String folder : List.of("warehouse", "published", "policies")) {
              if (Files.exists(scratch.resolve(folder))) {
                FileTrees.delete(scratch.resolve(folder));
              }
            }
          }
        });
  }

  private static List<Verification.TableCheck> tables(
      Manifest published, Path publication, Manifest computed, Path made) throws IOException {
    Map<String, Manifest.Table> again = byFile(computed);
    List<Verification.TableCheck> checks = new ArrayList<>();
    for (Manifest.Table table : published.tables()) {
      Manifest.Table other = again.remove(table.file());
      if (table.operational()) {
        continue;
      }
      boolean equal = other != null && other.digest().equals(table.digest());
      checks.add(
          new Verification.TableCheck(
              table.name(),
              table.file(),
              equal,
              table.rows(),
              other == null ? 0 : other.rows(),
              equal || other == null
                  ? List.of()
                  : CsvDifference.onlyIn(
                      publication.resolve(table.csv()), made.resolve(other.csv())),
              equal || other == null
                  ? List.of()
                  : CsvDifference.onlyIn(
                      made.resolve(other.csv()), publication.resolve(table.csv()))));
    }
    for (Manifest.Table table : again.values()) {
      // The same table may not have been published by an older program.
      if (!table.operational() && table.rows() > 0) {
        checks.add(
            new Verification.TableCheck(
                table.name(), table.file(), false, 0, table.rows(), List.of(), List.of()));
      }
    }
    return checks;
  }

  /** Parquet files tell the same rows in the same bytes where one program wrote both. */
  private List<String> otherFiles(
      Manifest published, Path publication, Manifest computed, Path made) throws IOException {
    List<String> other = new ArrayList<>();
    if (!published.codeVersion().equals(codeVersion)) {
      return other;
    }
    Map<String, Manifest.Table> again = byFile(computed);
    for (Manifest.Table table : published.tables()) {
      Manifest.Table same = again.get(table.file());
      Path file = publication.resolve(table.parquet());
      if (same != null
          && !table.operational()
          && same.digest().equals(table.digest())
          && (!Files.isRegularFile(file)
              || Files.mismatch(file, made.resolve(same.parquet())) >= 0)) {
        other.add(table.parquet());
      }
    }
    return other;
  }

  private static Map<String, Manifest.Table> byFile(Manifest manifest) {
    return manifest.tables().stream()
        .collect(Collectors.toMap(Manifest.Table::file, Function.identity()));
  }

  private interface Reading<T> {
    T get() throws IOException;
  }

  private <T> T readable(Reading<T> reading) {
    try {
      return reading.get();
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.SOURCE_UNREADABLE, today.publish(), Reason.of(failure)), failure);
    }
  }

  /** Whether the lake still has what it had. */
  private static void requireSnapshots(Lake lake, RunRecord record) {
    for (String name : new TreeSet<>(TAKEN_IN)) {
      Long snapshot = record.lake().snapshots().get(name);
      if (snapshot != null && (!lake.exists(name) || lake.table(name).snapshot(snapshot) == null)) {
        throw new PipelineException(Fault.of(ErrorCode.RUN_SNAPSHOT_GONE, record.runId(), name));
      }
    }
  }
}
