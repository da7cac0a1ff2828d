package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.CorrectionKind;
import vn.chuyencan.model.CourseActivityKind;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

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
          .thenComparing(LearnerFacts.MarkedAct::eventId, Comparator.nullsFirst(Instants.BY_TEXT));

  private static final String FINISHED = "finished";
  static final String PENDING = "pending";
  static final String ABANDONED = "abandoned";

  private static final RowShape SHAPE = RowShape.of(Tables.ASSESSMENT_ATTEMPT);
  private static final int COURSE_ID = SHAPE.place("course_id");
  private static final int LEARNER_ID = SHAPE.place("learner_id");
  private static final int EXERCISE_ID = SHAPE.place("exercise_id");
  private static final int ATTEMPT_ID = SHAPE.place("attempt_id");
  private static final int ATTEMPT_NO = SHAPE.place("attempt_no");
  private static final int STATE = SHAPE.place("state");
  private static final int FINISHED_AT = SHAPE.place("finished_at");
  private static final int SCORE_RAW = SHAPE.place("score_raw");
  private static final int SCORE_MIN = SHAPE.place("score_min");
  private static final int SCORE_MAX = SHAPE.place("score_max");
  private static final int PERCENT = SHAPE.place("percent");
  private static final int CORRECTED_SCORE = SHAPE.place("corrected_score");
  private static final int CORRECTION_ID = SHAPE.place("correction_id");
  private static final int SUCCESS = SHAPE.place("success");
  private static final int COUNTED = SHAPE.place("counted");
  private static final int EVENT_ID = SHAPE.place("event_id");

  private final CourseContext context;
  private final String learnerId;
  private final LearnerFacts facts;
  private final List<Try> attempts;

  /**
   * One attempt: from the register, or put together from all statements about it.
   *
   * @param ended whether {@code last} tells when it ended
   * @param corrected the mark that somebody corrected, of which {@code percent} is made; null
   *     without a correction
   */
  record Try(
      String exerciseId,
      boolean counted,
      String attemptId,
      String state,
      LearnerFacts.MarkedAct last,
      boolean ended,
      Optional<Fraction> percent,
      LearnerCorrections.Settled corrected) {}

  private record AttemptKey(String exercise, String attempt) {}

  ExerciseMeasures(
      CourseContext context, String learnerId, LearnerFacts facts, LearnerCorrections corrections) {
    this.context = context;
    this.learnerId = learnerId;
    this.facts = facts;
    Map<AttemptKey, List<LearnerFacts.MarkedAct>> byAttempt = new HashMap<>();
    for (LearnerFacts.MarkedAct act : facts.acts()) {
      byAttempt
          .computeIfAbsent(
              new AttemptKey(act.exerciseIri(), act.attempt()), key -> new ArrayList<>())
          .add(act);
    }
    this.attempts =
        Stream.concat(
                byAttempt.values().stream().map(this::attempt),
                facts.attempts().stream().map(this::attempt))
            .map(attempt -> corrections.isEmpty() ? attempt : corrected(attempt, corrections))
            .sorted(
                Comparator.comparing(Try::exerciseId)
                    .thenComparing(Try::last, IN_TIME)
                    .thenComparing(Try::attemptId))
            .toList();
  }

  private Try attempt(List<LearnerFacts.MarkedAct> acts) {
    LearnerFacts.MarkedAct last = null;
    LearnerFacts.MarkedAct marked = null;
    Optional<Fraction> mark = Optional.empty();
    boolean finished = false;
    boolean waits = false;
    // How the attempt ended the attempt tells, unless only an answer of it has arrived.
    boolean ended = acts.stream().anyMatch(act -> !act.awaitsMark());
    for (LearnerFacts.MarkedAct act : acts) {
      waits |= act.awaitsMark();
      if (act.awaitsMark() && ended) {
        continue;
      }
      last = last == null || IN_TIME.compare(act, last) > 0 ? act : last;
      if (act.abandoned()) {
        continue;
      }
      finished = true;
      if (marked == null || IN_TIME.compare(act, marked) > 0) {
        Optional<Fraction> percent = percent(act);
        marked = percent.isPresent() ? act : marked;
        mark = percent.isPresent() ? percent : mark;
      }
    }
    LearnerFacts.MarkedAct end = last;
    Optional<Activity> exercise =
        context
            .activity(end.exerciseKey())
            .filter(activity -> activity.kind() == CourseActivityKind.EXERCISE);
    return new Try(
        exercise.map(Activity::activityId).orElse(end.exerciseIri()),
        exercise.map(Activity::counted).orElse(!context.has(RegisterName.ACTIVITY)),
        end.attempt(),
        !finished ? ABANDONED : marked != null && !waits ? FINISHED : PENDING,
        marked != null ? marked : end,
        true,
        // The score as it was sent has nothing in it for what nobody has marked.
        waits ? Optional.empty() : mark,
        null);
  }

  /** The attempt with the mark that is right of it. */
  private Try corrected(Try attempt, LearnerCorrections corrections) {
    BigDecimal raw = attempt.last().raw();
    return corrections
        .settle(
            one ->
                one.kind() == CorrectionKind.MARK
                    && attempt.exerciseId().equals(one.activityId())
                    && attempt.attemptId().equals(one.attemptId()),
            raw == null ? null : plain(raw),
            (one, current) -> correctedMark(attempt, new BigDecimal(one.newValue())))
        .map(
            settled ->
                new Try(
                    attempt.exerciseId(),
                    attempt.counted(),
                    attempt.attemptId(),
                    FINISHED,
                    attempt.last(),
                    attempt.ended(),
                    percent(attempt, new BigDecimal(settled.value())),
                    settled))
        .orElse(attempt);
  }

  private LearnerCorrections.Effect correctedMark(Try attempt, BigDecimal mark) {
    if (!attempt.state().equals(FINISHED) && !attempt.state().equals(PENDING)) {
      return LearnerCorrections.Effect.none(CorrectionRows.NOT_FINISHED);
    }
    boolean onScale =
        percent(attempt, mark)
            .filter(percent -> percent.signum() >= 0 && percent.compareTo(Marks.HUNDRED) <= 0)
            .isPresent();
    return onScale
        ? LearnerCorrections.Effect.becomes(plain(mark))
        : LearnerCorrections.Effect.none(CorrectionRows.OFF_SCALE);
  }

  private Optional<Fraction> percent(Try attempt, BigDecimal mark) {
    BigDecimal max = attempt.last().max();
    return Marks.percent(
        mark,
        attempt.last().min(),
        max != null
            ? max
            : context.activityOf(attempt.exerciseId()).map(Activity::maxScore).orElse(null));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** An attempt as the register tells it; a mark counts once the attempt is done with. */
  private Try attempt(Attempt row) {
    Optional<Activity> exercise =
        context
            .activityOf(row.activityId())
            .filter(activity -> activity.kind() == CourseActivityKind.EXERCISE);
    BigDecimal max =
        row.maxScore() != null ? row.maxScore() : exercise.map(Activity::maxScore).orElse(null);
    Optional<Fraction> percent =
        row.state() == AttemptState.FINISHED
            ? Marks.percent(row.score(), null, max)
            : Optional.empty();
    return new Try(
        row.activityId(),
        exercise.map(Activity::counted).orElse(!context.has(RegisterName.ACTIVITY)),
        row.attemptId(),
        switch (row.state()) {
          case IN_PROGRESS -> row.state().code();
          case SUBMITTED -> PENDING;
          case FINISHED -> percent.isPresent() ? FINISHED : PENDING;
          case ABANDONED -> ABANDONED;
        },
        new LearnerFacts.MarkedAct(
            0,
            row.activityId(),
            row.attemptId(),
            Instants.micros(row.at()),
            row.score(),
            null,
            max,
            null,
            row.state() == AttemptState.ABANDONED,
            null,
            null,
            false),
        row.finishedAt() != null,
        percent,
        null);
  }

  /** A statement without a maximum is read on the scale that the register gives. */
  private Optional<Fraction> percent(LearnerFacts.MarkedAct act) {
    BigDecimal max =
        act.max() != null
            ? act.max()
            : context.activity(act.exerciseKey()).map(Activity::maxScore).orElse(null);
    return Marks.percent(act.raw(), act.min(), max);
  }

  /** Rows of {@code assessment_attempt} in the table's order. */
  List<Object[]> rows() {
    List<Object[]> rows = new ArrayList<>(attempts.size());
    String exercise = null;
    int number = 0;
    for (Try attempt : attempts) {
      number = attempt.exerciseId().equals(exercise) ? number + 1 : 1;
      exercise = attempt.exerciseId();
      LearnerFacts.MarkedAct told = attempt.last();
      Object[] row = SHAPE.row();
      row[COURSE_ID] = context.run().courseId();
      row[LEARNER_ID] = learnerId;
      row[EXERCISE_ID] = exercise;
      row[ATTEMPT_ID] = attempt.attemptId();
      row[ATTEMPT_NO] = number;
      row[STATE] = attempt.state();
      row[FINISHED_AT] = attempt.ended() ? Instants.of(told.occurredAt()) : null;
      row[SCORE_RAW] = told.raw();
      row[SCORE_MIN] = told.min();
      row[SCORE_MAX] = told.max();
      row[CORRECTED_SCORE] =
          attempt.corrected() == null ? null : new BigDecimal(attempt.corrected().value());
      row[CORRECTION_ID] =
          attempt.corrected() == null ? null : attempt.corrected().by().correctionId();
      row[PERCENT] = attempt.percent().map(p -> p.floor(PERCENT_SCALE)).orElse(null);
      row[SUCCESS] = told.success();
      row[COUNTED] = attempt.counted() && FINISHED.equals(attempt.state());
      row[EVENT_ID] = told.eventId() == null ? null : told.eventId().toString();
      rows.add(row);
    }
    return rows;
  }

  /**
   * The columns of {@code learner_course_measure}; without a register of exercises null or none.
   */
  void addTo(MeasureRow measures) {
    measures.set("self_assessments_waiting", List.of());
    if (context.has(RegisterName.ACTIVITY)) {
      new ExerciseSums(context, attempts, facts.completed()).addTo(measures);
    }
  }
}
