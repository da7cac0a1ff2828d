package vn.chuyencan.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Small files that the program keeps in a folder of its own beside the tables. Each is there whole
 * or not at all.
 */
public final class KeptFiles {
  private static final String UNFINISHED = ".next";

  private final Path folder;
  private final Configuration hadoop;
  private final SealedContent seal;

  KeptFiles(Path folder, Configuration hadoop) {
    this(folder, hadoop, new SealedContent(null, false));
  }

  private KeptFiles(Path folder, Configuration hadoop, SealedContent seal) {
    this.folder = folder;
    this.hadoop = hadoop;
    this.seal = seal;
  }

  /** The same under a seal. */
  KeptFiles under(SealedContent other) {
    return new KeptFiles(folder, hadoop, other);
  }

  /** The folder, for messages. */
  public String folder() {
    return folder.toString();
  }

  /** Writes a file, in place of what had its name. */
  public void write(String name, byte[] content) throws IOException {
    file(name).replace(seal.written(content));
  }

  /** A file's content; empty where there is none. */
  public Optional<byte[]> read(String name) throws IOException {
    return file(name).read().map(stored -> seal.read(folder + "/" + name, stored));
  }

  /** The names of all files, sorted. */
  public Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    try {
      for (FileStatus file : system().listStatus(folder)) {
        String name = file.getPath().getName();
        if (file.isFile() && !name.endsWith(UNFINISHED)) {
          names.add(name);
        }
      }
    } catch (FileNotFoundException noneYet) {
      return names;
    }
    return names;
  }

  /** Deletes a file, if it is there. */
  public void delete(String name) throws IOException {
    system().delete(new Path(folder, name), false);
  }

  /** Deletes what somebody who died left half written; the caller alone may write. */
  public void deleteUnfinished() throws IOException {
    try {
      for (FileStatus file : system().listStatus(folder)) {
        if (file.isFile() && file.getPath().getName().endsWith(UNFINISHED)) {
          system().delete(file.getPath(), false);
        }
      }
    } catch (FileNotFoundException noneYet) {
      // Nothing was ever kept.
    }
  }

  private FileSystem system() throws IOException {
    return folder.getFileSystem(hadoop);
  }

  private StateFile file(String name) {
    return new StateFile(new Path(folder, name), hadoop);
  }
}
