package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of an earlier publication in a later one. */
public final class FileLinks {
  private FileLinks() {}

  /** Gives a file one more name, or copies it where none more can be given. */
  public static void link(Path existing, Path name) throws IOException {
    try {
      Files.createLink(name, existing);
    } catch (UnsupportedOperationException | FileSystemException noMoreNamesHere) {
      Files.copy(existing, name);
    }
  }
}
