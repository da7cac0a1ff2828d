package vn.chuyencan.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One topic or reply in a forum (register {@code post}, FC-X.10, FC-TT.5 to FC-TT.9).
 *
 * @param courseId course run
 * @param learnerId who wrote it, learner or not
 * @param activityId the forum
 * @param postId what names it in the course run
 * @param kind topic or reply
 * @param discussionId what names the discussion; its topic and its replies share it
 * @param postedAt when it was written
 * @param deleted whether it was deleted
 * @param iri the IRI by which statements name it; null when none does
 * @param text what a source tells of its text where that is asked for; else null, and no register
 *     of the institution's has it
 */
public record Post(
    String courseId,
    String learnerId,
    String activityId,
    String postId,
    PostKind kind,
    String discussionId,
    Instant postedAt,
    boolean deleted,
    String iri,
    PostText text)
    implements RegisterRow {

  /** A post of whose text nothing is told. */
  public Post(
      String courseId,
      String learnerId,
      String activityId,
      String postId,
      PostKind kind,
      String discussionId,
      Instant postedAt,
      boolean deleted,
      String iri) {
    this(courseId, learnerId, activityId, postId, kind, discussionId, postedAt, deleted, iri, null);
  }

  public Post {
    courseId = Text.required(courseId, "courseId");
    learnerId = Text.required(learnerId, "learnerId");
    activityId = Text.required(activityId, "activityId");
    postId = Text.required(postId, "postId");
    Objects.requireNonNull(kind, "kind");
    discussionId = Text.required(discussionId, "discussionId");
    Objects.requireNonNull(postedAt, "postedAt");
    iri = Text.optional(iri);
  }
}
