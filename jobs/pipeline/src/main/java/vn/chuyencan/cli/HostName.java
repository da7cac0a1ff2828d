package vn.chuyencan.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The name that this machine has by itself. Locks and records of runs tell by it whose process
 * numbers they hold, so it must not change because a name server answers at one time and not at
 * another; therefore nobody is asked for an address where the kernel tells the name.
 */
final class HostName {
  /** Where Linux tells it. */
  static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private static final String UNKNOWN = "localhost";

  private HostName() {}

  /**
   * The name; never blank.
   *
   * @param file where the kernel tells it; where there is none the network is asked
   */
  static String of(Path file) {
    try {
      String name = Files.readString(file).strip();
      return name.isEmpty() ? UNKNOWN : name;
    } catch (IOException otherSystem) {
      return asked();
    }
  }

  private static String asked() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unresolved) {
      return UNKNOWN;
    }
  }
}
