package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.apache.iceberg.expressions.Expressions.greaterThan;
import static org.apache.iceberg.expressions.Expressions.greaterThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.in;
import static org.apache.iceberg.expressions.Expressions.lessThan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Types;
import vn.chuyencan.measure.Learners;
import vn.chuyencan.measure.Reconciliation;
import vn.chuyencan.measure.Witnesses;
import vn.chuyencan.model.TraceForm;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/**
 * Brings {@code source_reconciliation} up to the last batch, where the configuration says that two
 * sources tell of one site in different forms. Only months that new records touch are read again.
 */
final class ReconciliationStep {
  private static final String EVENT_DATE = "event_date";
  private static final String SOURCE = "source";

  private final Night night;
  private final CourseInputs inputs;
  private final Witnesses witnesses;

  ReconciliationStep(Night night, CourseInputs inputs) {
    this.night = night;
    this.inputs = inputs;
    this.witnesses = night.configuration().witnesses();
  }

  /**
   * Adds what changes.
   *
   * @param everything whether all months are to be looked at
   */
  void run(boolean everything, Learners learners, LakeChange change) {
    Map<String, List<TraceForm>> forms = forms();
    if (everything) {
      change.replaceRows(Tables.SOURCE_RECONCILIATION, alwaysTrue(), List.of());
    }
    if (forms.isEmpty()) {
      return;
    }
    Map<Long, String> courses = courses();
    for (YearMonth month : months(everything)) {
      Expression days =
          and(
              greaterThanOrEqual(EVENT_DATE, day(month.atDay(1))),
              lessThan(EVENT_DATE, day(month.plusMonths(1).atDay(1))));
      Reconciliation reconciliation = new Reconciliation();
      inputs.each(
          Tables.LEARNING_EVENT,
          and(and(days, in(SOURCE, sources(forms).toArray())), equal("origin", "statement")),
          row -> add(row, learners, reconciliation),
          SOURCE,
          EVENT_DATE,
          "occurred_at",
          "actor_key",
          "course_key",
          "origin");
      change.replaceRows(Tables.SOURCE_RECONCILIATION, days, reconciliation.rows(forms, courses));
    }
  }

  private void add(Record row, Learners learners, Reconciliation reconciliation) {
    Long course = (Long) row.getField("course_key");
    LocalDate date = (LocalDate) row.getField(EVENT_DATE);
    if (course == null || date.isAfter(night.asOf())) {
      return;
    }
    Long actor = (Long) row.getField("actor_key");
    int learner = learners.of(actor);
    OffsetDateTime at = (OffsetDateTime) row.getField("occurred_at");
    reconciliation.add(
        witnesses.of((String) row.getField(SOURCE)),
        Math.toIntExact(date.toEpochDay()),
        course,
        learner < 0 ? actor : learner,
        ChronoUnit.MICROS.between(OffsetDateTime.parse("1970-01-01T00:00:00Z"), at));
  }

  /** The sites of which several forms tell. */
  private Map<String, List<TraceForm>> forms() {
    Map<String, TreeSet<TraceForm>> forms = new TreeMap<>();
    for (Configuration.Source source : night.configuration().sources()) {
      Witnesses.Witness witness = witnesses.of(source.id());
      if (witness != null) {
        forms.computeIfAbsent(witness.site(), site -> new TreeSet<>()).add(witness.form());
      }
    }
    Map<String, List<TraceForm>> several = new TreeMap<>();
    forms.forEach(
        (site, some) -> {
          if (some.size() > 1) {
            several.put(site, List.copyOf(some));
          }
        });
    return several;
  }

  private List<String> sources(Map<String, List<TraceForm>> forms) {
    return night.configuration().sources().stream()
        .map(Configuration.Source::id)
        .filter(id -> witnesses.of(id) != null && forms.containsKey(witnesses.of(id).site()))
        .toList();
  }

  private Set<YearMonth> months(boolean everything) {
    Set<YearMonth> months = new TreeSet<>();
    inputs.each(
        Tables.VERB_DAY,
        everything ? alwaysTrue() : greaterThan("batch_id", night.lake().state().measuredBatch()),
        row -> months.add(YearMonth.from((LocalDate) row.getField(EVENT_DATE))),
        EVENT_DATE);
    return months;
  }

  private Map<Long, String> courses() {
    Map<Long, String> courses = new HashMap<>();
    List<Record> found = new ArrayList<>();
    inputs.each(
        Tables.ACTIVITY, equal("kind", "course"), found::add, "activity_key", "iri", "kind");
    found.forEach(
        row -> courses.put((Long) row.getField("activity_key"), (String) row.getField("iri")));
    return courses;
  }

  private static Object day(LocalDate date) {
    return Literal.of(date.toString()).to(Types.DateType.get()).value();
  }
}
