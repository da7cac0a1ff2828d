package vn.chuyencan.measure;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.CorrectionKind;
import vn.chuyencan.model.WeekCalendar;

/** What the register {@code correction} says of one course run. Travels to the tasks. */
final class Corrections implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Correction> ofEverybody = new ArrayList<>();
  private final ArrayList<Correction> outages = new ArrayList<>();
  private final HashMap<String, ArrayList<Correction>> ofLearner = new HashMap<>();
  private final HashSet<List<String>> irrelevantPosts = new HashSet<>();

  void add(Correction row) {
    if (row.kind() == CorrectionKind.OUTAGE) {
      outages.add(row);
    } else if (row.learnerId() == null) {
      ofEverybody.add(row);
    } else {
      ofLearner.computeIfAbsent(row.learnerId(), id -> new ArrayList<>()).add(row);
    }
    if (row.kind() == CorrectionKind.POST_IRRELEVANT) {
      irrelevantPosts.add(List.of(row.learnerId(), row.postId()));
    }
  }

  /** Those that concern a learner, in the order in which they apply. */
  List<Correction> of(String learnerId) {
    List<Correction> own = ofLearner.getOrDefault(learnerId, new ArrayList<>());
    return own.isEmpty() && ofEverybody.isEmpty()
        ? List.of()
        : Stream.concat(own.stream(), ofEverybody.stream()).sorted(Correction.IN_TIME).toList();
  }

  /** Whether a teacher found that somebody's post is not on the subject (FC-X.10). */
  boolean isIrrelevant(String learnerId, String postId) {
    return !irrelevantPosts.isEmpty() && irrelevantPosts.contains(List.of(learnerId, postId));
  }

  /** Whether the platform was down at any time of the week. */
  boolean hasOutage(WeekCalendar.Week week, ZoneId zone) {
    return outages.stream().anyMatch(outage -> touches(outage, week, zone));
  }

  private static boolean touches(Correction outage, WeekCalendar.Week week, ZoneId zone) {
    LocalDate first = outage.from().atZone(zone).toLocalDate();
    // An outage until midnight is none of the day that begins then (X-TIME-2).
    Instant end =
        outage.until().isAfter(outage.from()) ? outage.until().minusNanos(1) : outage.until();
    LocalDate last = end.atZone(zone).toLocalDate();
    return !last.isBefore(week.firstDay()) && !first.isAfter(week.lastDay());
  }

  /**
   * Rows of {@code correction} that belong to no measured learner: outages, and what found nobody.
   *
   * @param measured the learners who were measured
   * @param told ids of the corrections of which a learner's row tells
   */
  List<Object[]> rowsOfRun(CourseContext context, Collection<String> measured, Set<String> told) {
    List<Object[]> rows = new ArrayList<>();
    String courseId = context.run().courseId();
    for (Correction outage : outages) {
      List<String> weeks =
          context.calendar().weeks().stream()
              .filter(week -> touches(outage, week, context.zone()))
              .map(week -> Integer.toString(week.number()))
              .toList();
      String target = outage.from() + "/" + outage.until();
      rows.add(
          CorrectionRows.row(
              outage,
              courseId,
              CorrectionRows.WHOLE_RUN,
              target,
              null,
              weeks.isEmpty() ? null : "weeks=" + String.join(" ", weeks),
              weeks.isEmpty() ? CorrectionRows.OUTSIDE_RUN : null));
    }
    for (Correction row : ofEverybody) {
      if (!told.contains(row.correctionId())) {
        rows.add(
            CorrectionRows.row(
                row,
                courseId,
                CorrectionRows.WHOLE_RUN,
                CorrectionRows.target(row),
                null,
                null,
                CorrectionRows.UNKNOWN_TARGET));
      }
    }
    Set<String> known = new HashSet<>(measured);
    ofLearner.forEach(
        (learnerId, some) -> {
          if (!known.contains(learnerId)) {
            for (Correction row : some) {
              rows.add(
                  CorrectionRows.row(
                      row,
                      courseId,
                      learnerId,
                      CorrectionRows.target(row),
                      null,
                      null,
                      CorrectionRows.NOT_MEASURED));
            }
          }
        });
    return rows;
  }
}
