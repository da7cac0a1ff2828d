package vn.chuyencan.error;

import java.util.Locale;

/** The two languages in which the product speaks to people. */
public enum Language {
  VI(new Locale("vi", "VN")),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The locale whose rules format dates and numbers for a reader of this language. */
  public Locale locale() {
    return locale;
  }

  /**
   * The code that {@code --lang} takes and that names the message file: {@code vi} or {@code en}.
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
