package vn.chuyencan.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * An empty file that stands in the warehouse while something is under way, and tells whoever comes
 * later that it did not end.
 */
final class LakeMark {
  private final Path file;
  private final Configuration hadoop;
  private boolean set;

  private LakeMark(Path file, Configuration hadoop) {
    this.file = file;
    this.hadoop = hadoop;
  }

  /**
   * From a step's first write until its commit. Where it is not, no step died, and nobody need open
   * every table to see whether one strayed.
   */
  static LakeMark ofStep(Path folder, Configuration hadoop) {
    return new LakeMark(new Path(folder, "writing"), hadoop);
  }

  /** From before a run's first file until its end: what is younger than it may be its leavings. */
  static LakeMark ofRun(Path folder, Configuration hadoop) {
    return new LakeMark(new Path(folder, "running"), hadoop);
  }

  /** From before rows are committed away until nothing on the disk tells of them any more. */
  static LakeMark ofPast(Path folder, Configuration hadoop) {
    return new LakeMark(new Path(folder, "forgetting"), hadoop);
  }

  /** Sets it, if this process has not. */
  synchronized void set() throws IOException {
    if (!set) {
      files().create(file, true).close();
      set = true;
    }
  }

  /** For a moment, to see what time it is. */
  static LakeMark ofClock(Path folder, Configuration hadoop) {
    return new LakeMark(new Path(folder, "clock"), hadoop);
  }

  /** When it was set, as the file system tells the time; empty where it is not. */
  OptionalLong since() throws IOException {
    try {
      return OptionalLong.of(files().getFileStatus(file).getModificationTime());
    } catch (FileNotFoundException notSet) {
      return OptionalLong.empty();
    }
  }

  /** Whether anybody set it. */
  boolean isSet() throws IOException {
    return files().exists(file);
  }

  /** Takes it away. */
  synchronized void clear() throws IOException {
    files().delete(file, false);
    set = false;
  }

  private FileSystem files() throws IOException {
    return file.getFileSystem(hadoop);
  }
}
