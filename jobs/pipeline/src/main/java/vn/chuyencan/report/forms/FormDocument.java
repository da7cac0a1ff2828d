package vn.chuyencan.report.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.error.Language;
import vn.chuyencan.report.document.OfficialDocument;
import vn.chuyencan.report.document.Orientation;
import vn.chuyencan.report.document.TableColumn;
import vn.chuyencan.report.document.TableLine;

/** A report as a document in the layout of administrative documents, in Vietnamese. */
final class FormDocument {
  private static final String NOTHING = "Không có";
  private static final String UNKNOWN = FormCell.UNKNOWN + " (chưa có số liệu)";
  private static final String DRAFT = "[Gợi ý cho người lập báo cáo, xem lại rồi sửa hoặc xóa]";
  private static final String OPEN = "…".repeat(32);
  private static final int OPEN_LINES = 3;

  /** Tables of so many lines are not divided between pages. */
  private static final int SHORT = 10;

  private final FormReport report;

  FormDocument(FormReport report) {
    this.report = report;
  }

  byte[] bytes(Instant made) {
    List<FormPart> printed = report.parts().stream().filter(part -> !part.filesOnly()).toList();
    Orientation lies = orientation(printed.get(0));
    OfficialDocument document =
        new OfficialDocument(report.letterhead(), Language.VI, lies, report.draft());
    document.heading(report.heading());
    addressees(document);
    if (report.remark() != null) {
      document.remark(report.remark());
    }
    for (int index = 0; index < printed.size(); index++) {
      FormPart part = printed.get(index);
      if (orientation(part) != lies) {
        lies = orientation(part);
        document.turn(lies);
      }
      write(document, part, index == printed.size() - 1);
    }
    document.closing();
    return document.bytes(made);
  }

  private static Orientation orientation(FormPart part) {
    return part.landscape() ? Orientation.LANDSCAPE : Orientation.PORTRAIT;
  }

  private void addressees(OfficialDocument document) {
    if (!report.addressees().isEmpty()) {
      document.remark("Kính gửi: " + String.join("; ", report.addressees()) + ".");
    }
  }

  /**
   * @param last whether the signature follows, which must not stand on a page alone
   */
  private static void write(OfficialDocument document, FormPart part, boolean last) {
    document.part(part.heading());
    if (part.note() != null) {
      document.recital(part.note());
    }
    if (!part.columns().isEmpty()) {
      List<TableLine> lines = lines(part);
      if (last && !part.people()) {
        document.leadingTable(columns(part), lines);
      } else if (lines.size() <= SHORT) {
        document.shortTable(columns(part), lines);
      } else {
        document.table(columns(part), lines);
      }
    }
    boolean leads = last && (!part.people() || !part.narrative().isEmpty());
    part.below().forEach(leads ? document::leadingFootnote : document::footnote);
    // What people have written already needs no lines to write on.
    boolean written = part.people() && !part.narrative().isEmpty();
    part.narrative().forEach(leads ? document::leadingParagraph : document::paragraph);
    if (part.people() && !written) {
      if (!part.draft().isEmpty()) {
        document.recital(DRAFT);
        part.draft().forEach(document::item);
      }
      for (int line = 0; line < OPEN_LINES; line++) {
        if (last) {
          document.leadingParagraph(OPEN);
        } else {
          document.paragraph(OPEN);
        }
      }
    }
  }

  private static List<TableColumn> columns(FormPart part) {
    return part.columns().stream()
        .map(
            column ->
                new TableColumn(
                    column.header(),
                    column.weight(),
                    column.left() ? TableColumn.Align.LEFT : TableColumn.Align.CENTRE,
                    column.group(),
                    column.number()))
        .toList();
  }

  private static List<TableLine> lines(FormPart part) {
    if (part.lines().isEmpty()) {
      return List.of(new TableLine.Nothing(part.unknown() ? UNKNOWN : NOTHING));
    }
    List<TableLine> lines = new ArrayList<>();
    for (FormPart.Line line : part.lines()) {
      List<String> colours = new ArrayList<>();
      line.cells().forEach(cell -> colours.add(cell.colour()));
      lines.add(
          new TableLine.Marked(
              line.cells().stream().map(cell -> List.of(cell.text())).toList(),
              line.look(),
              colours));
    }
    return lines;
  }
}
