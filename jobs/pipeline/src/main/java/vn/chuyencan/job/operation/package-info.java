/** What a run leaves for whoever operates it: journal, log, metrics, notices of failure. */
package vn.chuyencan.job.operation;
