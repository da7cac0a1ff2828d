package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import vn.chuyencan.table.IdOrder;
import vn.chuyencan.table.IdRun;
import vn.chuyencan.table.IdRunWriter;
import vn.chuyencan.table.KnownId;
import vn.chuyencan.table.LakeIds;
import vn.chuyencan.work.Task;
import vn.chuyencan.work.TaskPlace;

/**
 * Finds which events of one share of a batch's ids do not stay, and writes the ids that are new to
 * the lake as a part of a run. The first event of an id stays: the one in the lake, else the first
 * of the batch by file and offset. A later one with the same content is a duplicate, whatever its
 * timestamp; with other content it conflicts and is reported. An event that any voiding statement
 * names, come earlier or later, is voided; a voiding statement cannot be.
 */
final class RepeatTask implements Task<Integer, RepeatTask.Result> {
  private static final long serialVersionUID = 1L;

  private final Share division;
  private final ArrayList<NoteFile> notes;
  private final ArrayList<IdRun> lakeRuns;
  private final ArrayList<UUID> targets;

  /**
   * How the work is divided.
   *
   * @param shares into how many shares the ids are divided, a power of two
   * @param warehouse where the lake is
   * @param run name of the run that is made
   */
  record Share(int shares, String warehouse, String run) implements Serializable {

    Path part(int share) {
      return new IdRun(run, shares, 0).part(warehouse, share);
    }
  }

  /**
   * What one share holds.
   *
   * @param removed the events that do not stay
   * @param newIds how many ids were new
   * @param targetsInLake the targets of this share that the lake held before
   */
  record Result(List<RemovedEvent> removed, long newIds, List<UUID> targetsInLake)
      implements Serializable {}

  /**
   * @param notes all notes of the batch
   * @param lakeRuns what the lake knows
   * @param targets ids that some voiding statement names
   */
  RepeatTask(
      Share division,
      Collection<NoteFile> notes,
      Collection<IdRun> lakeRuns,
      Collection<UUID> targets) {
    this.division = division;
    this.notes = new ArrayList<>(notes);
    this.lakeRuns = new ArrayList<>(lakeRuns);
    this.targets = new ArrayList<>(targets);
  }

  @Override
  public Result call(Integer share, TaskPlace place) throws IOException {
    FileSystem files = new Path(division.warehouse()).getFileSystem(place.hadoop());
    NotedShare noted = NotedShare.read(notes, share, division.shares(), place.hadoop());
    Set<UUID> wanted = targetsOf(share);
    List<RemovedEvent> removed = new ArrayList<>();
    long newIds = 0;
    Path part = division.part(share);
    Path made = part.suffix("." + place.attempt());
    try (LakeIds lake = new LakeIds(files, division.warehouse(), lakeRuns);
        IdRunWriter run = new IdRunWriter(files, made)) {
      int at = 0;
      while (at < noted.size()) {
        int end = noted.endOfId(at);
        int first = noted.at(at);
        KnownId known = lake.find(noted.idHigh(first), noted.idLow(first));
        boolean voided =
            !wanted.isEmpty() && wanted.contains(new UUID(noted.idHigh(first), noted.idLow(first)));
        judge(noted, at, end, known, voided, removed);
        if (known == null) {
          run.add(
              noted.idHigh(first),
              noted.idLow(first),
              noted.contentHash(first),
              noted.occurredAt(first));
          newIds++;
        }
        at = end;
      }
    }
    // Of two attempts that both come here, made of the same notes, either one's file will do.
    if (!files.rename(made, part) && !files.exists(part)) {
      throw new IOException(made + " cannot be renamed to " + part.getName());
    }
    return new Result(removed, newIds, inLake(files, wanted));
  }

  private static void judge(
      NotedShare noted,
      int from,
      int to,
      KnownId known,
      boolean voided,
      Collection<RemovedEvent> removed) {
    int first = noted.at(from);
    long keptHash = known == null ? noted.contentHash(first) : known.contentHash();
    long keptTime = known == null ? noted.occurredAt(first) : known.occurredAt();
    for (int place = from; place < to; place++) {
      int event = noted.at(place);
      if (known == null && place == from) {
        if (voided && !noted.voiding(event)) {
          removed.add(noted.removed(event, Verdict.VOIDED, false));
        }
      } else if (noted.contentHash(event) == keptHash) {
        // Of a voided event nothing stays that the repeat could be taken out of.
        boolean exact = noted.occurredAt(event) == keptTime && !voided;
        removed.add(noted.removed(event, Verdict.DUPLICATE, exact));
      } else {
        removed.add(noted.removed(event, Verdict.CONFLICTING, false));
      }
    }
  }

  private Set<UUID> targetsOf(int share) {
    Set<UUID> own = new HashSet<>();
    for (UUID target : targets) {
      if (IdOrder.share(order(target), division.shares()) == share) {
        own.add(target);
      }
    }
    return own;
  }

  private List<UUID> inLake(FileSystem files, Set<UUID> wanted) throws IOException {
    List<UUID> found = new ArrayList<>();
    if (lakeRuns.isEmpty() || wanted.isEmpty()) {
      return found;
    }
    List<UUID> sorted = new ArrayList<>(wanted);
    sorted.sort(Comparator.comparing(RepeatTask::order, Long::compareUnsigned));
    try (LakeIds lake = new LakeIds(files, division.warehouse(), lakeRuns)) {
      for (UUID target : sorted) {
        if (lake.find(target.getMostSignificantBits(), target.getLeastSignificantBits()) != null) {
          found.add(target);
        }
      }
    }
    return found;
  }

  private static long order(UUID id) {
    return IdOrder.of(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }
}
