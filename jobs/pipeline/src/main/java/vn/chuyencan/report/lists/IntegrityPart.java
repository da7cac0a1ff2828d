package vn.chuyencan.report.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.report.document.OfficialDocument;
import vn.chuyencan.report.document.SheetColumn;
import vn.chuyencan.report.document.TableColumn;
import vn.chuyencan.report.document.TableLine;

/**
 * The part of the list for review that concerns no certificate: what stood out in traces, apart
 * from the cases upon which certificates depend, and what could not be looked for.
 */
final class IntegrityPart {
  private final CourseRoll roll;
  private final ListWords words;
  private final List<ReviewCase> cases;

  IntegrityPart(CourseRoll roll, ListWords words) {
    this.roll = roll;
    this.words = words;
    this.cases = new ArrayList<>(roll.integrity().cases());
    VietnameseOrder byName = new VietnameseOrder();
    cases.sort(
        Comparator.comparing(IntegrityPart::place)
            .thenComparing((ReviewCase one) -> roll.person(one.learnerId()), byName)
            .thenComparing(ReviewCase::caseId));
  }

  /** The kinds in their order; one that this program does not know comes last. */
  private static int place(ReviewCase one) {
    List<IntegrityKind> kinds = List.of(IntegrityKind.values());
    return IntegrityKind.of(one.criterionId()).map(kinds::indexOf).orElse(kinds.size());
  }

  void addTo(OfficialDocument document) {
    if (roll.integrity().isEmpty()) {
      return;
    }
    document.leadingParagraph(words.text("integrity.title"));
    document.paragraph(words.text("integrity.note"));
    document.table(
        List.of(
            TableColumn.centred(words.text("column.no"), 10),
            TableColumn.text(words.text("column.learner"), 24),
            TableColumn.text(words.text("column.name"), 38),
            TableColumn.text(words.text("column.signal"), 52),
            TableColumn.text(words.text("column.evidence"), 64),
            TableColumn.text(words.text("column.outcome"), 34),
            TableColumn.text(words.text("column.decider"), 30)),
        lines());
    coverage().forEach(document::paragraph);
  }

  private List<TableLine> lines() {
    List<TableLine> lines = new ArrayList<>();
    String last = null;
    int number = 0;
    for (ReviewCase one : cases) {
      if (!one.criterionId().equals(last)) {
        last = one.criterionId();
        String kind = last;
        long size = cases.stream().filter(some -> some.criterionId().equals(kind)).count();
        lines.add(new TableLine.Group(words.text("group", label(one), Long.toString(size))));
      }
      number++;
      lines.add(
          new TableLine.Cells(
              List.of(
                  List.of(Integer.toString(number)),
                  List.of(one.learnerId()),
                  List.of(roll.person(one.learnerId()).fullName()),
                  List.of("- " + label(one) + " (" + one.caseId() + ")"),
                  List.of(one.detail().split("; ", -1)),
                  outcome(one),
                  List.of(decider(one)))));
    }
    if (lines.isEmpty()) {
      lines.add(new TableLine.Nothing(words.text("nobody")));
    }
    return lines;
  }

  private List<String> outcome(ReviewCase one) {
    return one.decidedBy() == null
        ? List.of(words.text("confirm.grant"), words.text("confirm.refuse"))
        : List.of(words.orCode("outcome.", one.outcome()));
  }

  private String decider(ReviewCase one) {
    if (one.decidedBy() == null) {
      return "";
    }
    return one.decidedOn() == null
        ? one.decidedBy()
        : one.decidedBy() + ", " + words.date(one.decidedOn());
  }

  /** In how many things each kind was looked for, and what could not be looked for. */
  private List<String> coverage() {
    List<String> lines = new ArrayList<>();
    roll.integrity()
        .lookedAt()
        .forEach(
            (kind, number) ->
                lines.add(
                    number == 0
                        ? words.text("integrity.unknown", label(kind), things(kind))
                        : words.text(
                            "integrity.looked",
                            label(kind),
                            Long.toString(number),
                            things(kind),
                            Long.toString(found(kind)))));
    return lines;
  }

  private long found(IntegrityKind kind) {
    return cases.stream().filter(one -> one.criterionId().equals(kind.code())).count();
  }

  private String label(ReviewCase one) {
    return IntegrityKind.of(one.criterionId()).map(this::label).orElse(one.reasonCode());
  }

  private String label(IntegrityKind kind) {
    return words.language() == Language.VI ? kind.vietnamese() : kind.english();
  }

  private String things(IntegrityKind kind) {
    return words.language() == Language.VI ? kind.thingsInVietnamese() : kind.thingsInEnglish();
  }

  /**
   * The cases as rows of the sheet, behind those of certificates.
   *
   * @param last number of the last of these
   */
  List<List<Object>> rows(int last, List<SheetColumn> columns) {
    List<List<Object>> rows = new ArrayList<>();
    int number = last;
    for (ReviewCase one : cases) {
      number++;
      Map<String, Object> values = new HashMap<>();
      values.put("no", number);
      values.put("course_id", one.courseId());
      values.put("learner_id", one.learnerId());
      values.put("full_name", roll.person(one.learnerId()).fullName());
      values.put("certificate", one.certificate());
      values.put("certificate_title", words.text("integrity.title"));
      values.put("case_id", one.caseId());
      values.put("criterion_id", one.criterionId());
      values.put("reason_code", one.reasonCode());
      values.put("reason", label(one));
      values.put("evidence", one.detail().replace("; ", "\n"));
      values.put("outcome", one.outcome());
      values.put("decided_by", one.decidedBy());
      values.put("decided_on", one.decidedOn());
      values.put("as_of", one.asOf());
      List<Object> row = new ArrayList<>();
      columns.forEach(column -> row.add(values.get(column.key())));
      rows.add(row);
    }
    return rows;
  }
}
