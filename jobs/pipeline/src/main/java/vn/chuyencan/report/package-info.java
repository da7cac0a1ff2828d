/** What people get: published tables, and the manifest that vouches for them. */
package vn.chuyencan.report;
