package vn.chuyencan.report.document;

/** How the sheet of paper lies. */
public enum Orientation {
  PORTRAIT,
  /** For tables that are too wide for an upright page. */
  LANDSCAPE
}
