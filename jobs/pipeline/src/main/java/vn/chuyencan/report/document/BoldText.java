package vn.chuyencan.report.document;

import java.text.Normalizer;

/**
 * How wide bold text in Times New Roman is, so that a rule can be as long as its line. Vietnamese
 * letters are as wide as the letter that carries their marks.
 */
final class BoldText {
  private static final String LETTERS = " -.,()/&";
  private static final int[] SIGNS = {250, 333, 250, 250, 333, 333, 278, 833};
  private static final int[] CAPITALS = {
    722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556,
    667, 722, 722, 1000, 722, 722, 667
  };
  private static final int[] SMALL = {
    500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389,
    333, 556, 500, 722, 500, 500, 444
  };
  private static final int DIGIT = 500;

  private BoldText() {}

  /**
   * The width in twentieths of a point.
   *
   * @param points size of the font
   */
  static int width(String text, int points) {
    long thousandths = 0;
    String letters = Normalizer.normalize(text, Normalizer.Form.NFD);
    for (int index = 0; index < letters.length(); index++) {
      thousandths += width(letters.charAt(index));
    }
    return (int) (thousandths * points * 20 / 1000);
  }

  private static int width(char letter) {
    if (letter >= 'A' && letter <= 'Z') {
      return CAPITALS[letter - 'A'];
    }
    if (letter >= 'a' && letter <= 'z') {
      return SMALL[letter - 'a'];
    }
    if (letter == 'Đ' || letter == 'đ') {
      return width(letter == 'Đ' ? 'D' : 'd');
    }
    if (Character.getType(letter) == Character.NON_SPACING_MARK) {
      return 0;
    }
    int sign = LETTERS.indexOf(letter);
    return sign < 0 ? DIGIT : SIGNS[sign];
  }
}
