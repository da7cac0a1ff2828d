/** What every table promises its readers, read from {@code schemas/tables}. */
package vn.chuyencan.table;
