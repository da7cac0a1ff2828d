package vn.chuyencan.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The runs of a lake: which event ids it knows. Every batch adds a run; runs of like size are
 * merged, so that their number grows with the logarithm of the history, and looking up a night's
 * ids costs what the night brings.
 */
public final class IdRuns {
  /** A run is merged with the one before it when that one is not this many times as large. */
  private static final int RATIO = 3;

  private IdRuns() {}

  /**
   * The runs after one was added. Merged runs are made anew; the files of those that went into them
   * stay until somebody removes what no state names.
   *
   * @param runs from the oldest, which is the largest
   * @param added the new one; one without ids is left out
   */
  public static List<IdRun> with(FileSystem files, String warehouse, List<IdRun> runs, IdRun added)
      throws IOException {
    List<IdRun> result = new ArrayList<>(runs);
    if (added.ids() == 0) {
      return result;
    }
    result.add(added);
    while (result.size() > 1) {
      IdRun last = result.get(result.size() - 1);
      IdRun before = result.get(result.size() - 2);
      if (before.ids() > RATIO * last.ids()) {
        break;
      }
      result.remove(last);
      result.remove(before);
      result.add(merged(files, warehouse, before, last));
    }
    return List.copyOf(result);
  }

  /**
   * The runs without some ids; a run that holds one of them is made anew, so that no file of a run
   * that the result names tells it.
   */
  static List<IdRun> without(FileSystem files, String warehouse, List<IdRun> runs, Predicate<UUID> gone)
      throws IOException {
    List<IdRun> result = new ArrayList<>();
    for (IdRun run : runs) {
      String name = "rest-" + UUID.randomUUID();
      Path folder = new Path(IdRun.folder(warehouse), name);
      long ids = 0;
      try (IdRunCursor all = new IdRunCursor(files, warehouse, run);
          IdRunWriter out = new IdRunWriter(files, IdRun.partOf(folder, 0))) {
        while (all.next()) {
          if (!gone.test(all.id())) {
            all.copyTo(out);
            ids++;
          }
        }
      }
      if (ids == run.ids()) {
        result.add(run);
      } else if (ids > 0) {
        result.add(new IdRun(name, 1, ids));
      }
    }
    return List.copyOf(result);
  }

  /** The ids of some runs that others do not know. */
  static IdSet lost(FileSystem files, String warehouse, List<IdRun> before, List<IdRun> now)
      throws IOException {
    IdSet lost = new IdSet();
    for (IdRun run : before) {
      // Asked in order, so each run begins from the first id again.
      try (IdRunCursor all = new IdRunCursor(files, warehouse, run);
          LakeIds known = new LakeIds(files, warehouse, now)) {
        while (all.next()) {
          UUID id = all.id();
          if (known.find(id.getMostSignificantBits(), id.getLeastSignificantBits()) == null) {
            lost.add(id);
          }
        }
      }
    }
    return lost;
  }

  private static IdRun merged(FileSystem files, String warehouse, IdRun one, IdRun two)
      throws IOException {
    String name = "merged-" + UUID.randomUUID();
    Path folder = new Path(IdRun.folder(warehouse), name);
    try (IdRunCursor left = new IdRunCursor(files, warehouse, one);
        IdRunCursor right = new IdRunCursor(files, warehouse, two);
        IdRunWriter out = new IdRunWriter(files, IdRun.partOf(folder, 0))) {
      boolean hasLeft = left.next();
      boolean hasRight = right.next();
      while (hasLeft || hasRight) {
        if (!hasRight || (hasLeft && Long.compareUnsigned(left.order(), right.order()) <= 0)) {
          left.copyTo(out);
          hasLeft = left.next();
        } else {
          right.copyTo(out);
          hasRight = right.next();
        }
      }
    }
    return new IdRun(name, 1, one.ids() + two.ids());
  }
}
