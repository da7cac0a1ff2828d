package vn.chuyencan.measure.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.chuyencan.measure.integrity.FastAnswers.Answer;
import vn.chuyencan.model.IntegritySign;

/** Attempts just slow enough and just too fast. */
class FastAnswersTest {
  private static Answer answer(String attempt, long seconds) {
    return new Answer("BT01", attempt, 1_757_642_400_000_000L, seconds * 1_000_000L);
  }

  /** Attempts of 100, 110, … seconds: the lower median of ten is 140. */
  private static List<Answer> course(int attempts) {
    List<Answer> all = new ArrayList<>();
    for (int number = 0; number < attempts; number++) {
      all.add(answer("all" + number, 100 + 10L * number));
    }
    return all;
  }

  @Test
  void aFloorHoldsForEveryAttempt() {
    IntegritySign sign =
        new FastAnswers(30, null, List.of()).of(List.of(answer("2", 30), answer("1", 29)));
    assertThat(sign.lookedAt()).isEqualTo(2);
    assertThat(sign.found())
        .containsExactly("exercise=BT01 attempt=1 at=2025-09-12T02:00:00Z seconds=29");
  }

  @Test
  void aShareOfTheMedianHoldsWhereThereAreEnoughAttempts() {
    BigDecimal tenth = new BigDecimal("0.1");
    List<Answer> own = List.of(answer("1", 13), answer("2", 14));
    FastAnswers enough = new FastAnswers(null, tenth, course(10));
    assertThat(enough.of(own).found())
        .containsExactly(
            "exercise=BT01 attempt=1 at=2025-09-12T02:00:00Z seconds=13 median_seconds=140");
    assertThat(enough.of(own).lookedAt()).isEqualTo(2);
    // Of nine nobody knows what is usual, and that is said.
    IntegritySign few = new FastAnswers(null, tenth, course(9)).of(own);
    assertThat(few.found()).isEmpty();
    assertThat(few.lookedAt()).isZero();
  }

  @Test
  void orderDoesNotMatter() {
    List<Answer> all = course(11);
    List<Answer> own = new ArrayList<>(List.of(answer("3", 1), answer("1", 2), answer("2", 3)));
    IntegritySign sign = new FastAnswers(null, new BigDecimal("0.1"), all).of(own);
    Collections.shuffle(all, new Random(5));
    Collections.shuffle(own, new Random(7));
    assertThat(new FastAnswers(null, new BigDecimal("0.1"), all).of(own)).isEqualTo(sign);
    assertThat(sign.found()).hasSize(3);
  }
}
