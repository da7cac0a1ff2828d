package vn.chuyencan.source.moodle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The roles that somebody had in a course until the enrolment there was suspended, as the log tells
 * it: Moodle takes them in the same moment. Where the log has nothing of that moment, as when it is
 * kept for a few months only, nothing is told.
 */
final class RolesTaken {
  /** Between the taking of a role and the suspension, either way. */
  private static final long SECONDS = 60;

  /** Moments that one question asks for. */
  private static final int ASKED_AT_ONCE = 100;

  private RolesTaken() {}

  /**
   * A suspension.
   *
   * @param at when, in epoch seconds
   */
  record Suspension(long course, long user, long at) {}

  /** The numbers of the roles that were taken with each suspension, where the log tells any. */
  static Map<Suspension, Set<Long>> with(
      MoodleDatabase database, Collection<Suspension> suspensions) {
    Map<List<Long>, List<Suspension>> whose = new HashMap<>();
    for (Suspension one : suspensions) {
      whose.computeIfAbsent(List.of(one.course(), one.user()), key -> new ArrayList<>()).add(one);
    }
    Map<Suspension, Set<Long>> taken = new HashMap<>();
    List<String> moments = moments(suspensions);
    for (int from = 0; from < moments.size(); from += ASKED_AT_ONCE) {
      List<String> some = moments.subList(from, Math.min(from + ASKED_AT_ONCE, moments.size()));
      database.each(
          MoodleLog.TABLE,
          "objectid relateduserid courseid timecreated",
          "WHERE (" + String.join(" OR ", some) + ") AND action = 'unassigned' AND target = 'role'",
          row -> {
            List<Long> place = List.of(row.number("courseid"), row.number("relateduserid"));
            for (Suspension one : whose.getOrDefault(place, List.of())) {
              if (Math.abs(row.number("timecreated") - one.at()) <= SECONDS) {
                taken.computeIfAbsent(one, key -> new TreeSet<>()).add(row.number("objectid"));
              }
            }
          });
    }
    return taken;
  }

  /** The log's rows are found by time: those of many suspensions at once lie in one range. */
  private static List<String> moments(Collection<Suspension> suspensions) {
    List<String> moments = new ArrayList<>();
    long first = 0;
    long last = 0;
    for (long at :
        suspensions.stream().map(Suspension::at).collect(Collectors.toCollection(TreeSet::new))) {
      if (last != 0 && at - last > 2 * SECONDS) {
        moments.add(range(first, last));
        first = at;
      }
      first = last == 0 ? at : first;
      last = at;
    }
    if (last != 0) {
      moments.add(range(first, last));
    }
    return moments;
  }

  private static String range(long first, long last) {
    return "timecreated BETWEEN " + (first - SECONDS) + " AND " + (last + SECONDS);
  }
}
