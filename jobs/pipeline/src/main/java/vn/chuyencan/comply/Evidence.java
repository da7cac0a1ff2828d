package vn.chuyencan.comply;

/** Where the tables come from that rules ask. */
public interface Evidence {
  /** From when in a night on a table is what the night will publish of it, in this order. */
  enum Stands {
    /** When the night begins. */
    BEFORE,
    /** When its records are taken in. */
    TAKEN_IN,
    /** When it is measured. */
    MEASURED
  }

  /**
   * A table; without rows where it is not there.
   *
   * @param need such as {@code reg.program} or {@code lake.forum_post}
   */
  EvidenceTable table(String need);

  /** Whether it is there at all, with or without rows. */
  boolean has(String need);

  /** From when on it is the same. */
  default Stands stands(String need) {
    return Stands.MEASURED;
  }

  /** Who must supply it when it is not there. */
  Regulation.Words supplier(String need);
}
