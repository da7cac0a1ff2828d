package vn.chuyencan.source.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;

/**
 * Words and decimals as Parquet holds them. Both come back again and again, so their bytes are
 * kept: up to a number, for a source may send anything.
 */
final class LeanText {
  private static final int KEPT = 4096;
  private static final int DECIMAL_BYTES = 16;

  /** A power of two, above the number of words in a vocabulary. */
  private static final int SLOTS = 64;

  private final Map<String, Binary> words = new HashMap<>();
  private final String[] lastWords = new String[SLOTS];
  private final Binary[] lastBytes = new Binary[SLOTS];
  private final Map<BigDecimal, Binary> decimals = new HashMap<>();
  private final int scale;

  /**
   * @param scale places of the decimals' column
   */
  LeanText(int scale) {
    this.scale = scale;
  }

  /** A word in UTF-8. */
  @SuppressWarnings("ReferenceEquality") // words of vocabularies are the same object each time
  Binary word(String word) {
    int slot = word.hashCode() & (SLOTS - 1);
    if (lastWords[slot] != word) {
      lastWords[slot] = word;
      Binary known = words.get(word);
      lastBytes[slot] = known == null ? keep(words, word, Binary.fromString(word)) : known;
    }
    return lastBytes[slot];
  }

  /**
   * A decimal as sixteen bytes, the unscaled value.
   *
   * @throws ArithmeticException if it has more places than the column
   */
  Binary decimal(BigDecimal value) {
    Binary known = decimals.get(value);
    if (known == null) {
      known = keep(decimals, value, bytes(value.setScale(scale, RoundingMode.UNNECESSARY)));
    }
    return known;
  }

  private static Binary bytes(BigDecimal value) {
    BigInteger unscaled = value.unscaledValue();
    byte[] significant = unscaled.toByteArray();
    if (significant.length > DECIMAL_BYTES) {
      throw new ArithmeticException("too many digits: " + value);
    }
    byte[] bytes = new byte[DECIMAL_BYTES];
    Arrays.fill(bytes, (byte) (unscaled.signum() < 0 ? -1 : 0));
    System.arraycopy(significant, 0, bytes, DECIMAL_BYTES - significant.length, significant.length);
    return Binary.fromConstantByteArray(bytes);
  }

  private static <T> Binary keep(Map<T, Binary> known, T value, Binary bytes) {
    if (known.size() >= KEPT) {
      known.clear();
    }
    known.put(value, bytes);
    return bytes;
  }
}
