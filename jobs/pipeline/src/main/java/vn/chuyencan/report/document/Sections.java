package vn.chuyencan.report.document;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;

/** The sections of a document: how their pages lie and what stands in their top margin. */
final class Sections {
  private final XWPFDocument document;
  private Orientation orientation;
  private boolean first = true;

  Sections(XWPFDocument document, Orientation orientation, String draft) {
    this.document = document;
    this.orientation = orientation;
    body();
    numbered(document.createHeader(HeaderFooterType.DEFAULT), draft);
    XWPFHeader firstPage = document.createHeader(HeaderFooterType.FIRST);
    if (draft.isEmpty()) {
      TextStyle.CENTRED.write(firstPage.createParagraph(), "");
    } else {
      mark(firstPage, draft);
    }
  }

  Orientation orientation() {
    return orientation;
  }

  /** Ends the section that is open; what follows lies otherwise. */
  void turn(Orientation other) {
    end();
    CTSectPr open = body();
    XWPFParagraph last = last();
    CTPPr properties =
        last.getCTP().isSetPPr() ? last.getCTP().getPPr() : last.getCTP().addNewPPr();
    properties.setSectPr((CTSectPr) open.copy());
    if (first) {
      // Only the document's first page has no number.
      open.unsetTitlePg();
      first = false;
    }
    orientation = other;
  }

  /** One more paragraph after a full page would make an empty one. */
  private XWPFParagraph last() {
    List<IBodyElement> written = document.getBodyElements();
    if (written.get(written.size() - 1) instanceof XWPFParagraph paragraph
        && !(paragraph.getCTP().isSetPPr() && paragraph.getCTP().getPPr().isSetSectPr())) {
      return paragraph;
    }
    XWPFParagraph fresh = document.createParagraph();
    TextStyle.CENTRED.size(1).write(fresh, "");
    return fresh;
  }

  /** Gives the open section its paper. */
  void end() {
    PageLayout.apply(body(), orientation);
  }

  private CTSectPr body() {
    return document.getDocument().getBody().isSetSectPr()
        ? document.getDocument().getBody().getSectPr()
        : document.getDocument().getBody().addNewSectPr();
  }

  private static void numbered(XWPFHeader header, String draft) {
    XWPFParagraph number = header.createParagraph();
    number.setAlignment(ParagraphAlignment.CENTER);
    CTSimpleField page = number.getCTP().addNewFldSimple();
    page.setInstr("PAGE");
    CTRPr format = page.addNewR().addNewRPr();
    TextStyle.fonts(format.addNewRFonts());
    format.addNewSz().setVal(BigInteger.valueOf(26));
    format.addNewSzCs().setVal(BigInteger.valueOf(26));
    page.getRArray(0).addNewT().setStringValue("2");
    if (!draft.isEmpty()) {
      mark(header, draft);
    }
  }

  private static void mark(XWPFHeader header, String draft) {
    TextStyle.CENTRED.inBold().size(11).spaced(0, 80).write(header.createParagraph(), draft);
  }
}
