package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongToIntFunction;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.PostText;

/**
 * All that was seen of one learner in one course run.
 *
 * @param bursts in order of time, united by day
 * @param declared intervals that a source declared
 * @param activeDays days since 1970-01-01, in the run's zone, on which a burst is left, in order
 * @param posts posts that the learner wrote; one act may be told several times
 * @param acts statements about attempts; one may be told several times
 * @param attempts attempts that the register tells, each once
 * @param logins days, in the run's zone, of the learner's logins to the site that a register tells
 * @param completed activities that a register calls complete
 * @param drafters everybody in the run who opened a topic in a forum of the own group
 */
record LearnerFacts(
    List<Burst> bursts,
    List<Interval> declared,
    List<Integer> activeDays,
    List<Post> posts,
    List<MarkedAct> acts,
    List<Attempt> attempts,
    List<Integer> logins,
    Set<String> completed,
    Set<String> drafters) {

  /**
   * One post that the learner wrote.
   *
   * @param postId IRI of the topic or reply; its identifier in the register
   * @param forumKey key of the forum it stands in; null when the statement names none
   * @param forumIri IRI of that forum; null likewise; its identifier in the register
   * @param discussionId IRI of its discussion; for a topic its own; its identifier in the register
   * @param topic whether it opened the discussion
   * @param occurredAt microseconds since the epoch, UTC
   * @param discussionLearner who opened the discussion; null when not a known learner
   * @param deleted whether it was deleted later
   * @param eventId the event that tells it; null when the register does
   * @param text what is known of its text; null where nothing is
   */
  record Post(
      String postId,
      Long forumKey,
      String forumIri,
      String discussionId,
      boolean topic,
      long occurredAt,
      String discussionLearner,
      boolean deleted,
      UUID eventId,
      PostText text) {}

  /**
   * One statement about an attempt; several may speak of one attempt.
   *
   * @param exerciseKey key of the exercise
   * @param exerciseIri its IRI
   * @param attempt what makes it one attempt: the attempt's key, or the event itself
   * @param occurredAt microseconds since the epoch, UTC
   * @param raw mark; null when not given
   * @param min lowest mark of the scale; null when not given
   * @param max highest mark of the scale; null when not given
   * @param success whether passed; null when not said
   * @param abandoned whether the statement says that the attempt was not completed
   * @param eventId the event that tells it
   * @param micros how long the attempt took, microseconds; null when not said
   * @param awaitsMark whether it tells nothing but that a text in the attempt is not marked yet
   */
  record MarkedAct(
      long exerciseKey,
      String exerciseIri,
      String attempt,
      long occurredAt,
      BigDecimal raw,
      BigDecimal min,
      BigDecimal max,
      Boolean success,
      boolean abandoned,
      UUID eventId,
      Long micros,
      boolean awaitsMark) {}

  /**
   * Facts of which the activity is told day by day.
   *
   * @param days days of the institution; a burst is of one of them, and in another zone of two at
   *     most, on both of which it has an event: its first and its last
   * @param stays in live rooms, which were seen and not declared, so that all of each counts
   * @param day the day of the run's zone on which an instant falls, microseconds since the epoch
   */
  static LearnerFacts of(
      List<BurstReading.Day> days,
      LongToIntFunction day,
      List<Interval> stays,
      List<Post> posts,
      List<MarkedAct> acts,
      List<Attempt> attempts,
      List<Integer> logins,
      Set<String> completed,
      Set<String> drafters) {
    List<Burst> bursts = new ArrayList<>();
    List<Interval> declared = new ArrayList<>();
    for (Interval stay : stays) {
      declared.addAll(TimeOnTask.pieces(stay));
    }
    SortedSet<Integer> active = new TreeSet<>();
    for (BurstReading.Day one : days) {
      for (Burst burst : one.bursts()) {
        active.add(day.applyAsInt(burst.start()));
        active.add(day.applyAsInt(burst.end()));
      }
      bursts.addAll(one.bursts());
      declared.addAll(one.declared());
    }
    return new LearnerFacts(
        bursts, declared, List.copyOf(active), posts, acts, attempts, logins, completed, drafters);
  }
}
