package vn.chuyencan.report.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.report.document.OfficialDocument;
import vn.chuyencan.report.document.SheetColumn;
import vn.chuyencan.report.document.TableColumn;

/** What a person must decide: why, the figures in short, and room for the decision. */
final class ReviewList extends CertificateList {
  private final IntegrityPart integrity;

  ReviewList(Entries entries, ListWords words) {
    super(entries, words);
    this.integrity = new IntegrityPart(entries.roll(), words);
  }

  @Override
  ListKind kind() {
    return ListKind.REVIEW;
  }

  @Override
  void body(OfficialDocument document) {
    document.table(
        List.of(
            TableColumn.centred(words.text("column.no"), 10),
            TableColumn.text(words.text("column.learner"), 24),
            TableColumn.text(words.text("column.name"), 38),
            TableColumn.text(words.text("column.review.reason"), 52),
            TableColumn.text(words.text("column.evidence"), 64),
            TableColumn.text(words.text("column.outcome"), 34),
            TableColumn.text(words.text("column.decider"), 30)),
        grouped(own, this::cells));
    long confirmations =
        entries.of(Status.MET_BY_COMPENSATION).stream().filter(ListEntry::isOpen).count();
    if (confirmations > 0) {
      document.paragraph(words.text("review.confirmations", words.count(confirmations)));
    }
    document.leadingParagraph(
        words.text("review.total", words.count(own.size()), words.count(Entries.people(own))));
    integrity.addTo(document);
  }

  @Override
  List<List<Object>> others(int number, List<SheetColumn> columns) {
    return integrity.rows(number, columns);
  }

  private List<List<String>> cells(ListEntry entry) {
    List<String> reasons = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    List<String> outcomes = new ArrayList<>();
    List<String> deciders = new ArrayList<>();
    List<ReviewCase> cases = entry.decision().reviewCases();
    boolean anyDecided = !entry.decidedCases().isEmpty();
    boolean alike = cases.stream().map(ReviewCase::outcome).distinct().count() == 1;
    for (ReviewCase one : cases) {
      reasons.add("- " + reason(entry.decision(), one) + " (" + one.caseId() + ")");
      if (one.decidedBy() != null) {
        String outcome = words.orCode("outcome.", one.outcome());
        // Where cases of one line came out differently it must be seen which one did how.
        outcomes.add(alike ? outcome : outcome + " (" + one.caseId() + ")");
        deciders.add(
            one.decidedOn() == null
                ? one.decidedBy()
                : one.decidedBy() + ", " + words.date(one.decidedOn()));
      }
    }
    evidence.addAll(evidence(entry));
    if (entry.isOpen()) {
      if (anyDecided && !alike) {
        cases.stream()
            .filter(ReviewCase::isOpen)
            .forEach(open -> outcomes.add(words.text("open", open.caseId())));
      }
      outcomes.add(words.text("confirm.grant"));
      outcomes.add(words.text("confirm.refuse"));
    }
    if (deciders.isEmpty()) {
      deciders.add("");
    }
    return List.of(
        reasons,
        evidence,
        outcomes.stream().distinct().toList(),
        deciders.stream().distinct().toList());
  }

  /** The figures of all cases, each once. */
  private List<String> evidence(ListEntry entry) {
    CriterionSentences sentences = sentences(entry);
    return entry.decision().reviewCases().stream()
        .flatMap(one -> sentences.evidence(one.criterionId()).stream())
        .distinct()
        .map(sentence -> "- " + sentence)
        .toList();
  }

  private String reason(Decision decision, ReviewCase one) {
    return entries
        .policy(decision.policyId())
        .map(Policy::reasons)
        .map(reasons -> reasons.get(one.reasonCode()))
        .map(words::label)
        .orElse(one.reasonCode());
  }

  @Override
  List<SheetColumn> columns() {
    return List.of(
        text("case_id", words.text("column.case"), 18),
        text("criterion_id", words.text("column.criterion"), 12),
        new SheetColumn("reason_code", null, SheetColumn.Kind.TEXT, 0),
        text("reason", words.text("column.review.reason"), 40),
        text("evidence", words.text("column.evidence"), 50),
        new SheetColumn("value", words.text("column.value"), SheetColumn.Kind.NUMBER, 11),
        new SheetColumn("threshold", words.text("column.threshold"), SheetColumn.Kind.NUMBER, 11),
        new SheetColumn("unit", null, SheetColumn.Kind.TEXT, 0),
        text("outcome", words.text("column.outcome"), 18),
        text("decided_by", words.text("column.decider"), 18),
        new SheetColumn("decided_on", words.text("column.date"), SheetColumn.Kind.DATE, 13));
  }

  @Override
  List<List<Object>> rows(ListEntry entry) {
    CriterionSentences sentences = sentences(entry);
    List<List<Object>> rows = new ArrayList<>();
    for (ReviewCase one : entry.decision().reviewCases()) {
      CriterionResult figures =
          entry.decision().criteria().stream()
              .filter(row -> row.criterionId().equals(one.criterionId()) && row.value() != null)
              .findFirst()
              .orElse(null);
      rows.add(
          Arrays.asList(
              one.caseId(),
              one.criterionId(),
              one.reasonCode(),
              reason(entry.decision(), one),
              String.join("\n", sentences.evidence(one.criterionId())),
              figures == null ? null : figures.value(),
              figures == null ? null : figures.threshold(),
              figures == null ? null : figures.unit(),
              one.outcome(),
              one.decidedBy(),
              one.decidedOn()));
    }
    return rows;
  }
}
