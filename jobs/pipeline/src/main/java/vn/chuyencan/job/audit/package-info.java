/** Computes a past night again from what was kept of it, and compares. */
package vn.chuyencan.job.audit;
