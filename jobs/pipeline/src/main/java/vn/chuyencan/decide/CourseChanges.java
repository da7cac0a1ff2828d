package vn.chuyencan.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.model.CourseCauses;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * Compares the decisions of one course run with those before them: what came out otherwise, and
 * why. In a frozen run the decisions before stay, and the differences are notices.
 */
public final class CourseChanges {
  /** In the place of a criterion: the decision itself. */
  static final String DECISION = "Σ";

  private static final RowShape CHANGE = RowShape.of(Tables.DECISION_CHANGE);
  private static final RowShape NEW_DECISION = RowShape.of(Tables.ELIGIBILITY_DECISION);
  private static final RowShape NEW_CRITERION = RowShape.of(Tables.CRITERION_RESULT);
  private static final RowShape NEW_CASE = RowShape.of(Tables.REVIEW_CASE);
  private static final RowShape NEW_CORRECTION = RowShape.of(Tables.CORRECTION);

  private final String courseId;
  private final Past past;
  private final CourseCauses causes;
  private final Step step;
  private final boolean frozen;
  private final Set<String> seen = new HashSet<>();
  private final List<Object[]> changes = new ArrayList<>();
  private final List<Object[]> notices = new ArrayList<>();

  /**
   * The step that decides.
   *
   * @param changeNo its number
   * @param asOf the night's date
   * @param reviewedCases cases about which the register of decisions says something else than
   *     before
   */
  public record Step(long changeNo, LocalDate asOf, Set<String> reviewedCases) {

    public Step {
      reviewedCases = Set.copyOf(reviewedCases);
    }
  }

  /**
   * @param past what was decided before, complete
   * @param causes what has changed about the run since
   * @param frozen whether its decisions stay as they are
   */
  public CourseChanges(String courseId, Past past, CourseCauses causes, Step step, boolean frozen) {
    this.courseId = courseId;
    this.past = past;
    this.causes = causes;
    this.step = step;
    this.frozen = frozen;
  }

  /** Whether the run's decisions stay as they are. */
  public boolean frozen() {
    return frozen;
  }

  /**
   * Compares the decisions upon one learner.
   *
   * @param decided rows of each table of {@link Decider#TABLES}
   * @param corrections what the table of corrections tells of the learner; null when nothing was
   *     measured
   */
  public void add(String learnerId, List<List<Object[]>> decided, List<Object[]> corrections) {
    seen.add(learnerId);
    if (past.isEmpty() && !frozen) {
      // The first decisions in a run change nothing.
      return;
    }
    Set<ChangeCause> because = causes.of(learnerId);
    if (corrections != null && correctedOtherwise(learnerId, corrections)) {
      because.add(ChangeCause.CORRECTION);
    }
    for (Object[] row : decided.get(Decider.TABLES.indexOf(Tables.REVIEW_CASE))) {
      // A look at what stood out in traces changes no decision.
      if (!ReviewCase.INTEGRITY.equals(row[NEW_CASE.place("certificate")])
          && step.reviewedCases().contains((String) row[NEW_CASE.place("case_id")])) {
        because.add(ChangeCause.REVIEW_DECISION);
      }
    }
    compare(learnerId, past.of(learnerId), now(decided), because);
  }

  private boolean correctedOtherwise(String learnerId, List<Object[]> rows) {
    Set<String> now = new HashSet<>();
    for (Object[] row : rows) {
      now.add(
          Past.correction(
              row[NEW_CORRECTION.place("correction_id")],
              row[NEW_CORRECTION.place("applied")],
              row[NEW_CORRECTION.place("value_after")]));
    }
    return !now.equals(past.corrections(learnerId));
  }

  private static Map<String, PastDecision> now(List<List<Object[]>> decided) {
    Map<String, PastDecision> now = new HashMap<>();
    for (Object[] row : decided.get(Decider.TABLES.indexOf(Tables.ELIGIBILITY_DECISION))) {
      now.put(
          (String) row[NEW_DECISION.place("certificate")],
          PastDecision.of(
              (String) row[NEW_DECISION.place("status")],
              (String) row[NEW_DECISION.place("standing_status")],
              row[NEW_DECISION.place("policy_id")] + " " + row[NEW_DECISION.place("policy_hash")],
              (LocalDate) row[NEW_DECISION.place("as_of")],
              (Boolean) row[NEW_DECISION.place("final")]));
    }
    for (Object[] row : decided.get(Decider.TABLES.indexOf(Tables.CRITERION_RESULT))) {
      now.get((String) row[NEW_CRITERION.place("certificate")])
          .criteria()
          .put(
              (String) row[NEW_CRITERION.place("criterion_id")],
              new PastDecision.Result(
                  (String) row[NEW_CRITERION.place("status")],
                  (BigDecimal) row[NEW_CRITERION.place("value")],
                  (String) row[NEW_CRITERION.place("unit")]));
    }
    return now;
  }

  private void compare(
      String learnerId,
      Map<String, PastDecision> before,
      Map<String, PastDecision> now,
      Set<ChangeCause> because) {
    Set<String> certificates = new TreeSet<>(before.keySet());
    certificates.addAll(now.keySet());
    for (String certificate : certificates) {
      PastDecision one = before.get(certificate);
      PastDecision other = now.get(certificate);
      Set<ChangeCause> all =
          because.isEmpty() ? EnumSet.noneOf(ChangeCause.class) : EnumSet.copyOf(because);
      if (one != null && other != null && !one.policy().equals(other.policy())) {
        all.add(ChangeCause.POLICY);
      }
      if (all.isEmpty()) {
        all.add(ChangeCause.MEASURES);
      }
      String[] key = {courseId, learnerId, certificate};
      if (frozen) {
        Object[] notice =
            NoticeRows.of(key, one, other, past.notice(learnerId, certificate), all, step.asOf());
        if (notice != null) {
          notices.add(notice);
        }
      } else {
        compare(key, one, other, causesSinceFreeze(key, all));
      }
    }
  }

  /** A run that was frozen and is no more has changed by all that notices told meanwhile. */
  private List<String> causesSinceFreeze(String[] key, Set<ChangeCause> because) {
    Set<String> all = new TreeSet<>();
    because.forEach(cause -> all.add(cause.code()));
    Past.Notice notice = past.notice(key[1], key[2]);
    if (notice != null) {
      all.addAll(notice.causes());
    }
    return new ArrayList<>(all);
  }

  private void compare(String[] key, PastDecision one, PastDecision other, List<String> why) {
    if (one == null
        || other == null
        || !one.status().equals(other.status())
        || !one.standing().equals(other.standing())) {
      Object[] row = row(key, DECISION, one, why);
      row[CHANGE.place("status_before")] = one == null ? null : one.status();
      row[CHANGE.place("status_after")] = other == null ? null : other.status();
      row[CHANGE.place("standing_before")] = one == null ? null : one.standing();
      row[CHANGE.place("standing_after")] = other == null ? null : other.standing();
      changes.add(row);
    }
    if (one == null || other == null) {
      return;
    }
    Set<String> criteria = new TreeSet<>(one.criteria().keySet());
    criteria.addAll(other.criteria().keySet());
    for (String id : criteria) {
      PastDecision.Result before = one.criteria().get(id);
      PastDecision.Result now = other.criteria().get(id);
      // While a run goes on its figures grow every day: only what they mean is a change.
      boolean settled = one.conclusive() && other.conclusive();
      if (before == null
          || now == null
          || !before.sameStatus(now)
          || (settled && !before.sameValue(now))) {
        Object[] row = row(key, id, one, why);
        row[CHANGE.place("status_before")] = before == null ? null : before.status();
        row[CHANGE.place("status_after")] = now == null ? null : now.status();
        row[CHANGE.place("value_before")] = before == null ? null : before.value();
        row[CHANGE.place("value_after")] = now == null ? null : now.value();
        row[CHANGE.place("unit")] = now == null ? before.unit() : now.unit();
        changes.add(row);
      }
    }
  }

  private Object[] row(String[] key, String criterion, PastDecision before, List<String> why) {
    Object[] row = CHANGE.row();
    row[CHANGE.place("change_no")] = step.changeNo();
    row[CHANGE.place("as_of")] = step.asOf();
    row[CHANGE.place("previous_as_of")] = before == null ? null : before.asOf();
    row[CHANGE.place("course_id")] = key[0];
    row[CHANGE.place("learner_id")] = key[1];
    row[CHANGE.place("certificate")] = key[2];
    row[CHANGE.place("criterion_id")] = criterion;
    row[CHANGE.place("causes")] = why;
    return row;
  }

  /** Ends the run: of whomever nothing is decided any more, that is the change. */
  public void end() {
    for (String learnerId : past.learners()) {
      if (!seen.contains(learnerId)) {
        compare(learnerId, past.of(learnerId), Map.of(), causes.of(learnerId));
      }
    }
  }

  /** Rows of {@code decision_change}. */
  public List<Object[]> changes() {
    return changes;
  }

  /** Rows of {@code correction_notice}. */
  public List<Object[]> notices() {
    return notices;
  }
}
