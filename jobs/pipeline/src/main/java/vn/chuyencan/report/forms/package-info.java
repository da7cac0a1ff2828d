/**
 * Reports in official forms as files: the document that is handed in, the workbook, and every table
 * as canonical CSV and Parquet with a manifest of digests. What is in them was computed elsewhere.
 */
package vn.chuyencan.report.forms;
