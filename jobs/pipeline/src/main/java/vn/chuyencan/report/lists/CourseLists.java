package vn.chuyencan.report.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.report.SmallCsv;
import vn.chuyencan.report.document.OfficialDocument;
import vn.chuyencan.report.document.OfficialHeading;
import vn.chuyencan.report.document.SheetBook;
import vn.chuyencan.report.document.SheetColumn;
import vn.chuyencan.report.document.SheetTable;

/**
 * The lists of one course run as files: each as a document and as CSV, all together as a workbook.
 * The same decisions, names and request give the same bytes.
 */
public final class CourseLists {
  private final ListRequest request;
  private final ListWords words;
  private final Entries entries;

  private CourseLists(CourseRoll roll, ListRequest request) {
    this.request = request;
    this.words = new ListWords(request.language());
    this.entries = Entries.of(roll, words);
  }

  /** The files by name. */
  public static Map<String, byte[]> files(CourseRoll roll, ListRequest request) {
    return new CourseLists(roll, request).files();
  }

  private Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<CertificateList> lists = new ArrayList<>();
    for (ListKind kind : ListKind.values()) {
      if (request.kinds().contains(kind)) {
        lists.add(CertificateList.of(kind, entries, words));
      }
    }
    SheetBook book = new SheetBook(request.letterhead(), draft());
    for (CertificateList list : lists) {
      String name = words.text("file." + list.kind().code());
      files.put(name + ".docx", document(list));
      SheetTable table = list.sheet();
      files.put(name + ".csv", csv(table));
      book.add(table);
    }
    files.put(words.text("file.workbook") + ".xlsx", book.bytes(made()));
    return files;
  }

  private String draft() {
    return entries.roll().draft() ? words.text("draft") : "";
  }

  /** The day of issue, else the last day that counted; never when this program ran. */
  private Instant made() {
    LocalDate day = request.date() == null ? entries.roll().asOf() : request.date();
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private byte[] document(CertificateList list) {
    ListKind kind = list.kind();
    OfficialDocument document =
        new OfficialDocument(request.letterhead(), request.language(), kind.orientation(), draft());
    document.heading(
        new OfficialHeading(
            kind == ListKind.SIGNATURE ? request.number() : null,
            words.text("type.code"),
            request.date(),
            words.text("type"),
            words.text(
                "subject." + kind.code(), entries.roll().title(), entries.roll().courseId())));
    ListHead.recitals(entries.roll(), words).forEach(document::recital);
    list.body(document);
    document.closing();
    return document.bytes(made());
  }

  private byte[] csv(SheetTable table) {
    return SmallCsv.of(
        table.columns().stream().map(SheetColumn::key).toList(), table.rows(), request.mark());
  }
}
