package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.apache.iceberg.expressions.Expressions.greaterThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.lessThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.or;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.Scope;
import vn.chuyencan.measure.SectionActivity;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * What people did in the course runs of a year, for rules that ask for learning evidence (C28-5.4a,
 * C28-9.7, C28-9.8). The log is read once, record by record, and only sums stay in memory; days
 * outside the runs are passed over by the files' statistics.
 */
public final class SectionEvidence {
  private static final String EVENT_DATE = "event_date";

  private SectionEvidence() {}

  /**
   * Rows of {@code section_activity}, in its order.
   *
   * @param firstDay runs that close before it are left out
   * @param lastDay runs that open after it are left out, and so is what happens after it
   */
  public static List<Object[]> rows(Night night, LocalDate firstDay, LocalDate lastDay) {
    CourseInputs inputs = new CourseInputs(night);
    List<CourseContext> open =
        inputs.contexts().stream()
            .filter(context -> !context.time().firstDay().isAfter(lastDay))
            .filter(context -> !context.time().lastDay().isBefore(firstDay))
            .toList();
    if (open.isEmpty()) {
      return List.of();
    }
    SectionActivity activity =
        new SectionActivity(
            new Scope(
                open,
                inputs.learners(),
                inputs.removals(open),
                lastDay,
                inputs.registersRoster(),
                false,
                inputs.witnesses()));
    LocalDate first =
        open.stream()
            .map(context -> context.time().firstDay())
            .min(Comparator.naturalOrder())
            .orElse(firstDay);
    inputs.each(
        Tables.LEARNING_EVENT,
        and(
            and(
                greaterThanOrEqual(EVENT_DATE, CourseInputs.day(first)),
                lessThanOrEqual(EVENT_DATE, CourseInputs.day(lastDay))),
            or(equal("origin", Origin.STATEMENT), equal("action", Action.DELETED))),
        activity::add,
        SectionActivity.columns());
    return activity.rows();
  }
}
