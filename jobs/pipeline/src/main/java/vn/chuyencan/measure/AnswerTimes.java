package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.measure.integrity.FastAnswers;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.AttemptState;

/** How long attempts took, where a register or a statement about them tells it. */
final class AnswerTimes {
  private final CourseContext context;

  AnswerTimes(CourseContext context) {
    this.context = context;
  }

  private record Key(String exercise, String attempt) {}

  /**
   * The attempts that were handed in and of which is known how long they took. One attempt may be
   * told several times; the longest time told of it stands. A time of nothing tells nothing.
   *
   * @param acts what statements tell of one learner's attempts
   * @param attempts what the register tells
   */
  List<FastAnswers.Answer> of(
      Collection<LearnerFacts.MarkedAct> acts, Collection<Attempt> attempts) {
    Map<Key, List<LearnerFacts.MarkedAct>> byAttempt = new HashMap<>();
    for (LearnerFacts.MarkedAct act : acts) {
      if (!act.abandoned()) {
        byAttempt
            .computeIfAbsent(new Key(act.exerciseIri(), act.attempt()), key -> new ArrayList<>())
            .add(act);
      }
    }
    List<FastAnswers.Answer> answers = new ArrayList<>();
    byAttempt.forEach((key, some) -> add(key, some, answers));
    for (Attempt row : attempts) {
      boolean handedIn =
          row.state() == AttemptState.SUBMITTED || row.state() == AttemptState.FINISHED;
      if (handedIn && row.startedAt() != null && row.finishedAt() != null) {
        long end = Instants.micros(row.finishedAt());
        add(
            row.activityId(),
            row.attemptId(),
            end,
            end - Instants.micros(row.startedAt()),
            answers);
      }
    }
    return answers;
  }

  private void add(Key key, List<LearnerFacts.MarkedAct> acts, List<FastAnswers.Answer> answers) {
    long handedIn = Long.MIN_VALUE;
    long micros = 0;
    for (LearnerFacts.MarkedAct act : acts) {
      handedIn = Math.max(handedIn, act.occurredAt());
      micros = Math.max(micros, act.micros() == null ? 0 : act.micros());
    }
    String exercise = context.activityId(acts.get(0).exerciseKey(), acts.get(0).exerciseIri());
    add(exercise, key.attempt(), handedIn, micros, answers);
  }

  private static void add(
      String exercise,
      String attempt,
      long handedIn,
      long micros,
      List<FastAnswers.Answer> answers) {
    if (micros > 0) {
      answers.add(new FastAnswers.Answer(exercise, attempt, handedIn, micros));
    }
  }
}
