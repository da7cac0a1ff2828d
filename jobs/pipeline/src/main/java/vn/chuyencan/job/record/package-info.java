/** What nights were made of, as it is kept in the warehouse. */
package vn.chuyencan.job.record;
