package vn.chuyencan.report;

/** Told where a table's content comes from, for tests. */
@FunctionalInterface
interface SegmentListener {
  /** Where content comes from. */
  enum Origin {
    /** Rows of the lake were read and encoded. */
    BUILT,
    /** Bytes of the latest publication were copied. */
    COPIED,
    /** The whole table is a file of the latest publication under one more name. */
    LINKED,
    /** What was copied turned out to be damaged; the table is made again without. */
    DAMAGED
  }

  /**
   * Called by whichever thread publishes the table.
   *
   * @param segment the segment's key; empty where the whole table is meant
   */
  void made(String table, String segment, Origin origin);
}
