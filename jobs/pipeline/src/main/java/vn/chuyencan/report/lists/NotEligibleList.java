package vn.chuyencan.report.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.report.document.OfficialDocument;
import vn.chuyencan.report.document.SheetColumn;
import vn.chuyencan.report.document.TableColumn;

/** Who is not eligible: every criterion that is not met, with value and threshold. */
final class NotEligibleList extends CertificateList {

  NotEligibleList(Entries entries, ListWords words) {
    super(entries, words);
  }

  @Override
  ListKind kind() {
    return ListKind.NOT_ELIGIBLE;
  }

  @Override
  void body(OfficialDocument document) {
    document.table(
        List.of(
            TableColumn.centred(words.text("column.no"), 10),
            TableColumn.text(words.text("column.learner"), 23),
            TableColumn.text(words.text("column.name"), 38),
            TableColumn.text(words.text("column.reasons"), 94)),
        grouped(own, entry -> List.of(reasons(entry))));
    document.leadingParagraph(
        words.text(
            "not-eligible.total", words.count(own.size()), words.count(Entries.people(own))));
  }

  private List<String> reasons(ListEntry entry) {
    CriterionSentences sentences = sentences(entry);
    return sentences.unmet().stream().map(row -> "- " + sentences.of(row)).toList();
  }

  @Override
  List<SheetColumn> columns() {
    return List.of(
        text("criterion_id", words.text("column.criterion"), 12),
        new SheetColumn("law_id", null, SheetColumn.Kind.TEXT, 0),
        text("reason", words.text("column.reasons"), 60),
        new SheetColumn("value", words.text("column.value"), SheetColumn.Kind.NUMBER, 11),
        new SheetColumn("threshold", words.text("column.threshold"), SheetColumn.Kind.NUMBER, 11),
        new SheetColumn("unit", null, SheetColumn.Kind.TEXT, 0),
        new SheetColumn("margin", words.text("column.margin"), SheetColumn.Kind.NUMBER, 11));
  }

  @Override
  List<List<Object>> rows(ListEntry entry) {
    CriterionSentences sentences = sentences(entry);
    List<List<Object>> rows = new ArrayList<>();
    for (CriterionResult row : sentences.unmet()) {
      rows.add(
          Arrays.asList(
              row.criterionId(),
              row.lawId(),
              sentences.of(row),
              row.value(),
              row.threshold(),
              row.unit().isEmpty() ? null : row.unit(),
              row.margin()));
    }
    return rows;
  }
}
