package vn.chuyencan.decide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.Status;
import vn.chuyencan.model.Supply;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;

/** From rows of the decision tables back to one learner's decisions. */
public final class StoredDecisions {

  private StoredDecisions() {}

  /**
   * The decisions of one learner in one course run, as they were stored.
   *
   * @return by policy and certificate; empty when nothing was decided
   */
  public static List<Decision> of(Lake lake, String courseId, String learnerId) {
    return all(
        lake,
        Expressions.and(
            Expressions.equal("course_id", courseId), Expressions.equal("learner_id", learnerId)),
        key -> true);
  }

  /**
   * The decisions of all learners of one course run, as they were stored.
   *
   * @return empty when nothing was decided
   */
  public static List<Decision> ofCourse(Lake lake, String courseId) {
    return all(lake, Expressions.equal("course_id", courseId), key -> true);
  }

  /** The decisions about these, as they were stored; of those not stored there is none. */
  public static List<Decision> of(Lake lake, Set<DecisionKey> wanted) {
    return all(
        lake,
        Expressions.in(
            "course_id", wanted.stream().map(DecisionKey::courseId).distinct().toArray()),
        wanted::contains);
  }

  private static List<Decision> all(Lake lake, Expression where, Predicate<DecisionKey> wanted) {
    Map<DecisionKey, List<CriterionResult>> results = new HashMap<>();
    each(
        lake,
        Tables.CRITERION_RESULT,
        where,
        wanted,
        (key, row) -> results.computeIfAbsent(key, fresh -> new ArrayList<>()).add(criterion(row)));
    Map<DecisionKey, List<ReviewCase>> reviews = new HashMap<>();
    each(
        lake,
        Tables.REVIEW_CASE,
        where,
        wanted,
        (key, row) ->
            reviews.computeIfAbsent(key, fresh -> new ArrayList<>()).add(reviewCase(row)));
    List<Decision> decisions = new ArrayList<>();
    each(
        lake,
        Tables.ELIGIBILITY_DECISION,
        where,
        wanted,
        (key, row) ->
            decisions.add(
                decision(
                    row,
                    results.getOrDefault(key, List.of()),
                    reviews.getOrDefault(key, List.of()))));
    return decisions;
  }

  private static void each(
      Lake lake,
      String table,
      Expression where,
      Predicate<DecisionKey> wanted,
      BiConsumer<DecisionKey, Record> use,
      String... columns) {
    try (CloseableIterable<Record> rows = lake.rows(table, where, columns)) {
      for (Record row : rows) {
        DecisionKey key =
            new DecisionKey(
                text(row, "course_id"), text(row, "learner_id"), text(row, "certificate"));
        if (wanted.test(key)) {
          use.accept(key, row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The status of every decision in some course runs, as computed: what persons decided about cases
   * is not in it.
   *
   * @param courses the course runs
   */
  public static Map<DecisionKey, Status> statuses(Lake lake, Collection<String> courses) {
    Map<DecisionKey, Status> statuses = new HashMap<>();
    each(
        lake,
        Tables.ELIGIBILITY_DECISION,
        Expressions.in("course_id", courses.toArray()),
        key -> true,
        (key, row) -> statuses.put(key, Status.valueOf(text(row, "status"))),
        "course_id",
        "learner_id",
        "certificate",
        "status");
    return statuses;
  }

  /** The course runs in which anything was decided, sorted. */
  public static Set<String> courses(Lake lake) {
    return ids(lake, Expressions.alwaysTrue(), "course_id");
  }

  /** The course runs in which was decided upon a learner, sorted. */
  public static Set<String> courses(Lake lake, String learnerId) {
    return ids(lake, Expressions.equal("learner_id", learnerId), "course_id");
  }

  /** The learners upon whom anything was decided, sorted. */
  public static Set<String> learners(Lake lake) {
    return ids(lake, Expressions.alwaysTrue(), "learner_id");
  }

  /** The learners upon whom was decided in a course run, sorted. */
  public static Set<String> learners(Lake lake, String courseId) {
    return ids(lake, Expressions.equal("course_id", courseId), "learner_id");
  }

  private static Set<String> ids(Lake lake, Expression condition, String column) {
    Set<String> ids = new TreeSet<>();
    try (CloseableIterable<Record> rows =
        lake.rows(Tables.ELIGIBILITY_DECISION, condition, column)) {
      rows.forEach(row -> ids.add(text(row, column)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ids;
  }

  private static Decision decision(
      Record row, List<CriterionResult> criteria, List<ReviewCase> cases) {
    String policy = text(row, "policy_id");
    List<Distance> nearest = new ArrayList<>();
    for (Object one : (List<?>) row.getField("nearest")) {
      Record distance = (Record) one;
      nearest.add(
          new Distance(
              (String) distance.get(0),
              (BigDecimal) distance.get(1),
              (String) distance.get(2),
              (String) distance.get(3),
              (Boolean) distance.get(4),
              day((String) distance.get(5))));
    }
    return new Decision(
        text(row, "course_id"),
        text(row, "learner_id"),
        text(row, "certificate"),
        Status.valueOf(text(row, "status")),
        Status.valueOf(text(row, "standing_status")),
        policy,
        text(row, "policy_version"),
        text(row, "policy_hash"),
        text(row, "estimator"),
        texts(row, "course_parameters"),
        (LocalDate) row.getField("as_of"),
        (Boolean) row.getField("final"),
        texts(row, "unmet_criteria"),
        texts(row, "missing_inputs"),
        supplies(row),
        texts(row, "review_reasons"),
        nearest,
        criteria.stream()
            .filter(one -> one.policyId().equals(policy))
            .sorted(Comparator.comparingInt(CriterionResult::sequence))
            .toList(),
        cases);
  }

  private static CriterionResult criterion(Record row) {
    return new CriterionResult(
        text(row, "course_id"),
        text(row, "learner_id"),
        text(row, "certificate"),
        text(row, "criterion_id"),
        text(row, "parent_criterion_id"),
        (Integer) row.getField("sequence"),
        text(row, "kind"),
        Status.valueOf(text(row, "status")),
        (BigDecimal) row.getField("value"),
        (BigDecimal) row.getField("threshold"),
        text(row, "unit"),
        (BigDecimal) row.getField("margin"),
        (BigDecimal) row.getField("value_low"),
        (BigDecimal) row.getField("value_high"),
        text(row, "law_id"),
        texts(row, "detail"),
        texts(row, "missing_inputs"),
        text(row, "review_reason"),
        text(row, "evidence"),
        text(row, "policy_id"),
        text(row, "policy_version"),
        text(row, "policy_hash"),
        text(row, "estimator"),
        (LocalDate) row.getField("as_of"));
  }

  private static List<Supply> supplies(Record row) {
    List<Supply> supplies = new ArrayList<>();
    for (Object one : (List<?>) row.getField("to_supply")) {
      Record supply = (Record) one;
      supplies.add(
          new Supply(
              (String) supply.get(0),
              (String) supply.get(1),
              (String) supply.get(2),
              (String) supply.get(3)));
    }
    return supplies;
  }

  static ReviewCase reviewCase(Record row) {
    return new ReviewCase(
        text(row, "case_id"),
        text(row, "course_id"),
        text(row, "learner_id"),
        text(row, "certificate"),
        text(row, "criterion_id"),
        text(row, "reason_code"),
        text(row, "detail"),
        text(row, "evidence"),
        (LocalDate) row.getField("as_of"),
        text(row, "outcome"),
        text(row, "decided_by"),
        (LocalDate) row.getField("decided_on"));
  }

  private static List<String> texts(Record row, String column) {
    List<String> texts = new ArrayList<>();
    ((List<?>) row.getField(column)).forEach(text -> texts.add((String) text));
    return texts;
  }

  /** Members of a struct are always there: no day is an empty text. */
  private static LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static String text(Record row, String column) {
    return (String) row.getField(column);
  }
}
