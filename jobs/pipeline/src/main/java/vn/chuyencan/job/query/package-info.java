/** Questions in SQL about the lake and the latest publication; nothing is written. */
package vn.chuyencan.job.query;
