package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.RegisterName;

/**
 * Attempts at exercises and their marks (FC-X.6 to FC-X.9). An attempt counts when it was finished
 * and marked; one that was abandoned or never finished does not; one that waits for its mark leaves
 * the exercise pending.
 */
final class ExerciseMeasures {
  /** Decimal places of percents. */
  static final int PERCENT_SCALE = 6;

  private static final Comparator<LearnerFacts.MarkedAct> IN_TIME =
      Comparator.comparingLong(LearnerFacts.MarkedAct::occurredAt)
          .thenComparing(LearnerFacts.MarkedAct::eventId);

  private final CourseContext context;
  private final String learnerId;
  private final List<Attempt> attempts;

  /** One attempt, put together from all statements about it. */
  record Attempt(
      String exerciseId,
      boolean counted,
      String attemptId,
      String state,
      LearnerFacts.MarkedAct last,
      Optional<Fraction> percent) {}

  ExerciseMeasures(CourseContext context, String learnerId, LearnerFacts facts) {
    this.context = context;
    this.learnerId = learnerId;
    Map<String, List<LearnerFacts.MarkedAct>> byAttempt = new TreeMap<>();
    for (LearnerFacts.MarkedAct act : facts.acts()) {
      byAttempt
          .computeIfAbsent(act.exerciseIri() + "\n" + act.attempt(), key -> new ArrayList<>())
          .add(act);
    }
    this.attempts =
        byAttempt.values().stream()
            .map(this::attempt)
            .sorted(Comparator.comparing(Attempt::exerciseId).thenComparing(Attempt::last, IN_TIME))
            .toList();
  }

  private Attempt attempt(Collection<LearnerFacts.MarkedAct> acts) {
    LearnerFacts.MarkedAct last = acts.stream().max(IN_TIME).orElseThrow();
    Optional<LearnerFacts.MarkedAct> marked =
        acts.stream()
            .filter(act -> !act.abandoned())
            .filter(act -> percent(act).isPresent())
            .max(IN_TIME);
    boolean finished = acts.stream().anyMatch(act -> !act.abandoned());
    Optional<Activity> exercise =
        context
            .activity(last.exerciseKey())
            .filter(activity -> activity.kind() == CourseActivityKind.EXERCISE);
    LearnerFacts.MarkedAct teller = marked.orElse(last);
    return new Attempt(
        exercise.map(Activity::activityId).orElse(last.exerciseIri()),
        exercise.map(Activity::counted).orElse(!context.has(RegisterName.ACTIVITY)),
        last.attempt(),
        !finished ? "abandoned" : marked.isPresent() ? "finished" : "pending",
        teller,
        marked.flatMap(this::percent));
  }

  /** A statement without a maximum is read on the scale that the register gives. */
  private Optional<Fraction> percent(LearnerFacts.MarkedAct act) {
    BigDecimal max =
        act.max() != null
            ? act.max()
            : context.activity(act.exerciseKey()).map(Activity::maxScore).orElse(null);
    return Marks.percent(act.raw(), act.min(), max);
  }

  /** Rows of {@code assessment_attempt}. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, Integer> numbers = new TreeMap<>();
    for (Attempt attempt : attempts) {
      LearnerFacts.MarkedAct told = attempt.last();
      Map<String, Object> row = new TreeMap<>();
      row.put("course_id", context.run().courseId());
      row.put("learner_id", learnerId);
      row.put("exercise_id", attempt.exerciseId());
      row.put("attempt_id", attempt.attemptId());
      row.put("attempt_no", numbers.merge(attempt.exerciseId(), 1, Integer::sum));
      row.put("state", attempt.state());
      row.put("finished_at", Instants.of(told.occurredAt()));
      row.put("score_raw", told.raw());
      row.put("score_min", told.min());
      row.put("score_max", told.max());
      row.put("percent", attempt.percent().map(p -> p.floor(PERCENT_SCALE)).orElse(null));
      row.put("success", told.success());
      row.put("counted", attempt.counted() && "finished".equals(attempt.state()));
      row.put("event_id", told.eventId());
      rows.add(row);
    }
    return rows;
  }

  /** The columns of {@code learner_course_measure}; without a register of exercises all null. */
  void addTo(Map<String, Object> measures) {
    if (!context.has(RegisterName.ACTIVITY)) {
      return;
    }
    Map<String, List<Fraction>> marks = new TreeMap<>();
    context.exercises().keySet().forEach(id -> marks.put(id, new ArrayList<>()));
    Map<String, Boolean> pending = new TreeMap<>();
    for (Attempt attempt : attempts) {
      if (attempt.counted()) {
        attempt.percent().ifPresent(percent -> marks.get(attempt.exerciseId()).add(percent));
        if ("pending".equals(attempt.state())) {
          pending.put(attempt.exerciseId(), true);
        }
      }
    }
    int finished = 0;
    int completed = 0;
    Map<String, BigDecimal> best = new TreeMap<>();
    for (Map.Entry<String, List<Fraction>> exercise : marks.entrySet()) {
      finished += exercise.getValue().size();
      // A finished attempt completes an exercise whatever its mark, also one that waits for it.
      completed += exercise.getValue().isEmpty() && !pending.containsKey(exercise.getKey()) ? 0 : 1;
      best.put(
          exercise.getKey(),
          exercise.getValue().stream()
              .max(Comparator.naturalOrder())
              .orElse(Fraction.ZERO)
              .floor(PERCENT_SCALE));
    }
    measures.put("exercises", marks.size());
    measures.put("exercises_completed", completed);
    measures.put("exercises_pending", pending.size());
    measures.put("attempts", finished);
    measures.put("best_percent_by_exercise", best);
    measures.put("average_macro", Marks.macro(marks).map(p -> p.floor(PERCENT_SCALE)).orElse(null));
    measures.put(
        "average_pooled", Marks.pooled(marks).map(p -> p.floor(PERCENT_SCALE)).orElse(null));
  }
}
