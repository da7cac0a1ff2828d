package vn.chuyencan.xapi;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import vn.chuyencan.xapi.source.Layouts;

/** Plans which task scans which bytes. */
public final class InputSplits {
  /** What stands in a name for bytes that are no letter. */
  private static final char REPLACEMENT = '\uFFFD';

  private InputSplits() {}

  /**
   * The splits of a file or of all files in a tree, sorted by path, then offset. Files and folders
   * whose names begin with a dot or an underscore are left out, and links of the local file system
   * that lead back to a folder in which they stand. Only plain NDJSON is cut; any other layout, and
   * everything compressed, is one split. An empty file is one empty split.
   *
   * @param configuration how to reach the file system
   * @param path a file, a folder, or a pattern of them, on any Hadoop file system; what is there
   *     under that very name is no pattern
   * @param targetBytes wanted length of a split, positive
   * @throws java.io.FileNotFoundException if there is nothing at the path
   * @throws IOException if the path cannot be listed or read
   */
  public static List<InputSplit> plan(Configuration configuration, String path, long targetBytes)
      throws IOException {
    if (targetBytes <= 0) {
      throw new IllegalArgumentException("The wanted length is " + targetBytes + " bytes.");
    }
    Path root = new Path(path);
    FileSystem files;
    FileStatus[] roots;
    try {
      files = root.getFileSystem(configuration);
      roots = roots(files, root);
    } catch (RuntimeException unknown) {
      // So Hadoop says that there is no such host, no such kind of store, or that it cannot list.
      throw new IOException(unknown.getMessage(), unknown);
    }
    if (roots == null || roots.length == 0) {
      throw new FileNotFoundException("There is no file at " + path);
    }
    List<FileStatus> found = new ArrayList<>();
    for (FileStatus status : roots) {
      collect(files, status, List.of(), found);
    }
    found.sort(Comparator.comparing(status -> status.getPath().toString()));
    List<InputSplit> splits = new ArrayList<>();
    for (FileStatus file : found) {
      cut(files, file, targetBytes, splits);
    }
    Collections.sort(splits);
    return splits;
  }

  /** What is called exactly so; else what the pattern finds. A folder may be called "K65 [1]". */
  private static FileStatus[] roots(FileSystem files, Path root) throws IOException {
    try {
      return new FileStatus[] {files.getFileStatus(root)};
    } catch (FileNotFoundException pattern) {
      return files.globStatus(root);
    }
  }

  /**
   * @param around where the folders around this one really are
   */
  private static void collect(
      FileSystem files, FileStatus status, List<java.nio.file.Path> around, List<FileStatus> found)
      throws IOException {
    boolean local = files.getUri().getScheme().equals("file");
    if (status.isFile()) {
      if (local && !java.nio.file.Files.isRegularFile(here(status))) {
        throw new IOException(status.getPath() + " is neither a file nor a folder");
      }
      found.add(status);
      return;
    }
    List<java.nio.file.Path> inside = new ArrayList<>(around);
    if (local) {
      java.nio.file.Path real = here(status).toRealPath();
      if (around.contains(real)) {
        return;
      }
      inside.add(real);
      requireNames(real.toFile());
    }
    FileStatus[] children = files.listStatus(status.getPath());
    Arrays.sort(children);
    for (FileStatus child : children) {
      if (!isLeftOut(child.getPath().getName())) {
        collect(files, child, inside, found);
      }
    }
  }

  private static java.nio.file.Path here(FileStatus status) {
    return java.nio.file.Path.of(status.getPath().toUri().getPath());
  }

  /**
   * Hadoop leaves out, as if it had just been deleted, what cannot be opened by its name, and a
   * link that leads nowhere: to a disk that is not mounted, maybe with half of the statements.
   */
  private static void requireNames(File folder) throws IOException {
    String[] names = folder.list();
    for (String name : names == null ? new String[0] : names) {
      File file = new File(folder, name);
      if (isLeftOut(name) || file.exists()) {
        continue;
      }
      if (name.indexOf(REPLACEMENT) >= 0) {
        throw new IOException("the name of a file is not UTF-8: " + file);
      }
      if (java.nio.file.Files.isSymbolicLink(file.toPath())) {
        throw new IOException(file + " is a link that leads nowhere");
      }
    }
  }

  private static boolean isLeftOut(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private static void cut(
      FileSystem files, FileStatus file, long targetBytes, List<InputSplit> splits)
      throws IOException {
    String path = file.getPath().toString();
    long fileId = InputSplit.idOf(path);
    long length = file.getLen();
    long step = targetBytes;
    if (length <= targetBytes || !Layouts.isPlainLines(files, file.getPath())) {
      step = Math.max(length, 1);
    }
    long start = 0;
    do {
      long size = Math.min(step, length - start);
      splits.add(new InputSplit(path, fileId, length, file.getModificationTime(), start, size));
      start += step;
    } while (start < length);
  }
}
