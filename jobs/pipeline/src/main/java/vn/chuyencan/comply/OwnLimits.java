package vn.chuyencan.comply;

/**
 * What the institution says where a text gives no number.
 *
 * @param reviewDays days after the end of a semester within which it is reviewed (C09-15.6)
 * @param publicationDays days for which what is public counts as kept current (C28-14.5)
 * @param materialMonths months within which materials in use are reviewed (C30-6.2)
 */
public record OwnLimits(int reviewDays, int publicationDays, int materialMonths) {
  /** Where it says nothing. */
  public static final OwnLimits USUAL = new OwnLimits(30, 90, 12);
}
