package vn.chuyencan.job;

import java.nio.file.Path;

/** The program's own folder on this machine: lock, journal, log. */
public final class OwnFolder {

  private OwnFolder() {}

  /** In a warehouse on this machine; beside the publications where it lies elsewhere. */
  public static Path of(Configuration configuration) {
    String warehouse = configuration.warehouse();
    // Two runs on one shared file system from two hosts are kept apart by whoever schedules them.
    Path local =
        warehouse.contains("://")
            ? Path.of(configuration.publish())
            : Path.of(warehouse.startsWith("file:") ? warehouse.substring(5) : warehouse);
    return local.resolve("_chuyencan");
  }
}
