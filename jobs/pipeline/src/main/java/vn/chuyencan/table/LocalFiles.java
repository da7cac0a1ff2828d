package vn.chuyencan.table;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system without its habit of starting a {@code chmod} process for every file
 * that it makes where Hadoop's native library is not installed. A small night makes hundreds.
 */
public final class LocalFiles extends LocalFileSystem {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /** For Hadoop, which makes file systems by their class. */
  public LocalFiles() {
    super(new Raw());
    // Parquet, Avro and the runs tell damage themselves, and a second file beside each costs time.
    setWriteChecksum(false);
    setVerifyChecksum(false);
  }

  /** Hadoop takes what stands before a colon in a file's name for the scheme of a URI. */
  @Override
  public Path getChecksumFile(Path file) {
    URI place = file.toUri();
    String folder = place.getPath().substring(0, place.getPath().lastIndexOf('/') + 1);
    return new Path(
        place.getScheme(), place.getAuthority(), folder + "." + file.getName() + ".crc");
  }

  /** The same for the bytes beneath the checksums. */
  private static final class Raw extends RawLocalFileSystem {

    @Override
    public boolean mkdirs(Path folder) throws IOException {
      // Asked for every file, and Hadoop looks at each folder above it.
      if (Files.isDirectory(pathToFile(folder).toPath())) {
        return true;
      }
      if (!super.mkdirs(folder)) {
        // Hadoop knows that it failed and not why, which is what a user has to be told.
        Files.createDirectories(pathToFile(folder).toPath());
      }
      return true;
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
      boolean done = super.rename(from, to);
      if (!done && Files.exists(pathToFile(from).toPath()) && !pathToFile(to).exists()) {
        // Likewise: Iceberg would take it for another writer's commit.
        Files.move(pathToFile(from).toPath(), pathToFile(to).toPath());
        return true;
      }
      return done;
    }

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      if (POSIX) {
        Files.setPosixFilePermissions(
            pathToFile(path).toPath(),
            PosixFilePermissions.fromString(
                permission.getUserAction().SYMBOL
                    + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL));
      }
    }
  }
}
