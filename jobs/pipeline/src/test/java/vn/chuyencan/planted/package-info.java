/**
 * Violations of the architecture, planted so that each rule proves that it finds them. No test and
 * no product class uses them.
 */
package vn.chuyencan.planted;
