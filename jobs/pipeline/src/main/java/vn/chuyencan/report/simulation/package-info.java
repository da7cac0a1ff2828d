/** What a simulation found, as text, tables and JSON. */
package vn.chuyencan.report.simulation;
