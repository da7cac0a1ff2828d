package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import vn.chuyencan.decide.Verdicts;
import vn.chuyencan.model.ReviewDecision;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/**
 * The table {@code review_decision}: every decision of a person with whether it applies. It also
 * tells which course runs have to be decided upon again because the register says something new.
 */
final class ReviewDecisionTable {
  private static final String[] CASE_COLUMNS = {
    "case_id",
    "course_id",
    "learner_id",
    "certificate",
    "criterion_id",
    "evidence_digest",
    "decided_on"
  };

  private final CourseInputs inputs;
  private final List<ReviewDecision> register;
  private final Verdicts verdicts;
  private final Set<Map<String, Object>> stored = new HashSet<>();

  ReviewDecisionTable(Night night, CourseInputs inputs) {
    this.inputs = inputs;
    this.register = night.registers().reviewDecisions();
    this.verdicts = new Verdicts(register);
    inputs.each(Tables.REVIEW_DECISION, alwaysTrue(), row -> stored.add(values(row)));
  }

  private static Map<String, Object> values(Record row) {
    Map<String, Object> values = new LinkedHashMap<>();
    row.struct().fields().forEach(field -> values.put(field.name(), row.getField(field.name())));
    return values;
  }

  /** What the decisions are looked up in. */
  Verdicts verdicts() {
    return verdicts;
  }

  /** The cases about which the register says something else than it did. */
  Set<String> changedCases() {
    Set<List<Object>> before = new HashSet<>();
    stored.forEach(row -> before.add(said(row)));
    Set<List<Object>> now = new HashSet<>();
    register.forEach(row -> now.add(said(told(row))));
    Set<String> changed = new TreeSet<>();
    now.stream().filter(row -> !before.contains(row)).forEach(r -> changed.add((String) r.get(0)));
    before.stream().filter(row -> !now.contains(row)).forEach(r -> changed.add((String) r.get(0)));
    return changed;
  }

  private static List<Object> said(Map<String, Object> row) {
    return Arrays.asList(
        row.get("case_id"),
        row.get("decided_on"),
        row.get("outcome"),
        row.get("decided_by"),
        row.get("note"),
        row.get("evidence_digest"));
  }

  private static Map<String, Object> told(ReviewDecision row) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("case_id", row.caseId());
    values.put("decided_on", row.decidedOn());
    values.put("outcome", row.outcome().code());
    values.put("decided_by", row.decidedBy());
    values.put("note", row.note());
    values.put("evidence_digest", row.evidenceDigest());
    return values;
  }

  /** The course runs in which a changed case stands. */
  Set<String> coursesOf(Set<String> cases) {
    Set<String> courses = new TreeSet<>();
    if (!cases.isEmpty()) {
      inputs.each(
          Tables.REVIEW_CASE,
          in("case_id", cases.toArray()),
          row -> courses.add((String) row.getField("course_id")),
          "course_id");
    }
    return courses;
  }

  /**
   * Replaces the table, unless it says the same already; the cases are those of the lake as it
   * stands now.
   *
   * @param frozen course runs whose decisions stay as they are
   */
  void replace(Set<String> frozen, LakeChange change) {
    if (register.isEmpty() && stored.isEmpty()) {
      return;
    }
    Map<String, Map<String, Object>> cases = new HashMap<>();
    Set<String> ids = new TreeSet<>();
    register.forEach(row -> ids.add(row.caseId()));
    if (!ids.isEmpty()) {
      inputs.each(
          Tables.REVIEW_CASE,
          in("case_id", ids.toArray()),
          row -> cases.put((String) row.getField("case_id"), values(row)),
          CASE_COLUMNS);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ReviewDecision one : register) {
      rows.add(row(one, cases.get(one.caseId()), frozen));
    }
    if (!stored.equals(new HashSet<>(rows))) {
      change.replaceRows(Tables.REVIEW_DECISION, alwaysTrue(), rows);
    }
  }

  private Map<String, Object> row(
      ReviewDecision one, Map<String, Object> found, Set<String> frozen) {
    Map<String, Object> row = told(one);
    row.put("state", state(one, found, frozen));
    for (String column : List.of("course_id", "learner_id", "certificate", "criterion_id")) {
      row.put(column, found == null ? null : found.get(column));
    }
    row.put("evidence_digest_now", found == null ? null : found.get("evidence_digest"));
    return row;
  }

  private String state(ReviewDecision one, Map<String, Object> found, Set<String> frozen) {
    if (found == null) {
      return "no_case";
    }
    String digest = (String) found.get("evidence_digest");
    if (one.evidenceDigest() != null && !one.evidenceDigest().equals(digest)) {
      return "evidence_changed";
    }
    Optional<ReviewDecision> applying = verdicts.applying(one.caseId(), digest);
    if (applying.isEmpty() || !applying.get().equals(one)) {
      return "superseded";
    }
    LocalDate shown = (LocalDate) found.get("decided_on");
    return frozen.contains((String) found.get("course_id")) && !one.decidedOn().equals(shown)
        ? "frozen"
        : "applied";
  }
}
