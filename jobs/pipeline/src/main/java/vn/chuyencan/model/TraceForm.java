package vn.chuyencan.model;

/**
 * In which form a source keeps the traces of a site. Two sources of one form and site tell of
 * different acts, or name the same act by the same id; two of different forms tell of the same
 * acts.
 */
public enum TraceForm {
  /** xAPI statements, in files or from an LRS. */
  STATEMENTS,
  /** The platform's own database. */
  DATABASE,
  /** Files that people downloaded from the platform. */
  DOWNLOADS,
  /** Tracking logs of the platform. */
  TRACKING
}
