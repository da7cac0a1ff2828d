package vn.chuyencan.xapi.rules;

/** What counts as a language tag: the form of RFC 5646, without asking whether it is registered. */
final class LanguageTags {
  private static final int LONGEST_SUBTAG = 8;

  private LanguageTags() {}

  static boolean isTag(String text) {
    int from = 0;
    int subtag = 0;
    while (from <= text.length()) {
      int hyphen = text.indexOf('-', from);
      int to = hyphen < 0 ? text.length() : hyphen;
      if (!isSubtag(text, from, to, subtag)) {
        return false;
      }
      if (hyphen < 0) {
        return subtag > 0 || to - from > 1;
      }
      from = hyphen + 1;
      subtag++;
    }
    return false;
  }

  private static boolean isSubtag(String text, int from, int to, int position) {
    if (to == from || to - from > LONGEST_SUBTAG) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char sign = text.charAt(i);
      boolean letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
      boolean digit = sign >= '0' && sign <= '9';
      if (!letter && (!digit || position == 0)) {
        return false;
      }
    }
    if (position > 0 || to - from > 1) {
      return true;
    }
    char single = text.charAt(from);
    return single == 'x' || single == 'X' || single == 'i' || single == 'I';
  }
}
