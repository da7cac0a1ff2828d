package vn.chuyencan.table;

import java.text.Normalizer;

/** Text in the one form in which it is published: Unicode NFC and always encodable. */
public final class CanonicalText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char FIRST_COMBINING = '\u0300';

  private CanonicalText() {}

  /** The text in NFC; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD. */
  public static String of(String text) {
    if (plain(text)) {
      return text;
    }
    String whole = withoutLoneSurrogates(text);
    return Normalizer.isNormalized(whole, Normalizer.Form.NFC)
        ? whole
        : Normalizer.normalize(whole, Normalizer.Form.NFC);
  }

  /** The order of the texts' UTF-8 bytes, which is that of their code points and Spark's own. */
  public static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int index = 0; index < length; index++) {
      char left = one.charAt(index);
      char right = other.charAt(index);
      if (left != right) {
        boolean leftLast = Character.isSurrogate(left);
        return leftLast == Character.isSurrogate(right)
            ? Character.compare(left, right)
            : Boolean.compare(leftLast, !leftLast);
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** Whether all of it lies below U+0300, where every text is in NFC and no half pair occurs. */
  private static boolean plain(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= FIRST_COMBINING) {
        return false;
      }
    }
    return true;
  }

  private static String withoutLoneSurrogates(String text) {
    StringBuilder repaired = null;
    int length = text.length();
    for (int index = 0; index < length; index++) {
      char unit = text.charAt(index);
      if (!Character.isSurrogate(unit)) {
        continue;
      }
      boolean paired =
          Character.isHighSurrogate(unit)
              && index + 1 < length
              && Character.isLowSurrogate(text.charAt(index + 1));
      if (paired) {
        index++;
        continue;
      }
      if (repaired == null) {
        repaired = new StringBuilder(text);
      }
      repaired.setCharAt(index, REPLACEMENT);
    }
    return repaired == null ? text : repaired.toString();
  }
}
