package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.model.Fraction;

/** Marks and their averages, exactly (FC-X.7 to FC-X.9, X-NUM-1). */
public final class Marks {
  static final Fraction HUNDRED = Fraction.of(100);

  private Marks() {}

  /**
   * A mark in percent: {@code 100·(raw − min)/(max − min)}.
   *
   * @param min the scale's lower end; absent means 0
   * @param max the scale's upper end
   * @return empty when raw or max is missing or the scale has no width: a mark that cannot be
   *     computed is missing, not zero
   */
  public static Optional<Fraction> percent(BigDecimal raw, BigDecimal min, BigDecimal max) {
    if (raw == null || max == null) {
      return Optional.empty();
    }
    Fraction low = min == null ? Fraction.ZERO : Fraction.of(min);
    Fraction width = Fraction.of(max).minus(low);
    if (width.signum() <= 0) {
      return Optional.empty();
    }
    return Optional.of(Fraction.of(raw).minus(low).times(HUNDRED).dividedBy(width));
  }

  /**
   * The macro average (FC-X.9): per exercise the mean of its attempts, 0 where there is none, then
   * the mean over the exercises.
   *
   * @param attemptsByExercise every counted exercise, with its marked attempts (possibly none)
   * @return empty when there is no exercise (X-NUM-4)
   */
  public static Optional<Fraction> macro(Map<String, List<Fraction>> attemptsByExercise) {
    if (attemptsByExercise.isEmpty()) {
      return Optional.empty();
    }
    Fraction sum = Fraction.ZERO;
    for (List<Fraction> attempts : attemptsByExercise.values()) {
      if (!attempts.isEmpty()) {
        sum = sum.plus(sum(attempts).dividedBy(Fraction.of(attempts.size())));
      }
    }
    return Optional.of(sum.dividedBy(Fraction.of(attemptsByExercise.size())));
  }

  /**
   * The pooled average: all marks, and a 0 for each exercise without one, over their number. It is
   * computed beside the macro average; where the two disagree about a threshold a person decides.
   */
  public static Optional<Fraction> pooled(Map<String, List<Fraction>> attemptsByExercise) {
    long count = 0;
    Fraction sum = Fraction.ZERO;
    for (List<Fraction> attempts : attemptsByExercise.values()) {
      sum = sum.plus(sum(attempts));
      count += Math.max(1, attempts.size());
    }
    return count == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Fraction.of(count)));
  }

  private static Fraction sum(Collection<Fraction> values) {
    Fraction sum = Fraction.ZERO;
    for (Fraction value : values) {
      sum = sum.plus(value);
    }
    return sum;
  }
}
