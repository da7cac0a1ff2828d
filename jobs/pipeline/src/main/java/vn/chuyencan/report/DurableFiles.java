package vn.chuyencan.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import vn.chuyencan.work.SideBySide;

/** File work that survives a power cut. */
final class DurableFiles {
  private static final int FILES_SIDE_BY_SIDE = 8;

  private DurableFiles() {}

  /**
   * Brings every file and folder of the tree to the disk. A disk takes several files in hardly more
   * time than one, so they are brought side by side; folders follow when their files are there.
   */
  static void syncTree(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.toList()) {
        (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? folders : files).add(path);
      }
    }
    try (SideBySide work = new SideBySide(FILES_SIDE_BY_SIDE, "publication")) {
      List<Future<Path>> running = new ArrayList<>();
      for (Path file : files) {
        running.add(
            work.submit(
                () -> {
                  syncFile(file);
                  return file;
                }));
      }
      for (Future<Path> file : running) {
        SideBySide.result(file);
      }
    }
    for (int index = folders.size() - 1; index >= 0; index--) {
      syncFolder(folders.get(index));
    }
  }

  /** Brings a file's content to the disk. */
  static void syncFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Brings a folder's names to the disk, where the system lets a folder be opened at all. */
  static void syncFolder(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException | UnsupportedOperationException notOnThisSystem) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }

  /** The entries of a folder whose names begin so, sorted. */
  static List<Path> entries(Path folder, String prefix) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    }
  }
}
