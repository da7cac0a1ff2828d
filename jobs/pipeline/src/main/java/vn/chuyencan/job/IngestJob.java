package vn.chuyencan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.Anomaly;
import vn.chuyencan.model.AnomalyKind;
import vn.chuyencan.model.Batch;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.source.intake.Intake;
import vn.chuyencan.source.intake.RecordIntake;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeState;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;

/**
 * Takes in what the sources hold and the lake does not: one batch a source. A batch is committed
 * whole, after its equation was checked, or not at all.
 */
public final class IngestJob {

  private static final int SHARE_SCALE = 6;

  private IngestJob() {}

  /**
   * What was taken in.
   *
   * @param batches one a source that had something new, in the configuration's order
   * @param reread why sources were read again from the beginning, in words; empty when none was
   * @param rereadSources the batches that took the place of all earlier ones of their source
   */
  public record Taken(List<Batch> batches, List<Fault> reread, List<Batch> rereadSources) {
    public Taken {
      batches = List.copyOf(batches);
      reread = List.copyOf(reread);
      rereadSources = List.copyOf(rereadSources);
    }
  }

  /**
   * Takes in all sources.
   *
   * @return one batch a source that had something new, in the configuration's order
   * @throws PipelineException {@link ErrorCode#EQUATION_BROKEN}, {@link
   *     ErrorCode#TOO_MUCH_REJECTED}, what {@link Reread#begin} throws, or what {@link
   *     RecordSource#ingest} throws; earlier batches of the night stay, but where sources are read
   *     again all of them are taken in together or none
   */
  public static List<Batch> run(Night night, Progress progress) {
    return take(night, progress).batches();
  }

  /** The same with what was read again and why. */
  public static Taken take(Night night, Progress progress) {
    Reread reread = Reread.begin(night, progress);
    List<Batch> batches = new ArrayList<>();
    List<Batch> again = new ArrayList<>();
    for (Configuration.Source source : night.configuration().sources()) {
      progress.step("ingest " + source.id());
      boolean waits = reread.isOpen();
      Intake intake = intake(night, source);
      Batch batch = intake.batch();
      LakeState next = night.lake().state();
      if (batch.files() > 0) {
        requireBalance(batch);
        requireFewRejected(night, batch, progress);
        next =
            next.withBatch(batch.batchId(), intake.idRuns())
                .withCursor(source.id(), intake.cursor());
        batches.add(batch);
        if (reread.isOf(source.id())) {
          again.add(batch);
        }
        progress.counts(counts(batch));
      }
      next = reread.read(source.id(), next, batch);
      if (reread.isOpen()) {
        night.lake().stage(next);
      } else if (waits || batch.files() > 0) {
        night.lake().commit(next);
      }
    }
    return new Taken(batches, reread.reasons(), again);
  }

  private static Intake intake(Night night, Configuration.Source source) {
    return source
        .reader()
        .ingest(
            new RecordIntake(
                    night.workers(),
                    night.lake(),
                    source.id(),
                    night.lake().state().lastBatch() + 1,
                    night.zone(),
                    night.asOf(),
                    night.codeVersion(),
                    night.configuration().fingerprints(),
                    night.tombstones())
                .under(source.readUnder(night.zone())),
            options(night, source));
  }

  private static void requireFewRejected(Night night, Batch batch, Progress progress) {
    Optional<Anomaly> tooMuch = rejected(batch, night.configuration().gate());
    if (tooMuch.isEmpty()) {
      return;
    }
    boolean accepted = DataGate.accepts(night, tooMuch.get());
    List<Anomaly> found = List.of(tooMuch.get());
    progress.gate(
        new GateReport(Map.of(), accepted ? found : List.of(), accepted ? List.of() : found));
    if (!accepted) {
      // Under names of their own: nothing became of these records.
      progress.counts(Map.of("refused.read", batch.read(), "refused.rejected", batch.rejected()));
      List<Fault> faults = new ArrayList<>(List.of(DataGate.fault(tooMuch.get())));
      faults.addAll(reasons(night.lake(), batch.batchId()));
      throw new PipelineException(faults);
    }
  }

  private static Map<String, Long> counts(Batch batch) {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("batch", batch.batchId());
    counts.put("files", (long) batch.files());
    counts.put("read", batch.read());
    counts.put("accepted", batch.accepted());
    counts.put("duplicate", batch.duplicate());
    counts.put("voided", batch.voided());
    counts.put("conflicting", batch.conflicting());
    counts.put("rejected", batch.rejected());
    counts.put("out_of_scope", batch.outOfScope());
    counts.put("voided_earlier", batch.voidedEarlier());
    return counts;
  }

  private static ScanOptions options(Night night, Configuration.Source source) {
    // What happens after now is suspicious. The as-of day must not decide here: an older one may be
    // asked for again, and what it refused would be lost.
    Instant now = night.startedAt();
    Instant endOfNight = night.asOf().plusDays(1).atStartOfDay(night.zone()).toInstant();
    Instant latest = (now.isAfter(endOfNight) ? now : endOfNight).plus(source.futureSkew());
    return ScanOptions.of(
            ScanMode.valueOf(source.mode().toUpperCase(Locale.ROOT)),
            night.configuration().institution().secret(),
            latest)
        .withZone(source.zone())
        .withFingerprints(night.configuration().fingerprints())
        .withRange(
            from(night, source).map(day -> day.atStartOfDay(night.zone()).toInstant()).orElse(null),
            source.until() == null
                ? null
                : source.until().plusDays(1).atStartOfDay(night.zone()).toInstant());
  }

  /** The first day in scope; what is kept no longer must not come back. */
  private static Optional<LocalDate> from(Night night, Configuration.Source source) {
    Optional<LocalDate> kept =
        night.configuration().retention().firstKept(Tables.LEARNING_EVENT, night.keptOn());
    return source.from() == null || kept.filter(source.from()::isBefore).isPresent()
        ? kept
        : Optional.of(source.from());
  }

  private static void requireBalance(Batch batch) {
    if (!batch.balances()) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.EQUATION_BROKEN,
              Long.toString(batch.batchId()),
              Long.toString(batch.read()),
              Long.toString(batch.sum())));
    }
  }

  /** Whether too much of a batch was rejected; pure. */
  static Optional<Anomaly> rejected(Batch batch, Configuration.Gate gate) {
    BigDecimal share = gate.of(batch.source()).rejectedShare();
    BigDecimal allowed = share.multiply(BigDecimal.valueOf(batch.read()));
    boolean tooMuch = BigDecimal.valueOf(batch.rejected()).compareTo(allowed) > 0;
    return tooMuch && batch.rejected() >= gate.minRejected()
        ? Optional.of(
            new Anomaly(
                AnomalyKind.REJECTED_SHARE,
                batch.source(),
                // The same records give the same id, whenever they are taken in.
                batch.rejected() + "-of-" + batch.read(),
                Fraction.of(batch.rejected(), batch.read()).floor(SHARE_SCALE),
                share,
                List.of(
                    Long.toString(batch.batchId()),
                    Long.toString(batch.rejected()),
                    Long.toString(batch.read()))))
        : Optional.empty();
  }

  /** The records that were rejected for one reason. */
  private static final class Refused {
    private static final Comparator<Record> BY_PLACE =
        Comparator.comparing((Record row) -> (String) row.getField("path"))
            .thenComparing(row -> (Long) row.getField("file_offset"))
            .thenComparing(row -> (String) row.getField("message"));

    private final String reason;
    private long records;
    private Record first;

    private Refused(String reason) {
      this.reason = reason;
    }

    void add(Record row) {
      records++;
      first = first == null || BY_PLACE.compare(row, first) < 0 ? row : first;
    }

    Fault fault() {
      return Fault.at(
          ErrorCode.REJECTED_BECAUSE,
          (String) first.getField("path"),
          0,
          "",
          Long.toString(records),
          reason,
          first.getField("file_offset").toString(),
          (String) first.getField("message"));
    }
  }

  /**
   * What was rejected and where it first stands: told now, because the batch will be taken back.
   */
  private static List<Fault> reasons(Lake lake, long batchId) {
    Map<String, Refused> reasons = new TreeMap<>();
    try (CloseableIterable<Record> rows =
        lake.rows(
            Tables.REJECTED_RECORD,
            Expressions.equal("batch_id", batchId),
            "reason",
            "path",
            "file_offset",
            "message")) {
      for (Record row : rows) {
        reasons.computeIfAbsent((String) row.getField("reason"), Refused::new).add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reasons.values().stream()
        .sorted(Comparator.comparingLong((Refused refused) -> refused.records).reversed())
        .map(Refused::fault)
        .toList();
  }
}
