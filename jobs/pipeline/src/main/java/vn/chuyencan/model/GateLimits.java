package vn.chuyencan.model;

import java.math.BigDecimal;

/**
 * What a source may do before the data gate closes; null where nothing is demanded.
 *
 * @param rejectedShare largest share of rejected records in a batch, 0 to 1
 * @param silentDays most days in a row on which a course run is open and the source says nothing
 * @param unresolvedShare largest share of events of identifiers that nobody has, 0 to 1
 * @param volumeDrop largest fall of a day's events below those of the same weekday before, 0 to 1
 */
public record GateLimits(
    BigDecimal rejectedShare,
    Integer silentDays,
    BigDecimal unresolvedShare,
    BigDecimal volumeDrop) {
  /** Nothing is demanded. */
  public static final GateLimits NONE = new GateLimits(null, null, null, null);

  /** These, and what they leave out as others say. */
  public GateLimits over(GateLimits others) {
    return new GateLimits(
        rejectedShare == null ? others.rejectedShare : rejectedShare,
        silentDays == null ? others.silentDays : silentDays,
        unresolvedShare == null ? others.unresolvedShare : unresolvedShare,
        volumeDrop == null ? others.volumeDrop : volumeDrop);
  }

  /** Whether what the tables tell of a source must be looked at. */
  public boolean looksAtTables() {
    return silentDays != null || unresolvedShare != null || volumeDrop != null;
  }
}
