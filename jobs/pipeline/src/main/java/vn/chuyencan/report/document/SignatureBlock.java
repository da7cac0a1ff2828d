package vn.chuyencan.report.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** The foot of an administrative document (X-ND30): recipients and signature. */
final class SignatureBlock {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final TextStyle LEFT = TextStyle.CENTRED.aligned(ParagraphAlignment.LEFT);
  private static final TextStyle TITLE = TextStyle.CENTRED.size(13).inBold();

  /** Room for signature and seal. */
  private static final int ROOM = 1300;

  private final TableWriter tables;
  private final Letterhead letterhead;
  private final OfficeWords words;

  SignatureBlock(TableWriter tables, Letterhead letterhead, OfficeWords words) {
    this.tables = tables;
    this.letterhead = letterhead;
    this.words = words;
  }

  void write(int width) {
    XWPFTableRow row = tables.sideBySide(TableWriter.shares(width, 50, 50));
    XWPFTableCell recipients = row.getCell(0);
    LEFT.size(12)
        .inBold()
        .inItalics()
        .write(recipients.getParagraphArray(0), words.text("recipients"));
    for (String line : recipients()) {
      LEFT.size(11).write(recipients.addParagraph(), nfc(line));
    }
    XWPFTableCell signature = row.getCell(1);
    Letterhead.Signer signer = letterhead.signer();
    List<String> titles = new ArrayList<>();
    if (signer.authority() != null) {
      titles.add(nfc(signer.authority()).toUpperCase(VIETNAMESE));
    }
    titles.add(
        signer.title() == null
            ? words.text("signer.open")
            : nfc(signer.title()).toUpperCase(VIETNAMESE));
    XWPFParagraph next = signature.getParagraphArray(0);
    for (String title : titles) {
      TITLE.write(next, title);
      next = signature.addParagraph();
    }
    if (signer.note() != null) {
      TextStyle.CENTRED.inItalics().write(next, nfc(signer.note()));
      next = signature.addParagraph();
    }
    TITLE
        .spaced(ROOM, 0)
        .write(next, signer.name() == null ? words.text("signer.open") : nfc(signer.name()));
  }

  private List<String> recipients() {
    List<String> lines = new ArrayList<>();
    letterhead.recipients().forEach(one -> lines.add("- " + one + ";"));
    lines.add(
        letterhead.unit() == null
            ? words.text("archive")
            : words.text("archive.unit", letterhead.unit()));
    return lines;
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
