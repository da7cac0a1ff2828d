package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.ExerciseSet;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.RegisterName;

/**
 * What a learner's attempts amount to (FC-X.6 to FC-X.9): for the progress exercises and for the
 * self-assessments, which are the same exercises unless the register marks two sets.
 */
final class ExerciseSums {
  private static final int SCALE = ExerciseMeasures.PERCENT_SCALE;
  private static final Fraction PASSED = Fraction.of(50);

  private final CourseContext context;
  private final List<ExerciseMeasures.Try> attempts;
  private final Set<String> completed;

  /**
   * @param completed activities that a register calls complete
   */
  ExerciseSums(CourseContext context, List<ExerciseMeasures.Try> attempts, Set<String> completed) {
    this.context = context;
    this.attempts = attempts;
    this.completed = completed;
  }

  void addTo(MeasureRow measures) {
    OneSet progress = new OneSet(ExerciseSet.PROGRESS);
    measures.set("exercises", progress.marks.size());
    measures.set("exercises_completed", progress.completed());
    measures.set("exercises_passed", progress.passed());
    measures.set("exercises_pending", progress.pending.size());
    measures.set("attempts", progress.finished());
    measures.set("best_percent_by_exercise", progress.best());
    measures.set("average_macro", floor(Marks.macro(progress.marks)));
    measures.set("average_pooled", floor(Marks.pooled(progress.marks)));
    measures.set("average_with_abandoned", floor(Marks.macro(progress.withAbandoned)));
    if (context.has(RegisterName.COMPLETION)) {
      measures.set(
          "exercises_flagged",
          (int) progress.marks.keySet().stream().filter(completed::contains).count());
    }
    OneSet self = new OneSet(ExerciseSet.SELF_ASSESSMENT);
    measures.set("self_assessments", self.marks.size());
    measures.set("self_assessments_pending", self.pending.size());
    measures.set("self_assessments_waiting", List.copyOf(self.pending));
    measures.set("self_assessment_best", self.best());
    measures.set("self_assessment_macro", floor(Marks.macro(self.marks)));
    measures.set("self_assessment_pooled", floor(Marks.pooled(self.marks)));
    measures.set("self_assessment_with_abandoned", floor(Marks.macro(self.withAbandoned)));
  }

  private static BigDecimal floor(Optional<Fraction> percent) {
    return percent.map(exact -> exact.floor(SCALE)).orElse(null);
  }

  /** The exercises of one set with their marks. */
  private final class OneSet {
    private final Map<String, List<Fraction>> marks = new TreeMap<>();
    private final Map<String, List<Fraction>> withAbandoned = new TreeMap<>();
    private final Set<String> pending = new TreeSet<>();

    OneSet(ExerciseSet set) {
      for (Activity exercise : context.exercises().values()) {
        if (exercise.exerciseSet() == null || exercise.exerciseSet() == set) {
          marks.put(exercise.activityId(), new ArrayList<>());
          withAbandoned.put(exercise.activityId(), new ArrayList<>());
        }
      }
      for (ExerciseMeasures.Try attempt : attempts) {
        if (attempt.counted() && marks.containsKey(attempt.exerciseId())) {
          add(attempt);
        }
      }
    }

    private void add(ExerciseMeasures.Try attempt) {
      String id = attempt.exerciseId();
      attempt.percent().ifPresent(percent -> marks.get(id).add(percent));
      attempt.percent().ifPresent(percent -> withAbandoned.get(id).add(percent));
      switch (attempt.state()) {
        case ExerciseMeasures.PENDING -> pending.add(id);
        case ExerciseMeasures.ABANDONED -> withAbandoned.get(id).add(Fraction.ZERO);
        default -> {
          // Nothing to add to what its mark says.
        }
      }
    }

    int finished() {
      return marks.values().stream().mapToInt(List::size).sum();
    }

    /** A finished attempt completes an exercise whatever its mark, also one that waits for it. */
    int completed() {
      return (int)
          marks.entrySet().stream()
              .filter(one -> !one.getValue().isEmpty() || pending.contains(one.getKey()))
              .count();
    }

    int passed() {
      return (int)
          marks.values().stream()
              .filter(some -> some.stream().anyMatch(mark -> mark.compareTo(PASSED) >= 0))
              .count();
    }

    Map<String, BigDecimal> best() {
      Map<String, BigDecimal> best = new TreeMap<>();
      marks.forEach(
          (id, some) ->
              best.put(
                  id,
                  some.stream().max(Comparator.naturalOrder()).orElse(Fraction.ZERO).floor(SCALE)));
      return best;
    }
  }
}
