/**
 * What stands out in traces (never a verdict): pure functions of what was seen of a learner, none
 * of which depends on the order in which it was told.
 */
package vn.chuyencan.measure.integrity;
