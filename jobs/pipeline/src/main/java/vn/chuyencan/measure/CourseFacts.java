package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.measure.integrity.Heartbeats;
import vn.chuyencan.measure.integrity.TwoAddresses;

/** Everything seen of one course run, gathered in any order; learners by number. */
final class CourseFacts {
  private final Map<Integer, List<BurstRow>> bursts = new HashMap<>();
  private final Map<Integer, List<FactSink.SeenPost>> posts = new HashMap<>();
  private final Map<Integer, List<LearnerFacts.MarkedAct>> acts = new HashMap<>();
  private final Map<Integer, List<Heartbeats.Beat>> events = new HashMap<>();
  private final Map<Integer, List<TwoAddresses.Stretch>> addresses = new HashMap<>();
  private final Set<Long> deleted = new HashSet<>();

  void addBurst(int learner, BurstRow row) {
    bursts.computeIfAbsent(learner, number -> new ArrayList<>()).add(row);
  }

  void addPost(int learner, FactSink.SeenPost post) {
    posts.computeIfAbsent(learner, number -> new ArrayList<>()).add(post);
  }

  void addAct(int learner, LearnerFacts.MarkedAct act) {
    acts.computeIfAbsent(learner, number -> new ArrayList<>()).add(act);
  }

  void addEvent(int learner, Heartbeats.Beat event) {
    events.computeIfAbsent(learner, number -> new ArrayList<>()).add(event);
  }

  void addAddress(int learner, TwoAddresses.Stretch stretch) {
    addresses.computeIfAbsent(learner, number -> new ArrayList<>()).add(stretch);
  }

  void addDeletion(long objectKey) {
    deleted.add(objectKey);
  }

  /** Learners of whom any activity was seen. */
  Set<Integer> active() {
    return bursts.keySet();
  }

  List<BurstRow> bursts(int learner) {
    return bursts.getOrDefault(learner, List.of());
  }

  /** Posts by author, whoever that is. */
  Map<Integer, List<FactSink.SeenPost>> posts() {
    return posts;
  }

  List<LearnerFacts.MarkedAct> acts(int learner) {
    return acts.getOrDefault(learner, List.of());
  }

  /** A learner's events, where they were asked for; one may be there several times. */
  List<Heartbeats.Beat> events(int learner) {
    return events.getOrDefault(learner, List.of());
  }

  /** From which addresses a learner acted, where that was asked for; likewise. */
  List<TwoAddresses.Stretch> addresses(int learner) {
    return addresses.getOrDefault(learner, List.of());
  }

  /** Learners of whom an attempt was seen. */
  Set<Integer> marked() {
    return acts.keySet();
  }

  /** Whether a post or the discussion in which it stands was deleted by anybody. */
  boolean isDeleted(FactSink.SeenPost post) {
    return deleted.contains(post.objectKey())
        || (post.discussionKey() != null && deleted.contains(post.discussionKey()));
  }
}
