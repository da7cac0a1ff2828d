package vn.chuyencan.measure;

import java.util.UUID;
import vn.chuyencan.measure.integrity.Heartbeats;
import vn.chuyencan.measure.integrity.TwoAddresses;
import vn.chuyencan.model.PostText;

/** Where facts about course runs go; runs and learners by number. */
interface FactSink {
  /** The number by which rows name a source; any, as long as two sources do not share one. */
  int source(String name);

  /** What was seen of a learner's activity. */
  void burst(int run, int learner, BurstRow row);

  /** What was seen of an identifier that nobody has. */
  void unresolved(BurstRow row);

  /** A post of anybody whom the identities know, on the roster or not. */
  void post(int run, int learner, SeenPost post);

  /** A post or discussion that somebody deleted. */
  void deletion(int run, long objectKey);

  /** How an attempt ended. */
  void act(int run, int learner, LearnerFacts.MarkedAct act);

  /** An event, where events are looked at: whether several are a heartbeat. */
  default void event(int run, int learner, Heartbeats.Beat event) {
    // Most who read facts do not ask for events.
  }

  /** From which address somebody acted, where addresses are looked at. */
  default void addressed(int run, int learner, TwoAddresses.Stretch stretch) {
    // Most who read facts do not ask for addresses.
  }

  /**
   * One row of {@code forum_event} that tells of a post.
   *
   * @param objectKey key of the topic or reply
   * @param objectIri its IRI
   * @param forumKey key of the forum; null when the statement names none
   * @param forumIri its IRI; null likewise
   * @param discussionKey key of the discussion, for a topic its own; null when unknown
   * @param discussionIri its IRI; null likewise
   * @param topic whether it opened the discussion
   * @param occurredAt microseconds since the epoch, UTC
   * @param eventId the event that tells it
   * @param text what is known of its text; null where nothing is
   */
  record SeenPost(
      long objectKey,
      String objectIri,
      Long forumKey,
      String forumIri,
      Long discussionKey,
      String discussionIri,
      boolean topic,
      long occurredAt,
      UUID eventId,
      PostText text) {}
}
