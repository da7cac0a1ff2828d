package vn.chuyencan.model;

/**
 * In which form a source keeps the traces of a site, the most trustworthy first. Two sources of one
 * form and site tell of different acts, or name the same act by the same id; two of different forms
 * tell of the same acts.
 */
public enum TraceForm {
  /**
   * The platform's own database, which also knows who acted under whose name and what no one did.
   */
  DATABASE,
  /** Tracking logs of the platform. */
  TRACKING,
  /** xAPI statements, in files or from an LRS. */
  STATEMENTS,
  /** Files that people downloaded from the platform. */
  DOWNLOADS
}
