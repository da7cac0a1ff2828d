package vn.chuyencan.report.explain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** How explanations are laid out. The result ends with a line end and is in NFC. */
public enum ExplanationFormat {
  /** For a terminal: lines of some hundred characters; tables as wide as they are. */
  TEXT,
  /** GitHub's Markdown. */
  MARKDOWN,
  /** One file that needs nothing else, laid out for A4 when printed. */
  HTML,
  /** One JSON object for programs: names do not depend on the language, texts do. */
  JSON;

  /** The word by which the command line calls it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Lays explanations out one after the other.
   *
   * @throws IllegalArgumentException when there is none
   */
  public String render(List<Explanation> explanations) {
    if (explanations.isEmpty()) {
      throw new IllegalArgumentException("nothing to explain");
    }
    String text =
        switch (this) {
          case TEXT -> TextLayout.of(explanations);
          case MARKDOWN -> MarkdownLayout.of(explanations);
          case HTML -> HtmlLayout.of(explanations);
          case JSON -> JsonLayout.of(explanations);
        };
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * What may be printed: characters that steer a terminal or turn the direction of writing become
   * spaces, for names and ids come from elsewhere.
   */
  static String printable(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(
            point -> {
              int type = Character.getType(point);
              boolean steers =
                  type == Character.CONTROL
                      || (point >= 0x202A && point <= 0x202E)
                      || (point >= 0x2066 && point <= 0x2069)
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              return steers ? ' ' : point;
            })
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
