package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.model.Batch;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.table.Lake;
import vn.chuyencan.work.Workers;
import vn.chuyencan.xapi.Fingerprints;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/**
 * Takes one batch of one source into {@code learning_event}, and into the tables that measures are
 * made of, whatever kind of source it is.
 *
 * <p>Tasks write files and note their events; the notes are searched for repeats; then files and
 * removals become the tables' next snapshots together. Nothing here is final before the caller
 * commits the lake's state: a batch that dies is taken back whole.
 */
public final class RecordIntake {
  /** How a batch writes that its source has no zone. */
  public static final String NO_ZONE = "none";

  private final Workers workers;
  private final Lake lake;
  private final String source;
  private final long batchId;
  private final ZoneId zone;
  private final LocalDate asOf;
  private final String codeVersion;
  private final boolean addresses;
  private final Tombstones tombstones;
  private String sourceZone = NO_ZONE;

  /**
   * @param workers who reads
   * @param lake where to; opened for writing and recovered
   * @param source id of the source
   * @param batchId number of this batch, one more than the lake's last
   * @param zone the institution's
   * @param asOf the night's date, for the batch's row
   * @param codeVersion this program's version, likewise
   * @param wanted of what fingerprints are kept
   * @param tombstones who was erased
   */
  public RecordIntake(
      Workers workers,
      Lake lake,
      String source,
      long batchId,
      ZoneId zone,
      LocalDate asOf,
      String codeVersion,
      Fingerprints wanted,
      Tombstones tombstones) {
    this.tombstones = tombstones;
    this.addresses = wanted.wants(Fingerprints.Thing.ADDRESS);
    this.workers = workers;
    this.lake = lake;
    this.source = source;
    this.batchId = batchId;
    this.zone = zone;
    this.asOf = asOf;
    this.codeVersion = codeVersion;
  }

  /** An intake that keeps no fingerprints, where nobody was erased. */
  public RecordIntake(
      Workers workers,
      Lake lake,
      String source,
      long batchId,
      ZoneId zone,
      LocalDate asOf,
      String codeVersion) {
    this(
        workers,
        lake,
        source,
        batchId,
        zone,
        asOf,
        codeVersion,
        Fingerprints.NONE,
        Tombstones.NONE);
  }

  /**
   * The same for a source whose times depend on a zone.
   *
   * @param unzoned given to times that name none; null: there is none
   */
  public RecordIntake under(ZoneId unzoned) {
    this.sourceZone = unzoned == null ? NO_ZONE : unzoned.getId();
    return this;
  }

  /** Id of the source. */
  public String source() {
    return source;
  }

  /** Who reads. */
  public Workers workers() {
    return workers;
  }

  /** What was taken in so far. */
  public Lake lake() {
    return lake;
  }

  /** How far the source was read, in its own words; empty before the first batch. */
  public String cursor() {
    return lake.state().cursors().getOrDefault(source, "");
  }

  /** A batch of a source that had nothing new. */
  public Intake nothing() {
    return new Intake(
        new Batch(batchId, source, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of()), lake.state().idRuns(), "");
  }

  /**
   * Takes in what the shares hold.
   *
   * @param shares what one task reads, each
   * @param files what they were read from
   * @throws PipelineException {@link ErrorCode#ACTOR_KEY_COLLISION}, {@link
   *     ErrorCode#WAREHOUSE_UNREACHABLE}, or what the reader throws
   */
  public <S extends Serializable> Intake take(
      List<S> shares, ShareReader<S> reader, List<SourceFile> files) {
    Path notes = new Path(lake.passingFolder(), Long.toString(batchId));
    RowsOf common = new RowsOf(source, batchId, 0);
    try {
      try {
        Map<String, Table> tables = new HashMap<>();
        for (String table : TaskFiles.TABLES) {
          tables.put(table, SerializableTable.copyOf(lake.table(table)));
        }
        if (addresses) {
          tables.put(
              TaskFiles.ADDRESSES, SerializableTable.copyOf(lake.table(TaskFiles.ADDRESSES)));
        }
        List<TaskResult> results =
            workers.each(
                shares, new RecordTask<>(reader, common, zone, notes, tables, files, tombstones));
        return new Arrival(lake, workers, common, zone)
            .commit(
                files.stream().map(file -> file.without(tombstones)).toList(),
                results,
                asOf,
                codeVersion,
                new BatchTables.Reading(
                    sourceZone, zone.getId(), Vocabulary.bundled().fingerprint()));
      } finally {
        notes.getFileSystem(workers.hadoop()).delete(notes, true);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new PipelineException(
          Fault.of(ErrorCode.WAREHOUSE_UNREACHABLE, lake.warehouse(), Reason.of(e)), e);
    }
  }
}
