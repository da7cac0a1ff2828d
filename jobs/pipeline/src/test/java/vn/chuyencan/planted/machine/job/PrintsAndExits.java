package vn.chuyencan.planted.machine.job;

/** Prints and exits in every way. */
final class PrintsAndExits {

  private PrintsAndExits() {}

  static void out() {
    System.out.println();
  }

  static void err() {
    System.err.println();
  }

  static void exit() {
    System.exit(1);
  }

  static void halt() {
    Runtime.getRuntime().halt(1);
  }

  static void trace(RuntimeException failure) {
    failure.printStackTrace();
  }

  static String environment() {
    return System.getenv("HOME");
  }
}
