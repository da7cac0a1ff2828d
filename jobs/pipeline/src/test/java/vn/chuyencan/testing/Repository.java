package vn.chuyencan.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository's files lie, whatever folder the tests run in. */
public final class Repository {
  private Repository() {}

  /** The top of the repository. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("schemas/tables"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the tests do not run inside the repository");
    }
    return folder;
  }

  /** Whether the run may rewrite generated and expected files ({@code -Dchuyencan.update=true}). */
  public static boolean updating() {
    return Boolean.getBoolean("chuyencan.update");
  }
}
