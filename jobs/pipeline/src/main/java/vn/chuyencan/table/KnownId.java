package vn.chuyencan.table;

/**
 * One event id that the lake knows.
 *
 * @param idHigh upper half of the event's UUID
 * @param idLow lower half
 * @param contentHash content of the event that was kept
 * @param occurredAt when it happened, microseconds since the epoch, UTC
 */
public record KnownId(long idHigh, long idLow, long contentHash, long occurredAt) {

  /** Its place among sorted ids. */
  public long order() {
    return IdOrder.of(idHigh, idLow);
  }
}
