package vn.chuyencan.measure;

import java.util.List;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Interval;

/**
 * One row of {@code activity_burst}: what one part of a batch saw of an identifier in a course on a
 * day.
 *
 * @param source number of the source
 * @param actorKey identifier
 * @param courseKey course; 0 for none
 * @param day day since 1970-01-01, in the institution's zone
 * @param batchId the batch
 * @param rebuilt whether it stands for all rows of its key of this batch and earlier ones
 * @param bursts bursts at the base gap; negative events take repeats out
 * @param declared intervals that the source declared
 */
record BurstRow(
    int source,
    long actorKey,
    long courseKey,
    int day,
    long batchId,
    boolean rebuilt,
    List<Burst> bursts,
    List<Interval> declared) {

  /** Whether both speak of one identifier in one course on one day, told by one source. */
  boolean sameKey(BurstRow other) {
    return day == other.day
        && actorKey == other.actorKey
        && courseKey == other.courseKey
        && source == other.source;
  }
}
