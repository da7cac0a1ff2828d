/**
 * Documents for Word and Excel: the layout of administrative documents (X-ND30, REQUIREMENTS 2.5)
 * and tables with real types. Whoever has something to say in this layout says it to {@code
 * OfficialDocument} and {@code SheetBook}; no other package knows the library that writes them.
 */
package vn.chuyencan.report.document;
