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

  /** Whether it is the same before a night's records are taken in and measured. */
  default boolean standsBefore(String need) {
    return false;
  }

  /** Who must supply it when it is not there. */
  Regulation.Words supplier(String need);
}
