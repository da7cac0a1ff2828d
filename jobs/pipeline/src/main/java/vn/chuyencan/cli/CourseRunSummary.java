package vn.chuyencan.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import vn.chuyencan.model.Status;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.Tables;

/**
 * The course runs that a reader of a night's summary asks about, with what the lake holds of them:
 * those that are open or closed lately, never more than {@value #MOST}. Of the lake only their
 * partitions are read.
 */
final class CourseRunSummary {
  /** How long after its end a course run is still news. */
  private static final int DAYS_AFTER_CLOSING = 28;

  /** As many as a screen shows. */
  static final int MOST = 20;

  private final List<Run> shown = new ArrayList<>();
  private final Map<String, Activity> activities = new TreeMap<>();
  private final Map<Decided, Map<Status, Long>> decisions = new TreeMap<>();
  private int others;

  /** A course run. */
  record Run(String id, LocalDate opensOn, LocalDate closesOn, int weeks, boolean inferred) {

    /** Whether somebody who reads of a night wants to read of it. */
    boolean current(LocalDate asOf) {
      return !opensOn.isAfter(asOf) && !closesOn.isBefore(asOf.minusDays(DAYS_AFTER_CLOSING));
    }
  }

  /** A certificate of a course run. */
  record Decided(String courseId, String certificate) implements Comparable<Decided> {

    /** Both, for a line of text. */
    String label() {
      return courseId + "  " + certificate;
    }

    @Override
    public int compareTo(Decided other) {
      return label().compareTo(other.label());
    }
  }

  /** What its learners did, all weeks together. */
  static final class Activity {
    private final Set<String> learners = new HashSet<>();
    private long sessions;
    private BigDecimal minutes = BigDecimal.ZERO;

    long learners() {
      return learners.size();
    }

    long sessions() {
      return sessions;
    }

    BigDecimal minutes() {
      return minutes;
    }
  }

  /** Reads it from a lake. */
  static CourseRunSummary of(Lake lake, LocalDate asOf) {
    CourseRunSummary summary = new CourseRunSummary();
    summary.choose(lake, asOf);
    if (!summary.shown.isEmpty()) {
      summary.read(lake);
    }
    return summary;
  }

  /** The course runs to be shown, by their ids. */
  List<Run> shown() {
    return shown;
  }

  /** How many course runs there are besides. */
  int others() {
    return others;
  }

  /** What was done in a course run that is shown. */
  Activity activity(Run run) {
    return activities.getOrDefault(run.id, new Activity());
  }

  /** How many decisions of each status, by course run and certificate. */
  Map<Decided, Map<Status, Long>> decisions() {
    return decisions;
  }

  private void choose(Lake lake, LocalDate asOf) {
    List<Run> runs = new ArrayList<>();
    LakeRows.each(
        lake,
        Tables.COURSE_RUN,
        Expressions.alwaysTrue(),
        row ->
            runs.add(
                new Run(
                    (String) row.getField("course_id"),
                    (LocalDate) row.getField("opens_on"),
                    (LocalDate) row.getField("closes_on"),
                    (Integer) row.getField("weeks"),
                    (Boolean) row.getField("inferred"))),
        "course_id",
        "opens_on",
        "closes_on",
        "weeks",
        "inferred");
    Comparator<Run> byId = Comparator.comparing(Run::id, CanonicalText::compare);
    runs.stream()
        .filter(run -> run.current(asOf))
        .sorted(Comparator.comparing(Run::closesOn).reversed().thenComparing(byId))
        .limit(MOST)
        .sorted(byId)
        .forEach(shown::add);
    others = runs.size() - shown.size();
  }

  private void read(Lake lake) {
    Object[] ids = shown.stream().map(Run::id).toArray();
    Expression mine = Expressions.in("course_id", ids);
    LakeRows.each(
        lake,
        Tables.LEARNER_WEEK,
        mine,
        row -> {
          Activity activity =
              activities.computeIfAbsent(
                  (String) row.getField("course_id"), course -> new Activity());
          activity.learners.add((String) row.getField("learner_id"));
          activity.sessions += (Integer) row.getField("sessions");
          activity.minutes = activity.minutes.add((BigDecimal) row.getField("minutes"));
        },
        "course_id",
        "learner_id",
        "sessions",
        "minutes");
    LakeRows.each(
        lake,
        Tables.ELIGIBILITY_DECISION,
        mine,
        row ->
            decisions
                .computeIfAbsent(
                    new Decided(
                        (String) row.getField("course_id"), (String) row.getField("certificate")),
                    key -> new EnumMap<>(Status.class))
                .merge(Status.valueOf((String) row.getField("status")), 1L, Long::sum),
        "course_id",
        "certificate",
        "status");
  }
}
