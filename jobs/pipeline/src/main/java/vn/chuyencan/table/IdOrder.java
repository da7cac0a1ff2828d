package vn.chuyencan.table;

/**
 * The order in which event ids are sorted to be compared: by a number that looks random even where
 * ids count upwards, as those of time-ordered UUIDs do. So equal shares of the numbers hold about
 * equally many ids.
 */
public final class IdOrder {

  private IdOrder() {}

  /** The number of an id, to be compared as unsigned; different ids may have the same. */
  public static long of(long idHigh, long idLow) {
    return scattered(idHigh ^ scattered(idLow + 0x9E3779B97F4A7C15L));
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves all. */
  private static long scattered(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /**
   * In which of so many equal shares a number lies.
   *
   * @param order as {@link #of} gives it
   * @param shares a power of two
   */
  public static int share(long order, int shares) {
    return shares == 1 ? 0 : (int) (order >>> (64 - Integer.numberOfTrailingZeros(shares)));
  }
}
