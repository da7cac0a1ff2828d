package vn.chuyencan.source.intake;

import java.util.UUID;

/**
 * An event that does not stay, in this batch or of an earlier one.
 *
 * @param reason word of {@code removed_event}
 * @param exact whether it repeats in every respect an event that stays
 * @param id its id
 * @param source id of its source
 * @param contentHash its content
 * @param occurredAt when it happened, microseconds since the epoch, UTC
 * @param day the local day
 * @param actor its actor
 * @param course its course; 0 for none
 * @param verb its verb
 * @param counted whether it counts as an act of the actor
 */
record GoneEvent(
    String reason,
    boolean exact,
    UUID id,
    String source,
    long contentHash,
    long occurredAt,
    int day,
    long actor,
    long course,
    long verb,
    boolean counted) {

  DayKey key() {
    return new DayKey(source, actor, course, day);
  }
}
