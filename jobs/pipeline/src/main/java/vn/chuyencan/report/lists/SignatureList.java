package vn.chuyencan.report.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.Status;
import vn.chuyencan.report.document.OfficialDocument;
import vn.chuyencan.report.document.SheetColumn;
import vn.chuyencan.report.document.TableColumn;
import vn.chuyencan.report.document.TableLine;

/**
 * Whom to give which certificate: those who meet everything, and in a part of their own those who
 * do by compensation, with room for the organiser's confirmation (FC-LT.2b).
 */
final class SignatureList extends CertificateList {

  SignatureList(Entries entries, ListWords words) {
    super(entries, words);
  }

  @Override
  ListKind kind() {
    return ListKind.SIGNATURE;
  }

  @Override
  void body(OfficialDocument document) {
    document.part(words.text("signature.part.met"));
    document.table(
        List.of(
            TableColumn.centred(words.text("column.no"), 10),
            TableColumn.text(words.text("column.learner"), 25),
            TableColumn.text(words.text("column.name"), 48),
            TableColumn.centred(words.text("column.hours"), 14),
            TableColumn.text(words.text("column.basis"), 33),
            TableColumn.text(words.text("column.receipt"), 35)),
        grouped(
            entries.of(Status.MET),
            entry -> List.of(List.of(hours(entry)), basis(entry), List.of(""))));
    document.part(words.text("signature.part.compensated"));
    document.table(
        List.of(
            TableColumn.centred(words.text("column.no"), 10),
            TableColumn.text(words.text("column.learner"), 20),
            TableColumn.text(words.text("column.name"), 30),
            TableColumn.centred(words.text("column.hours"), 10),
            TableColumn.text(words.text("column.basis"), 64),
            TableColumn.text(words.text("column.confirmation"), 31)),
        grouped(
            entries.of(Status.MET_BY_COMPENSATION),
            entry ->
                List.of(
                    List.of(hours(entry)),
                    basis(entry),
                    entry.isConfirmed()
                        ? List.of(words.text("confirmed"))
                        : List.of(words.text("confirm.yes"), words.text("confirm.no")))));
    document.part(words.text("signature.part.total"));
    total(document);
    document.leadingParagraph(
        words.text(
            "signature.total",
            words.count(own.size()),
            words.count(Entries.people(own)),
            words.count(entries.of(Status.MET_BY_COMPENSATION).size())));
  }

  private void total(OfficialDocument document) {
    List<Status> statuses = Arrays.asList(Status.values());
    List<TableColumn> columns = new ArrayList<>();
    columns.add(TableColumn.text(words.text("column.certificate"), 40));
    statuses.forEach(status -> columns.add(TableColumn.centred(words.status(status), 18)));
    columns.add(TableColumn.centred(words.text("column.total"), 16));
    List<TableLine> lines = new ArrayList<>();
    entries.counts().forEach((certificate, counts) -> lines.add(line(certificate, counts)));
    if (lines.isEmpty()) {
      lines.add(new TableLine.Nothing(words.text("nobody")));
    }
    document.wholeTable(columns, lines);
  }

  private static TableLine line(String certificate, Map<Status, Long> counts) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of(certificate));
    for (Status status : Status.values()) {
      cells.add(List.of(Long.toString(counts.getOrDefault(status, 0L))));
    }
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    cells.add(List.of(Long.toString(all)));
    return new TableLine.Cells(cells);
  }

  private static String hours(ListEntry entry) {
    return entry.hours().isPresent() ? Integer.toString(entry.hours().getAsInt()) : "–";
  }

  /** The status, what was compensated and how, and who decided where a person did. */
  private List<String> basis(ListEntry entry) {
    List<String> basis = new ArrayList<>();
    basis.add(words.status(entry.status()));
    if (entry.status() == Status.MET_BY_COMPENSATION) {
      CriterionSentences sentences = sentences(entry);
      for (ReviewCase one : entry.decision().reviewCases()) {
        sentences.evidence(one.criterionId()).forEach(line -> basis.add("- " + line));
      }
    }
    for (ReviewCase one : entry.decidedCases()) {
      basis.add(
          words.text(
              "decided",
              words.orCode("outcome.", one.outcome()),
              one.decidedBy(),
              one.decidedOn() == null ? "" : words.date(one.decidedOn())));
    }
    return basis;
  }

  @Override
  List<SheetColumn> columns() {
    return List.of(
        count("hours", words.text("column.hours"), 8),
        text("basis", words.text("column.basis"), 44),
        text("confirmed", words.text("column.confirmed"), 24));
  }

  @Override
  List<List<Object>> rows(ListEntry entry) {
    List<Object> row = new ArrayList<>();
    row.add(entry.hours().isPresent() ? entry.hours().getAsInt() : null);
    row.add(String.join("\n", basis(entry)));
    row.add(null);
    return List.of(row);
  }
}
