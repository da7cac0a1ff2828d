package vn.chuyencan.source.intake;

/**
 * What the bursts of {@code activity_burst} are kept by.
 *
 * @param source id of the source
 * @param actor the identifier
 * @param course the course; 0 for none
 * @param day days since 1970-01-01 in the institution's zone
 */
record DayKey(String source, long actor, long course, int day) {}
