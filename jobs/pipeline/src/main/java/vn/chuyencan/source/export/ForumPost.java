package vn.chuyencan.source.export;

import java.time.Instant;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.PostText;
import vn.chuyencan.source.moodle.MoodlePlaces;

/**
 * One post of a forum's export.
 *
 * @param id its number
 * @param discussion number of its discussion
 * @param kind topic or reply
 * @param user Moodle's number of who wrote it
 * @param fullName name of who wrote it; null when the file has none
 * @param postedAt when
 * @param deleted whether it was deleted
 * @param text what is known of its text; null where nothing is asked for
 */
public record ForumPost(
    long id,
    long discussion,
    PostKind kind,
    long user,
    String fullName,
    Instant postedAt,
    boolean deleted,
    PostText text) {

  /** The register row. The export names neither course nor forum. */
  public Post register(String site, String courseId, String learnerId, String activityId) {
    return new Post(
        courseId,
        learnerId,
        activityId,
        Long.toString(id),
        kind,
        Long.toString(discussion),
        postedAt,
        deleted,
        new MoodlePlaces(site).post("forum", discussion, id).iri(),
        text);
  }
}
