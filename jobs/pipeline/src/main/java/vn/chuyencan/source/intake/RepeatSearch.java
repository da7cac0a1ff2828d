package vn.chuyencan.source.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import vn.chuyencan.table.IdRun;
import vn.chuyencan.table.IdRuns;
import vn.chuyencan.work.Workers;

/**
 * Which events of a batch do not stay. One job over the notes of the batch's tasks; of the history
 * it reads no more than what stands near the batch's ids in the lake's runs.
 */
final class RepeatSearch {
  /** Events that one task compares in memory. */
  private static final int EVENTS_A_SHARE = 1 << 18;

  private RepeatSearch() {}

  /**
   * What was found.
   *
   * @param removed the events that do not stay
   * @param runs the lake's runs with the batch's ids
   * @param targetsInLake the targets that the lake held before
   */
  record Found(List<RemovedEvent> removed, List<IdRun> runs, Set<UUID> targetsInLake) {}

  /**
   * Searches.
   *
   * @param notes of all tasks; a task's number is its place in the batch's order
   * @param warehouse where the lake is
   * @param lakeRuns what the lake knows
   * @param targets ids that some voiding statement names, of the lake or of this batch
   */
  static Found find(
      Workers workers,
      List<NoteFile> notes,
      String warehouse,
      List<IdRun> lakeRuns,
      Collection<UUID> targets)
      throws IOException {
    long events = notes.stream().mapToLong(NoteFile::events).sum();
    int shares = 1;
    while (shares < EventNotes.SLICES && events / shares > EVENTS_A_SHARE) {
      shares *= 2;
    }
    RepeatTask.Share division =
        new RepeatTask.Share(shares, warehouse, "batch-" + UUID.randomUUID());
    List<Integer> numbers = IntStream.range(0, shares).boxed().toList();
    List<RepeatTask.Result> results =
        workers.each(numbers, new RepeatTask(division, notes, lakeRuns, targets));
    List<RemovedEvent> removed = new ArrayList<>();
    Set<UUID> targetsInLake = new TreeSet<>();
    long newIds = 0;
    for (RepeatTask.Result result : results) {
      removed.addAll(result.removed());
      targetsInLake.addAll(result.targetsInLake());
      newIds += result.newIds();
    }
    FileSystem files = new Path(warehouse).getFileSystem(workers.hadoop());
    return new Found(
        removed,
        IdRuns.with(files, warehouse, lakeRuns, new IdRun(division.run(), shares, newIds)),
        targetsInLake);
  }
}
