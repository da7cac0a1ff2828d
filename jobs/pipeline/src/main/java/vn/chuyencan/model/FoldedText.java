package vn.chuyencan.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text in the form in which two spellings of one name are the same. */
public final class FoldedText {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private FoldedText() {}

  /** Composed (NFC), in lower case, with single spaces; empty for null. Diacritics stay. */
  public static String of(String text) {
    if (text == null) {
      return "";
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    return SPACE.matcher(composed).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
