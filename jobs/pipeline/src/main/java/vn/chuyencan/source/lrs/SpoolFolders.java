package vn.chuyencan.source.lrs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.table.FileTrees;
import vn.chuyencan.table.Vault;

/**
 * The spool of one source: a folder for each pull. Those of committed pulls stay, for events are
 * walked back to them, unless the configuration says for how long. What an LRS answers tells who
 * somebody is, so the spool is closed to others as the vault is.
 */
final class SpoolFolders {
  private static final Pattern NAME = Pattern.compile("pull-([0-9]{1,18})");

  private final Path root;

  SpoolFolders(Path root) {
    this.root = root;
  }

  /**
   * An empty folder for a pull. What later pulls left there was never committed and goes.
   *
   * @param number of the pull, one more than the committed ones
   */
  Path begin(long number) throws IOException {
    Vault spool = closed(root);
    spool.make();
    Files.createDirectories(root);
    if (spool.isOpen()) {
      spool.close();
    }
    List<Path> entries;
    try (Stream<Path> all = Files.list(root)) {
      entries = all.toList();
    }
    for (Path entry : entries) {
      Matcher name = NAME.matcher(entry.getFileName().toString());
      if (name.matches() && Long.parseLong(name.group(1)) >= number) {
        FileTrees.delete(entry);
      }
    }
    Path folder = root.resolve(String.format(Locale.ROOT, "pull-%08d", number));
    Files.createDirectory(folder);
    close(folder);
    sync(root);
    return folder;
  }

  /** Closes what lies in the folder of a pull. */
  static void close(Path folder) throws IOException {
    closed(folder).close();
  }

  private static Vault closed(Path folder) {
    return new Vault(folder.toAbsolutePath().toString(), new Configuration(false));
  }

  /**
   * Deletes old pulls. Only what was committed may go: a pull that was not is asked for again.
   *
   * @param upTo number of the last pull that goes
   */
  void prune(long upTo) {
    try (Stream<Path> all = Files.list(root)) {
      for (Path entry : all.toList()) {
        Matcher name = NAME.matcher(entry.getFileName().toString());
        if (name.matches() && Long.parseLong(name.group(1)) <= upTo) {
          FileTrees.delete(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Brings a folder's names to the disk, where the system lets a folder be opened at all. */
  static void sync(Path folder) throws IOException {
    FileChannel names;
    try {
      names = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException | UnsupportedOperationException notOnThisSystem) {
      return;
    }
    try (names) {
      names.force(true);
    }
  }
}
