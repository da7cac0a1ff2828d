package vn.chuyencan.report.document;

import java.math.BigInteger;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** Paper and margins of X-ND30: A4; top and bottom 20 mm, left 30 mm, right 15 mm. */
final class PageLayout {
  private static final int SHORT_SIDE = 11906;
  private static final int LONG_SIDE = 16838;

  static final int TOP = twips(20);
  static final int LEFT = twips(30);
  static final int RIGHT = twips(15);

  /** The page number stands in the middle of the top margin. */
  private static final int HEADER = twips(10);

  private PageLayout() {}

  /** Millimetres in twentieths of a point, the unit of Word. */
  static int twips(int millimetres) {
    return (millimetres * 14400 + 127) / 254;
  }

  /** How wide the text is. */
  static int textWidth(Orientation orientation) {
    int page =
        switch (orientation) {
          case PORTRAIT -> SHORT_SIDE;
          case LANDSCAPE -> LONG_SIDE;
        };
    return page - LEFT - RIGHT;
  }

  /** Gives a section paper and margins. */
  static void apply(CTSectPr section, Orientation orientation) {
    CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
    switch (orientation) {
      case PORTRAIT -> {
        size.setW(BigInteger.valueOf(SHORT_SIDE));
        size.setH(BigInteger.valueOf(LONG_SIDE));
        size.setOrient(STPageOrientation.PORTRAIT);
      }
      case LANDSCAPE -> {
        size.setW(BigInteger.valueOf(LONG_SIDE));
        size.setH(BigInteger.valueOf(SHORT_SIDE));
        size.setOrient(STPageOrientation.LANDSCAPE);
      }
    }
    CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(TOP));
    margins.setBottom(BigInteger.valueOf(TOP));
    margins.setLeft(BigInteger.valueOf(LEFT));
    margins.setRight(BigInteger.valueOf(RIGHT));
    margins.setHeader(BigInteger.valueOf(HEADER));
    margins.setFooter(BigInteger.valueOf(HEADER));
    margins.setGutter(BigInteger.ZERO);
  }
}
