package vn.chuyencan.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import vn.chuyencan.error.Reason;

/** A file that holds the institution's key and that nobody but its owner may read. */
public final class KeyFile {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private KeyFile() {}

  /**
   * The key: the text of the file without spaces and line ends around it.
   *
   * @param unusable hears why the file cannot be used
   * @return null when it cannot be used
   */
  public static String read(Path file, Consumer<String> unusable) {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNERS.containsAll(permissions)) {
          unusable.accept(
              PosixFilePermissions.toString(permissions)
                  + ": "
                  + Reason.OTHERS_READ.mark()
                  + " (chmod 600 "
                  + file
                  + ")");
          return null;
        }
      }
      String key = Files.readString(file).strip();
      if (key.isEmpty()) {
        unusable.accept(Reason.EMPTY.mark());
        return null;
      }
      return key;
    } catch (IOException failure) {
      unusable.accept(Reason.ofNamed(file, failure));
      return null;
    }
  }
}
