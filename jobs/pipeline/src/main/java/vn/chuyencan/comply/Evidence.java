package vn.chuyencan.comply;

/** Where the tables come from that rules ask. */
public interface Evidence {
  /**
   * A table; without rows where it is not there.
   *
   * @param need such as {@code reg.program} or {@code lake.forum_post}
   */
  EvidenceTable table(String need);

  /** Whether it is there at all, with or without rows. */
  boolean has(String need);

  /** Who must supply it when it is not there. */
  Regulation.Words supplier(String need);
}
