package vn.chuyencan.xapi.rules;

/** What counts as an absolute IRI (RFC 3987) or URI: a scheme, a colon, and no forbidden sign. */
final class Iris {
  private static final String FORBIDDEN = "<>\"{}|\\^`";

  /** Of the ASCII signs: every IRI of every statement is looked through. */
  private static final boolean[] ALLOWED = allowed();

  private Iris() {}

  private static boolean[] allowed() {
    boolean[] allowed = new boolean[0x80];
    for (char sign = ' ' + 1; sign < 0x7f; sign++) {
      allowed[sign] = FORBIDDEN.indexOf(sign) < 0;
    }
    return allowed;
  }

  static boolean isAbsolute(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon == text.length() - 1 || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < colon; i++) {
      char sign = text.charAt(i);
      if (!isLetter(sign) && !isDigit(sign) && sign != '+' && sign != '-' && sign != '.') {
        return false;
      }
    }
    return hasOnlyAllowedSigns(text);
  }

  /** Whether no sign stands in the text that an IRI must not have anywhere. */
  static boolean hasOnlyAllowedSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign < ALLOWED.length && !ALLOWED[sign]) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean isMail(String text) {
    return text.startsWith("mailto:") && isAddress(text.substring("mailto:".length()));
  }

  static boolean isAddress(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at == text.lastIndexOf('@')
        && at < text.length() - 1
        && hasOnlyAllowedSigns(text)
        && text.indexOf(':') < 0;
  }

  private static boolean isLetter(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }
}
