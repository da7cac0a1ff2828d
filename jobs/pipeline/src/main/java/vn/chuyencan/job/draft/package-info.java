/**
 * Drafts a configuration and registers from what sources show, for a person to complete: {@code
 * chuyencan init}. Nothing here is used by a night.
 */
package vn.chuyencan.job.draft;
