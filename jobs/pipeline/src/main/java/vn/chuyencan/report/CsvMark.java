package vn.chuyencan.report;

/** Whether the published CSV files begin with a byte order mark; no digest ever covers it. */
public enum CsvMark {
  /** No mark: what every program but Excel expects. */
  ABSENT,
  /** A UTF-8 mark, by which Excel knows the encoding when a file is opened by a double click. */
  PRESENT
}
