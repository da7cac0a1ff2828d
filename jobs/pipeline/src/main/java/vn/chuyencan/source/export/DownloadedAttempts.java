package vn.chuyencan.source.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.Attempt;

/**
 * The attempts of one course run that all reports of its quizzes tell together. A report numbers
 * nothing and may hold some attempts only, so an attempt is known by the minute in which it began;
 * it is as the report says in which it has come farthest, of several the latest ({@link
 * LatestFirst}).
 */
final class DownloadedAttempts {
  private final String course;
  private final Map<List<String>, TreeMap<Instant, List<QuizAttempt>>> attempts = new HashMap<>();

  /**
   * @param course the course run
   */
  DownloadedAttempts(String course) {
    this.course = course;
  }

  /** What one report tells; the latest are to be added first. */
  final class Report {
    private final Map<List<Object>, Integer> seen = new HashMap<>();

    /** Adds an attempt, those of one learner in the order of their start. */
    void add(QuizAttempt attempt, String learner, String activity) {
      Instant minute = attempt.startedAt().truncatedTo(ChronoUnit.MINUTES);
      List<QuizAttempt> known =
          attempts
              .computeIfAbsent(List.of(learner, activity), whose -> new TreeMap<>())
              .computeIfAbsent(minute, start -> new ArrayList<>());
      // Somebody may begin twice within a minute.
      int place = seen.merge(List.of(learner, activity, minute), 1, Integer::sum) - 1;
      if (place == known.size()) {
        known.add(attempt);
      } else if (progress(attempt) > progress(known.get(place))) {
        known.set(place, attempt);
      }
    }
  }

  private static int progress(QuizAttempt attempt) {
    return switch (attempt.state()) {
      case IN_PROGRESS -> 0;
      case ABANDONED -> 1;
      case SUBMITTED -> 2;
      case FINISHED -> 3;
    };
  }

  /** All of them, those of one learner at one quiz numbered from 1 in the order of their start. */
  List<Attempt> all() {
    List<Attempt> all = new ArrayList<>();
    attempts.forEach(
        (whose, byStart) -> {
          int number = 0;
          for (List<QuizAttempt> some : byStart.values()) {
            for (QuizAttempt attempt : some) {
              all.add(attempt.numbered(++number).register(course, whose.get(0), whose.get(1)));
            }
          }
        });
    return all;
  }
}
