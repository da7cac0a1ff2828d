/**
 * Personal data in the institution's hands (X-PD): erasing a person, keeping nothing longer than it
 * may be kept, and noting who looked at names.
 */
package vn.chuyencan.job.privacy;
