package vn.chuyencan.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What a warehouse holds beside its tables. */
final class LakeFolders {
  private final String warehouse;
  private final Configuration hadoop;

  LakeFolders(String warehouse, Configuration hadoop) {
    this.warehouse = warehouse;
    this.hadoop = hadoop;
  }

  /** The program's own folder. */
  Path own() {
    return new Path(warehouse, "_chuyencan");
  }

  /** The file of {@link LakeState}. */
  Path state() {
    return new Path(own(), "state.json");
  }

  /** What tasks leave for each other while a batch is taken in. */
  Path passing() {
    return new Path(own(), "notes");
  }

  /** A folder of files that are kept beside the tables. */
  KeptFiles kept(String name) {
    return new KeptFiles(new Path(own(), name), hadoop);
  }

  /** Deletes the runs that the state does not name, and what a batch left that died. */
  void sweep(LakeState state) throws IOException {
    FileSystem files = own().getFileSystem(hadoop);
    files.delete(passing(), true);
    Set<String> named = state.idRuns().stream().map(IdRun::name).collect(Collectors.toSet());
    try {
      for (FileStatus run : files.listStatus(IdRun.folder(warehouse))) {
        if (!named.contains(run.getPath().getName())) {
          files.delete(run.getPath(), true);
        }
      }
    } catch (FileNotFoundException noneYet) {
      // Nothing was ever taken in.
    }
  }
}
