package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Interval;

/** All that was seen of one learner in one course run, gathered in any order. */
final class LearnerFacts {
  private final List<Burst> bursts = new ArrayList<>();
  private final List<Interval> declared = new ArrayList<>();
  private final Set<LocalDate> activeDays = new TreeSet<>();
  private final List<Post> posts = new ArrayList<>();
  private final List<MarkedAct> acts = new ArrayList<>();
  private final Set<String> drafters = new TreeSet<>();

  /**
   * One post that the learner wrote.
   *
   * @param postId IRI of the topic or reply
   * @param forumKey key of the forum it stands in; null when the statement names none
   * @param forumIri IRI of that forum; null likewise
   * @param discussionId IRI of its discussion; for a topic its own
   * @param topic whether it opened the discussion
   * @param occurredAt microseconds since the epoch, UTC
   * @param discussionLearner who opened the discussion; null when not a known learner
   * @param deleted whether it was deleted later
   * @param eventId the event that tells it
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
      String eventId) {}

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
      String eventId) {}

  void addDay(LocalDate day, List<Burst> dayBursts, List<Interval> dayDeclared) {
    if (!dayBursts.isEmpty()) {
      activeDays.add(day);
    }
    bursts.addAll(dayBursts);
    declared.addAll(dayDeclared);
  }

  void addPost(Post post) {
    posts.add(post);
  }

  void addAct(MarkedAct act) {
    acts.add(act);
  }

  /** Another member of the learner's group who opened a topic there. */
  void addDrafter(String learnerId) {
    drafters.add(learnerId);
  }

  List<Burst> bursts() {
    return bursts;
  }

  List<Interval> declared() {
    return declared;
  }

  Set<LocalDate> activeDays() {
    return activeDays;
  }

  List<Post> posts() {
    return posts;
  }

  List<MarkedAct> acts() {
    return acts;
  }

  Set<String> drafters() {
    return drafters;
  }
}
