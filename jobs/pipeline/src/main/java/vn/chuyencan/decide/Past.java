package vn.chuyencan.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import vn.chuyencan.table.Tables;

/** What was decided in one course run before, learner by learner. */
public final class Past {
  /** The tables of which it is made. */
  public static final List<String> TABLES =
      List.of(
          Tables.ELIGIBILITY_DECISION,
          Tables.CRITERION_RESULT,
          Tables.CORRECTION,
          Tables.CORRECTION_NOTICE);

  private final Map<String, Map<String, PastDecision>> decisions = new TreeMap<>();
  private final Map<String, Set<String>> corrections = new HashMap<>();
  private final Map<String, Notice> notices = new HashMap<>();
  private final List<Object[]> criteria = new ArrayList<>();

  /** A notice as it was given: its content, its causes and since when. */
  record Notice(List<Object> content, List<String> causes, LocalDate firstSeen, LocalDate asOf) {}

  /** The columns of a table that {@link #add} reads, in this order. */
  public static String[] columns(String table) {
    return switch (table) {
      case Tables.ELIGIBILITY_DECISION ->
          new String[] {
            "learner_id",
            "certificate",
            "status",
            "standing_status",
            "policy_id",
            "policy_hash",
            "as_of",
            "final"
          };
      case Tables.CRITERION_RESULT ->
          new String[] {"learner_id", "certificate", "criterion_id", "status", "value", "unit"};
      case Tables.CORRECTION ->
          new String[] {"learner_id", "correction_id", "applied", "value_after"};
      case Tables.CORRECTION_NOTICE ->
          new String[] {
            "learner_id",
            "certificate",
            "frozen_status",
            "frozen_standing",
            "status_now",
            "standing_now",
            "differences",
            "causes",
            "first_seen",
            "as_of"
          };
      default -> throw new IllegalArgumentException(table);
    };
  }

  /**
   * Adds a stored row; nothing of it is kept that may be used again.
   *
   * @param row with {@link #columns}, in this order
   */
  public void add(String table, Record row) {
    String learner = (String) row.get(0);
    switch (table) {
      case Tables.ELIGIBILITY_DECISION ->
          decisions
              .computeIfAbsent(learner, id -> new TreeMap<>())
              .put(
                  (String) row.get(1),
                  PastDecision.of(
                      (String) row.get(2),
                      (String) row.get(3),
                      row.get(4) + " " + row.get(5),
                      (LocalDate) row.get(6),
                      (Boolean) row.get(7)));
      case Tables.CRITERION_RESULT ->
          criteria.add(
              new Object[] {learner, row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)});
      case Tables.CORRECTION ->
          corrections
              .computeIfAbsent(learner, id -> new HashSet<>())
              .add(correction(row.get(1), row.get(2), row.get(3)));
      default ->
          notices.put(
              learner + "\n" + row.get(1),
              new Notice(
                  NoticeRows.stored(row),
                  texts(row.get(7)),
                  (LocalDate) row.get(8),
                  (LocalDate) row.get(9)));
    }
  }

  private static List<String> texts(Object list) {
    List<String> texts = new ArrayList<>();
    ((List<?>) list).forEach(text -> texts.add((String) text));
    return texts;
  }

  static String correction(Object correctionId, Object applied, Object valueAfter) {
    return correctionId + "\t" + applied + "\t" + valueAfter;
  }

  /** Whether anything was decided in the run. */
  boolean isEmpty() {
    return decisions.isEmpty();
  }

  /** Everybody upon whom was decided. */
  Set<String> learners() {
    settle();
    return decisions.keySet();
  }

  /** The decisions upon a learner, by certificate. */
  Map<String, PastDecision> of(String learnerId) {
    settle();
    return decisions.getOrDefault(learnerId, Collections.emptyMap());
  }

  /** Criteria may have been read before the decisions to which they belong. */
  private void settle() {
    for (Object[] row : criteria) {
      PastDecision decision =
          decisions.getOrDefault((String) row[0], Map.of()).get((String) row[1]);
      if (decision != null) {
        decision
            .criteria()
            .put(
                (String) row[2],
                new PastDecision.Result((String) row[3], (BigDecimal) row[4], (String) row[5]));
      }
    }
    criteria.clear();
  }

  /** What the corrections of a learner did. */
  Set<String> corrections(String learnerId) {
    return corrections.getOrDefault(learnerId, Set.of());
  }

  /** The notice about a frozen decision; null when there was none. */
  Notice notice(String learnerId, String certificate) {
    return notices.get(learnerId + "\n" + certificate);
  }
}
