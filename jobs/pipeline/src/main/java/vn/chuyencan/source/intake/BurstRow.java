package vn.chuyencan.source.intake;

/**
 * A row of {@code activity_burst}.
 *
 * @param source id of the source
 * @param trace the bursts and intervals of one identifier, course and day
 * @param part number of the task; {@link #CORRECTION} for what was put right afterwards
 * @param rebuilt whether it stands for all rows of its key of this batch and earlier ones
 */
record BurstRow(String source, DayTrace trace, int part, boolean rebuilt) {
  static final int CORRECTION = -1;
}
