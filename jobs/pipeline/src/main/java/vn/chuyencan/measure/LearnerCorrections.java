package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.CorrectionKind;

/**
 * The corrections of one learner while the learner is measured: whoever measures something asks
 * here what is right of it, and the answer is written down beside the original.
 */
final class LearnerCorrections {
  private final String courseId;
  private final String learnerId;
  private final List<Correction> corrections;
  private final Map<String, Object[]> rows = new HashMap<>();

  LearnerCorrections(CourseContext context, String learnerId) {
    this.courseId = context.run().courseId();
    this.learnerId = learnerId;
    this.corrections = context.corrections().of(learnerId);
  }

  /**
   * What one correction makes of a value.
   *
   * @param value what is right; null when it does not apply
   * @param whyNot why it does not apply; null when it does
   */
  record Effect(String value, String whyNot) {
    static Effect becomes(String value) {
      return new Effect(value, null);
    }

    static Effect none(String whyNot) {
      return new Effect(null, whyNot);
    }
  }

  /**
   * What stands of a value.
   *
   * @param value what is right
   * @param by the correction that says so
   */
  record Settled(String value, Correction by) {}

  /** Whether nothing is corrected. */
  boolean isEmpty() {
    return corrections.isEmpty();
  }

  /** Whether there is a correction of that kind. */
  boolean any(Predicate<Correction> about) {
    return corrections.stream().anyMatch(about);
  }

  /**
   * Applies the corrections of one thing one after the other: the last that applies stands.
   *
   * @param about which corrections are of this thing
   * @param before its value without a correction; null when it has none
   * @param effect what a correction makes of the value as it stands before it
   * @return empty when nothing is corrected
   */
  Optional<Settled> settle(
      Predicate<Correction> about, String before, BiFunction<Correction, String, Effect> effect) {
    Settled stands = null;
    for (Correction correction : corrections) {
      if (about.test(correction)) {
        String current = stands == null ? before : stands.value();
        Effect made = effect.apply(correction, current);
        if (made.whyNot() == null) {
          if (stands != null) {
            put(stands.by(), before, null, CorrectionRows.SUPERSEDED);
          }
          stands = new Settled(made.value(), correction);
        } else {
          put(correction, before, null, made.whyNot());
        }
      }
    }
    if (stands == null) {
      return Optional.empty();
    }
    boolean changes = !Objects.equals(stands.value(), before);
    put(stands.by(), before, stands.value(), changes ? null : CorrectionRows.ALREADY_SO);
    return changes ? Optional.of(stands) : Optional.empty();
  }

  private void put(Correction correction, String before, String after, String whyNot) {
    rows.put(
        correction.correctionId(),
        CorrectionRows.row(
            correction,
            courseId,
            learnerId,
            CorrectionRows.target(correction),
            before,
            after,
            whyNot));
  }

  /** The excused weeks of a number of course weeks, as texts, in order. */
  List<String> excusedWeeks(List<String> weeks) {
    if (corrections.isEmpty()) {
      return List.of();
    }
    List<String> excused = new ArrayList<>();
    for (String week : weeks) {
      settle(
              one -> one.kind() == CorrectionKind.EXCUSE && week.equals(one.courseWeek()),
              null,
              (one, current) -> Effect.becomes("excused"))
          .ifPresent(settled -> excused.add(week));
    }
    return excused;
  }

  /** How often the learner was consulted in speech (FC-TH.3); each entry is one time. */
  int oralConsultations() {
    int times = 0;
    for (Correction correction : corrections) {
      if (correction.kind() == CorrectionKind.ORAL_CONSULTATION) {
        put(correction, null, "counted", null);
        times++;
      }
    }
    return times;
  }

  /**
   * Rows of {@code correction} after everything was measured: also of corrections of the learner
   * alone that nothing asked for, because there is no such thing.
   */
  List<Object[]> rows() {
    for (Correction correction : corrections) {
      if (correction.learnerId() != null && !rows.containsKey(correction.correctionId())) {
        put(correction, null, null, CorrectionRows.UNKNOWN_TARGET);
      }
    }
    List<Object[]> sorted = new ArrayList<>(rows.values());
    sorted.sort(CorrectionRows.ORDER);
    return sorted;
  }
}
