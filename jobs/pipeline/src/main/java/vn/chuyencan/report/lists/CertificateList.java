package vn.chuyencan.report.lists;

import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.model.Decision;
import vn.chuyencan.report.document.OfficialDocument;
import vn.chuyencan.report.document.SheetColumn;
import vn.chuyencan.report.document.SheetTable;
import vn.chuyencan.report.document.TableLine;

/** One list of a course run, as a document and as a table. */
abstract class CertificateList {
  protected final Entries entries;
  protected final ListWords words;
  protected final List<ListEntry> own;

  CertificateList(Entries entries, ListWords words) {
    this.entries = entries;
    this.words = words;
    this.own = entries.of(kind());
  }

  static CertificateList of(ListKind kind, Entries entries, ListWords words) {
    return switch (kind) {
      case SIGNATURE -> new SignatureList(entries, words);
      case NOT_ELIGIBLE -> new NotEligibleList(entries, words);
      case REVIEW -> new ReviewList(entries, words);
      case INSUFFICIENT_DATA -> new InsufficientDataList(entries, words);
    };
  }

  abstract ListKind kind();

  /** Writes what stands between the grounds and the closing. */
  abstract void body(OfficialDocument document);

  /** The columns of the table that are its own. */
  abstract List<SheetColumn> columns();

  /** The rows of an entry, each with a value for each of its own columns. */
  abstract List<List<Object>> rows(ListEntry entry);

  final SheetTable sheet() {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(count("no", words.text("column.no"), 6));
    columns.add(new SheetColumn("course_id", null, SheetColumn.Kind.TEXT, 0));
    columns.add(text("learner_id", words.text("column.learner"), 14));
    columns.add(text("full_name", words.text("column.name"), 28));
    columns.add(new SheetColumn("certificate", null, SheetColumn.Kind.TEXT, 0));
    columns.add(text("certificate_title", words.text("column.certificate"), 26));
    columns.addAll(columns());
    columns.add(new SheetColumn("status", null, SheetColumn.Kind.TEXT, 0));
    columns.add(new SheetColumn("final", null, SheetColumn.Kind.TEXT, 0));
    columns.add(text("policy_id", words.text("column.policy"), 18));
    columns.add(text("policy_version", words.text("column.version"), 10));
    columns.add(new SheetColumn("policy_hash", null, SheetColumn.Kind.TEXT, 0));
    columns.add(new SheetColumn("as_of", words.text("column.asof"), SheetColumn.Kind.DATE, 13));
    List<List<Object>> rows = new ArrayList<>();
    int number = 0;
    for (ListEntry entry : own) {
      number++;
      for (List<Object> values : rows(entry)) {
        rows.add(row(number, entry, values));
      }
    }
    rows.addAll(others(number, columns));
    return new SheetTable(
        words.text("sheet." + kind().code()),
        words.text("title." + kind().code()),
        ListHead.recitals(entries.roll(), words),
        columns,
        rows);
  }

  /**
   * Rows that belong to no decision, each with a value for each column.
   *
   * @param number the number of the last entry
   */
  List<List<Object>> others(int number, List<SheetColumn> columns) {
    return List.of();
  }

  private static List<Object> row(int number, ListEntry entry, List<Object> values) {
    Decision decision = entry.decision();
    List<Object> row = new ArrayList<>();
    row.add(number);
    row.add(decision.courseId());
    row.add(entry.person().learnerId());
    row.add(entry.person().fullName());
    row.add(decision.certificate());
    row.add(entry.certificate());
    row.addAll(values);
    row.add(entry.status().name());
    row.add(Boolean.toString(decision.conclusive()));
    row.add(decision.policyId());
    row.add(decision.policyVersion());
    row.add(decision.policyHash());
    row.add(decision.asOf());
    return row;
  }

  /** Lines of a document's table under the heading of their certificate, numbered from 1. */
  final List<TableLine> grouped(List<ListEntry> some, CellsOf cells) {
    List<TableLine> lines = new ArrayList<>();
    for (int index = 0; index < some.size(); index++) {
      ListEntry entry = some.get(index);
      if (index == 0 || !entry.sameCertificate(some.get(index - 1))) {
        long size = some.stream().filter(entry::sameCertificate).count();
        lines.add(
            new TableLine.Group(words.text("group", entry.certificate(), Long.toString(size))));
      }
      List<List<String>> line = new ArrayList<>();
      line.add(List.of(Integer.toString(index + 1)));
      line.add(List.of(entry.person().learnerId()));
      line.add(List.of(entry.person().fullName()));
      for (List<String> cell : cells.of(entry)) {
        // A sign stays on the line of its number.
        line.add(cell.stream().map(text -> text.replace("\u2265 ", "\u2265\u00A0")).toList());
      }
      lines.add(new TableLine.Cells(line));
    }
    if (lines.isEmpty()) {
      lines.add(new TableLine.Nothing(words.text("nobody")));
    }
    return lines;
  }

  /** The cells of an entry behind number, id and name. */
  @FunctionalInterface
  interface CellsOf {
    List<List<String>> of(ListEntry entry);
  }

  final CriterionSentences sentences(ListEntry entry) {
    return new CriterionSentences(
        words, entries.policy(entry.decision().policyId()), entry.decision());
  }

  static SheetColumn text(String key, String label, int width) {
    return new SheetColumn(key, label, SheetColumn.Kind.TEXT, width);
  }

  static SheetColumn count(String key, String label, int width) {
    return new SheetColumn(key, label, SheetColumn.Kind.COUNT, width);
  }
}
