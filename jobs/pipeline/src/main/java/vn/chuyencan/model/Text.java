package vn.chuyencan.model;

import java.text.Normalizer;

/** The one form in which the registers' texts are kept. */
final class Text {
  private Text() {}

  /** Composed (NFC) and without space around it; a missing text stays null. */
  static String normalised(String text) {
    return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /** The same, where a text must be there. */
  static String required(String text, String name) {
    String normalised = normalised(text);
    if (normalised == null || normalised.isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
    return normalised;
  }

  /** The same, where an empty text means that there is none. */
  static String optional(String text) {
    String normalised = normalised(text);
    return normalised == null || normalised.isEmpty() ? null : normalised;
  }
}
