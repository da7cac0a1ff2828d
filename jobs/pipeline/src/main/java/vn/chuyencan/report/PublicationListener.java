package vn.chuyencan.report;

/** Told how a publication goes on, for progress on a terminal. */
@FunctionalInterface
public interface PublicationListener {

  /**
   * A step is done.
   *
   * @param step which one
   * @param table the table of {@link PublicationStep#TABLE_WRITTEN}, else the run's id
   */
  void reached(PublicationStep step, String table);
}
