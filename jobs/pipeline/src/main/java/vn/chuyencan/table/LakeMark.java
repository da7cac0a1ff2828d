package vn.chuyencan.table;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * An empty file that stands in the warehouse from a step's first write until its commit. Where it
 * is not, no step died, and nobody need open every table to see whether one strayed.
 */
final class LakeMark {
  private final Path file;
  private final Configuration hadoop;
  private boolean set;

  LakeMark(Path folder, Configuration hadoop) {
    this.file = new Path(folder, "writing");
    this.hadoop = hadoop;
  }

  /** Sets it, if this process has not. */
  synchronized void set() throws IOException {
    if (!set) {
      files().create(file, true).close();
      set = true;
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
