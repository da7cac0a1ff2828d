/** Answers to questions in SQL, laid out. */
package vn.chuyencan.report.query;
