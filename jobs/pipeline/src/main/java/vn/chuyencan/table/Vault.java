package vn.chuyencan.table;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder in which everything lies that tells in plain words who somebody is (X-PD-1). On a file
 * system with owners and permissions nobody but its owner enters it: folders 0700, files 0600. On
 * others whoever administers them sees to it.
 */
public final class Vault {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private final String location;
  private final Configuration hadoop;

  /**
   * @param location an absolute path of any Hadoop file system
   */
  public Vault(String location, Configuration hadoop) {
    this.location = location;
    this.hadoop = hadoop;
  }

  /** Where a warehouse has its vault unless the configuration says otherwise. */
  public static String within(String warehouse) {
    return new Path(warehouse, "vault").toString();
  }

  /** Its path. */
  public String location() {
    return location;
  }

  /** Its folder on this machine; empty where it lies on a file system without permissions. */
  public Optional<java.nio.file.Path> local() throws IOException {
    FileSystem files = new Path(location).getFileSystem(hadoop);
    if (files instanceof LocalFileSystem local) {
      java.nio.file.Path folder = local.pathToFile(new Path(location)).toPath();
      return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
          ? Optional.of(folder)
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Makes the folder, closed from the beginning. */
  public void make() throws IOException {
    Optional<java.nio.file.Path> folder = local();
    if (folder.isPresent() && Files.notExists(folder.get())) {
      if (folder.get().getParent() != null) {
        Files.createDirectories(folder.get().getParent());
      }
      Files.createDirectory(folder.get(), PosixFilePermissions.asFileAttribute(FOLDER));
    }
  }

  /** With what a file of it is made, so that it is closed from the beginning. */
  FileAttribute<?>[] fileAttributes() throws IOException {
    return local().isPresent()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
        : new FileAttribute<?>[0];
  }

  /** Whether others than its owner may enter it. */
  public boolean isOpen() throws IOException {
    Optional<java.nio.file.Path> folder = local();
    return folder.isPresent()
        && Files.isDirectory(folder.get())
        && !Files.getPosixFilePermissions(folder.get()).equals(FOLDER);
  }

  /** Closes it, and everything in it. */
  public void close() throws IOException {
    Optional<java.nio.file.Path> folder = local();
    if (folder.isEmpty() || Files.notExists(folder.get())) {
      return;
    }
    Files.walkFileTree(
        folder.get(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(
              java.nio.file.Path inner, BasicFileAttributes attributes) throws IOException {
            set(inner, FOLDER);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(java.nio.file.Path file, BasicFileAttributes attributes)
              throws IOException {
            set(file, FILE);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Closes one file of it. */
  public void closeFile(java.nio.file.Path file) throws IOException {
    set(file, FILE);
  }

  private static void set(java.nio.file.Path path, Set<PosixFilePermission> wanted)
      throws IOException {
    try {
      if (!Files.getPosixFilePermissions(path).equals(wanted)) {
        Files.setPosixFilePermissions(path, wanted);
      }
    } catch (NoSuchFileException goneMeanwhile) {
      // A file of a reader or an earlier commit may go at any time.
    }
  }
}
