package vn.chuyencan.cli;

/** What somebody types to start the program. */
final class Launcher {
  private Launcher() {}

  /** The command as it is called here: among the sources, or where a package installed it. */
  static String name() {
    return System.getProperty("chuyencan.command", "scripts/chuyencan");
  }
}
