package vn.chuyencan.report;

/** How far a publication has come. Until {@link #LATEST_MOVED} readers see the one before. */
public enum PublicationStep {
  /** Remains of a broken run are gone, the hidden staging folder is there. */
  STAGING_READY,
  /** One table more is written. */
  TABLE_WRITTEN,
  /** The manifest is written. */
  MANIFEST_WRITTEN,
  /** Everything staged has reached the disk. */
  SYNCED,
  /** The publication stands under its final name. */
  IN_PLACE,
  /** {@code latest} names the publication. */
  LATEST_MOVED
}
