package vn.chuyencan.report.lists;

import java.util.List;
import vn.chuyencan.report.document.OfficialDocument;
import vn.chuyencan.report.document.SheetColumn;
import vn.chuyencan.report.document.TableColumn;

/** Upon whom cannot be decided: what is missing and who must supply it. */
final class InsufficientDataList extends CertificateList {

  InsufficientDataList(Entries entries, ListWords words) {
    super(entries, words);
  }

  @Override
  ListKind kind() {
    return ListKind.INSUFFICIENT_DATA;
  }

  @Override
  void body(OfficialDocument document) {
    document.table(
        List.of(
            TableColumn.centred(words.text("column.no"), 10),
            TableColumn.text(words.text("column.learner"), 23),
            TableColumn.text(words.text("column.name"), 40),
            TableColumn.text(words.text("column.missing"), 66),
            TableColumn.text(words.text("column.supplied"), 26)),
        grouped(
            own,
            entry ->
                List.of(
                    sentences(entry).missing().stream().map(line -> "- " + line).toList(),
                    List.of(""))));
    document.leadingParagraph(
        words.text(
            "insufficient-data.total", words.count(own.size()), words.count(Entries.people(own))));
  }

  @Override
  List<SheetColumn> columns() {
    return List.of(
        text("missing_inputs", null, 0), text("missing", words.text("column.missing"), 70));
  }

  @Override
  List<List<Object>> rows(ListEntry entry) {
    return List.of(
        List.of(
            String.join(" ", entry.decision().missingInputs()),
            String.join("\n", sentences(entry).missing())));
  }
}
