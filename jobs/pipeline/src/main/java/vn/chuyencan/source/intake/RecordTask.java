package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Table;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.work.Task;
import vn.chuyencan.work.TaskPlace;

/** Reads one share of a batch and writes its rows; travels to the tasks. */
final class RecordTask<S extends Serializable> implements Task<S, TaskResult> {
  private static final long serialVersionUID = 1L;

  private final ShareReader<S> reader;
  private final String source;
  private final long batchId;
  private final ZoneId zone;
  private final String noteFolder;
  private final HashMap<String, Table> tables;
  private final HashMap<Long, Long> writtenAt = new HashMap<>();
  private final Tombstones tombstones;

  /**
   * @param noteFolder where the notes of the batch go
   * @param tables those of {@link TaskFiles#TABLES}
   * @param files what the shares are read from
   * @param tombstones who was erased
   */
  RecordTask(
      ShareReader<S> reader,
      RowsOf common,
      ZoneId zone,
      Path noteFolder,
      Map<String, Table> tables,
      List<SourceFile> files,
      Tombstones tombstones) {
    this.tombstones = tombstones;
    this.reader = reader;
    this.source = common.source();
    this.batchId = common.batchId();
    this.zone = zone;
    this.noteFolder = noteFolder.toString();
    this.tables = new HashMap<>(tables);
    files.forEach(
        file ->
            writtenAt.put(
                file.fileId(), ChronoUnit.MICROS.between(Instant.EPOCH, file.modifiedAt())));
  }

  @Override
  public TaskResult call(S share, TaskPlace place) throws IOException {
    RowsOf common = new RowsOf(source, batchId, place.number());
    try (TaskFiles files =
        new TaskFiles(tables, new Path(noteFolder), place.hadoop(), common, place.attempt())) {
      // Each task remembers for itself whom it has asked about.
      Forgotten forgotten = new Forgotten(tombstones.and(Set.of()));
      EventSink sink = new EventSink(files, common, zone, writtenAt, forgotten);
      List<ReadCount> counts = forgotten.counted(reader.read(share, place, sink));
      sink.finish();
      return new TaskResult(
          counts,
          files.finishEvents(),
          files.finishOthers(),
          files.notes().finish(),
          sink.verbDays(),
          sink.clock(),
          sink.voidings(),
          sink.actors(),
          sink.verbs());
    }
  }
}
