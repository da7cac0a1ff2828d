package vn.chuyencan.table;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.expressions.Expressions;
import vn.chuyencan.error.PipelineException;

/**
 * Brings a lake back to its last commit: what a run left that died goes, and so does what a reader
 * must not find any more.
 */
final class LakeRecovery {
  private final Lake lake;
  private final LakeCatalogs catalog;
  private final LakeFolders folders;
  private final LakeMark step;
  private final LakeMark run;
  private final LakeMark forgetting;
  private final Configuration hadoop;

  /**
   * @param step set while tables are written that no commit names
   */
  LakeRecovery(
      Lake lake, LakeCatalogs catalog, LakeFolders folders, LakeMark step, Configuration hadoop) {
    this.lake = lake;
    this.catalog = catalog;
    this.folders = folders;
    this.step = step;
    this.run = LakeMark.ofRun(folders.own(), hadoop);
    this.forgetting = LakeMark.ofPast(folders.own(), hadoop);
    this.hadoop = hadoop;
  }

  /** See {@link Lake#recover}. */
  List<String> recover() {
    try {
      LakeClock.require(
          new StateFile(folders.state(), hadoop), LakeMark.ofClock(folders.own(), hadoop));
      folders.sweep(lake.committed());
      List<String> strayed = step.isSet() ? takeBack() : List.of();
      OptionalLong died = run.since();
      if (died.isPresent()) {
        sweep(new LakeSweep(hadoop, died.getAsLong()));
      }
      step.clear();
      run.clear();
      run.set();
      fillVault();
      return strayed;
    } catch (PipelineException known) {
      throw known;
    } catch (IOException | RuntimeException e) {
      throw lake.failure(e);
    }
  }

  /** See {@link Lake#ended}. */
  void ended(boolean attemptsLost) {
    try {
      folders.sweep(lake.committed());
      if (step.isSet()) {
        return;
      }
      OptionalLong since = attemptsLost ? run.since() : OptionalLong.empty();
      if (since.isPresent()) {
        // An attempt that was given up may go on writing: the mark stays, and the next run sweeps.
        sweep(new LakeSweep(hadoop, since.getAsLong()));
      } else {
        run.clear();
      }
    } catch (IOException | RuntimeException e) {
      throw lake.failure(e);
    }
  }

  /** See {@link Lake#withdraw}. */
  void withdraw(boolean attemptsLost) {
    try {
      if (step.isSet()) {
        takeBack();
        OptionalLong since = run.since();
        if (since.isPresent()) {
          sweep(new LakeSweep(hadoop, since.getAsLong()));
        }
        step.clear();
      }
    } catch (PipelineException known) {
      throw known;
    } catch (IOException | RuntimeException e) {
      throw lake.failure(e);
    }
    ended(attemptsLost);
  }

  /** See {@link Lake#forgetPast}. */
  void forgetPast() {
    willForgetPast();
    lake.beginWriting();
    try {
      folders.sweep(lake.committed());
      for (String name : catalog.tables()) {
        if (currentSnapshot(name) != null) {
          new TablePast(lake.table(name), hadoop).forget();
        }
      }
      lake.commit(lake.committed());
      forgetting.clear();
    } catch (PipelineException known) {
      throw known;
    } catch (IOException | RuntimeException e) {
      throw lake.failure(e);
    }
  }

  /** See {@link Lake#willForgetPast}. */
  void willForgetPast() {
    try {
      forgetting.set();
    } catch (IOException e) {
      throw lake.failure(e);
    }
  }

  /** See {@link Lake#mustForgetPast}. */
  boolean mustForgetPast() {
    try {
      return forgetting.isSet();
    } catch (IOException e) {
      throw lake.failure(e);
    }
  }

  private void sweep(LakeSweep leavings) throws IOException {
    for (String table : catalog.tables()) {
      try {
        leavings.sweep(lake.asStored(table));
      } catch (NoSuchTableException halfMade) {
        leavings.sweepHalfMade(catalog.home(table));
      }
    }
  }

  /** Brings into the vault what an older program kept among the other tables. */
  private void fillVault() throws IOException {
    List<String> apart = catalog.toBeBrought();
    if (apart.isEmpty()) {
      return;
    }
    VaultMove move = catalog.move();
    lake.restate(move.copied(lake.committed(), apart));
    move.deleteOld(apart);
    apart.forEach(lake::reload);
  }

  private List<String> takeBack() {
    Map<String, Long> wanted = lake.committed().snapshots();
    Map<String, Long> current = currentSnapshots();
    List<String> strayed =
        current.keySet().stream()
            .filter(name -> !current.get(name).equals(wanted.get(name)))
            .sorted()
            .toList();
    for (String name : strayed) {
      if (wanted.containsKey(name)) {
        lake.table(name).manageSnapshots().setCurrentSnapshot(wanted.get(name)).commit();
      } else {
        // It had no snapshot before the step that died, and to none nothing can be rolled back.
        // Emptied in one commit, not dropped: of a drop that dies a table remains that cannot load.
        lake.table(name).newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();
        LakeSweep.forgetBeforeCurrent(lake.table(name));
      }
    }
    return strayed;
  }

  private Map<String, Long> currentSnapshots() {
    Map<String, Long> snapshots = new TreeMap<>();
    for (String name : catalog.tables()) {
      Snapshot snapshot = currentSnapshot(name);
      if (snapshot != null) {
        snapshots.put(name, snapshot.snapshotId());
      }
    }
    return snapshots;
  }

  private Snapshot currentSnapshot(String table) {
    try {
      return lake.asStored(table).currentSnapshot();
    } catch (NoSuchTableException halfMade) {
      // A run died while it created the table: the folder is listed and holds no table yet.
      return null;
    }
  }
}
