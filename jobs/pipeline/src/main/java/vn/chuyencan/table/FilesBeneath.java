package vn.chuyencan.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * All files beneath a folder. Hadoop's own {@code listFiles} asks for the owner of every file, for
 * which it starts a process each.
 */
final class FilesBeneath {

  private FilesBeneath() {}

  /** The files; none where there is no such folder. */
  static List<FileStatus> of(FileSystem files, Path folder) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    List<Path> folders = new ArrayList<>(List.of(folder));
    while (!folders.isEmpty()) {
      for (FileStatus file : listed(files, folders.remove(folders.size() - 1))) {
        if (file.isDirectory()) {
          folders.add(file.getPath());
        } else {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static FileStatus[] listed(FileSystem files, Path folder) throws IOException {
    try {
      return files.listStatus(folder);
    } catch (FileNotFoundException neverMade) {
      return new FileStatus[0];
    }
  }
}
