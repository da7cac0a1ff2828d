package vn.chuyencan.report.site;

import java.io.IOException;

/** What is made when it is first asked for, and then kept; for one thread. */
final class Once<T> {
  private final Maker<T> maker;
  private T made;

  Once(Maker<T> maker) {
    this.maker = maker;
  }

  /** Makes it. */
  @FunctionalInterface
  interface Maker<T> {
    T make() throws IOException;
  }

  T get() throws IOException {
    if (made == null) {
      made = maker.make();
    }
    return made;
  }
}
