package vn.chuyencan.measure.integrity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegritySign;
import vn.chuyencan.model.PostText;

/** Posts whose text somebody else had posted before in the same course run. */
public final class CopiedPosts {
  private static final Comparator<Written> FIRST =
      Comparator.comparingLong(Written::at)
          .thenComparing(Written::postId)
          .thenComparing(Written::author);

  private final int characters;
  private final Map<Long, List<Written>> byText = new HashMap<>();

  /**
   * A post that stands.
   *
   * @param author who wrote it, learner or not
   * @param postId what names it
   * @param at when, microseconds since the epoch, UTC
   * @param text what is known of its text
   */
  public record Written(String author, String postId, long at, PostText text) {}

  /**
   * @param characters shorter texts are everybody's: thanks and yes
   * @param all the posts of everybody in the run, in any order; one may be told several times
   */
  public CopiedPosts(int characters, Collection<Written> all) {
    this.characters = characters;
    for (Written post : all) {
      if (post.text().characters() >= characters) {
        byText.computeIfAbsent(post.text().key(), key -> new ArrayList<>()).add(post);
      }
    }
  }

  /** What stands out among the posts of one author, all of which are among those of everybody. */
  public IntegritySign of(Collection<Written> own) {
    List<Written> sorted = own.stream().distinct().sorted(FIRST).toList();
    List<String> found = new ArrayList<>();
    for (Written post : sorted) {
      if (post.text().characters() >= characters) {
        byText.getOrDefault(post.text().key(), List.of()).stream()
            .filter(other -> !other.author().equals(post.author()))
            .filter(other -> FIRST.compare(other, post) < 0)
            .min(FIRST)
            .ifPresent(other -> found.add(text(post, other)));
      }
    }
    return new IntegritySign(IntegrityKind.COPIED_POST, sorted.size(), found);
  }

  private static String text(Written post, Written original) {
    return "post="
        + post.postId()
        + " at="
        + Figures.instant(post.at())
        + " characters="
        + post.text().characters()
        + " same_as="
        + original.postId()
        + " at="
        + Figures.instant(original.at());
  }
}
