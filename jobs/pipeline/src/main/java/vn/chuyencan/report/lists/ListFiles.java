package vn.chuyencan.report.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;

/** Writes the files of lists. */
public final class ListFiles {

  private ListFiles() {}

  /**
   * Writes files into a folder, which is made where it is not there. Each appears whole or not at
   * all; one that holds the same already is not touched, and other files in the folder stay. What
   * is made is closed to other users of the machine, for lists name people; a folder that is there
   * is open to whom it was before.
   *
   * @throws PipelineException {@link ErrorCode#LIST_UNWRITABLE}
   */
  public static void write(Path folder, Map<String, byte[]> files) {
    Path current = folder;
    try {
      FileAttribute<?>[] closed = closed(folder, "rwxr-x---");
      Files.createDirectories(folder, closed);
      for (String name : files.keySet()) {
        Files.createDirectories(folder.resolve(name).getParent(), closed);
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        current = folder.resolve(file.getKey());
        if (!Files.isRegularFile(current)
            || !Arrays.equals(Files.readAllBytes(current), file.getValue())) {
          write(current, file.getValue());
        }
      }
    } catch (IOException unwritable) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.LIST_UNWRITABLE, current.toString(), Reason.ofNamed(current, unwritable)),
          unwritable);
    }
  }

  /**
   * Takes files out of a folder, where they are there.
   *
   * @throws PipelineException {@link ErrorCode#LIST_UNWRITABLE}
   */
  public static void remove(Path folder, List<String> names) {
    for (String name : names) {
      Path file = folder.resolve(name);
      try {
        Files.deleteIfExists(file);
      } catch (IOException locked) {
        throw new PipelineException(
            Fault.of(ErrorCode.LIST_UNWRITABLE, file.toString(), Reason.ofNamed(file, locked)),
            locked);
      }
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path prepared = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.deleteIfExists(prepared);
      Files.createFile(prepared, closed(file, "rw-r-----"));
      Files.write(prepared, content);
      Files.move(
          prepared, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(prepared);
    }
  }

  private static FileAttribute<?>[] closed(Path place, String permissions) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
