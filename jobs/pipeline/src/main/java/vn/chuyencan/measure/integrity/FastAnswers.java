package vn.chuyencan.measure.integrity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegritySign;

/**
 * Exercises handed in sooner than they can be read: within less than so many seconds, or within
 * less than a share of the median of all attempts at the exercise in the course run.
 */
public final class FastAnswers {
  /** Of fewer attempts there is no median to be compared with. */
  public static final int LEAST_ATTEMPTS = 10;

  private static final Comparator<Answer> ORDER =
      Comparator.comparing(Answer::exerciseId)
          .thenComparingLong(Answer::handedIn)
          .thenComparing(Answer::attemptId);

  private final Integer seconds;
  private final BigDecimal share;
  private final Map<String, Long> medians;

  /**
   * An attempt that was handed in and of which is known how long it took.
   *
   * @param exerciseId the exercise
   * @param attemptId what names it among the learner's attempts at the exercise
   * @param handedIn when, microseconds since the epoch, UTC
   * @param micros how long it took, above 0
   */
  public record Answer(String exerciseId, String attemptId, long handedIn, long micros) {}

  /**
   * @param seconds fewer are too few; null: not asked
   * @param share less of the median is too little; null: not asked
   * @param all the attempts of all learners, in any order
   */
  public FastAnswers(Integer seconds, BigDecimal share, Collection<Answer> all) {
    this.seconds = seconds;
    this.share = share;
    this.medians = share == null ? Map.of() : medians(all);
  }

  /** The lower median of each exercise that has enough attempts, in microseconds. */
  static Map<String, Long> medians(Collection<Answer> all) {
    Map<String, List<Long>> lengths = new HashMap<>();
    all.forEach(
        one ->
            lengths.computeIfAbsent(one.exerciseId(), id -> new ArrayList<>()).add(one.micros()));
    Map<String, Long> medians = new HashMap<>();
    lengths.forEach(
        (exercise, some) -> {
          if (some.size() >= LEAST_ATTEMPTS) {
            Collections.sort(some);
            medians.put(exercise, some.get((some.size() - 1) / 2));
          }
        });
    return medians;
  }

  /** What stands out among the attempts of one learner. */
  public IntegritySign of(Collection<Answer> own) {
    List<Answer> sorted = new ArrayList<>(own);
    sorted.sort(ORDER);
    List<String> found = new ArrayList<>();
    long lookedAt = 0;
    for (Answer one : sorted) {
      Long median = medians.get(one.exerciseId());
      if (seconds == null && median == null) {
        continue;
      }
      lookedAt++;
      boolean tooFew = seconds != null && one.micros() < seconds * Figures.SECOND;
      boolean tooLittle =
          median != null
              && BigDecimal.valueOf(one.micros())
                      .compareTo(share.multiply(BigDecimal.valueOf(median)))
                  < 0;
      if (tooFew || tooLittle) {
        found.add(text(one, median));
      }
    }
    return new IntegritySign(IntegrityKind.FAST_ANSWER, lookedAt, found);
  }

  private static String text(Answer one, Long median) {
    return "exercise="
        + one.exerciseId()
        + " attempt="
        + one.attemptId()
        + " at="
        + Figures.instant(one.handedIn())
        + " seconds="
        + Figures.seconds(one.micros())
        + (median == null ? "" : " median_seconds=" + Figures.seconds(median));
  }
}
