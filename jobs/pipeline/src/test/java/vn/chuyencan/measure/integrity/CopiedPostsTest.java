package vn.chuyencan.measure.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.chuyencan.measure.integrity.CopiedPosts.Written;
import vn.chuyencan.model.IntegritySign;
import vn.chuyencan.model.PostText;

/** Posts that say what somebody else had said, and those that only nearly do. */
class CopiedPostsTest {
  private static final long START = 1_757_642_400_000_000L;

  private static Written post(String author, String id, int minute, long text, int characters) {
    return new Written(author, id, START + minute * Figures.MINUTE, new PostText(text, characters));
  }

  private static final List<Written> ALL =
      List.of(
          post("GV1", "p0", 0, 1, 200),
          post("HV1", "p1", 1, 1, 200),
          post("HV2", "p2", 2, 1, 200),
          post("HV1", "p3", 3, 2, 200),
          post("HV1", "p4", 4, 2, 200),
          post("HV1", "p5", 5, 3, 199),
          post("HV2", "p6", 6, 3, 199));

  private static IntegritySign of(String author, List<Written> all) {
    return new CopiedPosts(200, all)
        .of(all.stream().filter(post -> post.author().equals(author)).toList());
  }

  @Test
  void whoeverWritesItLaterHasItFromTheFirst() {
    assertThat(of("GV1", ALL).found()).isEmpty();
    assertThat(of("HV1", ALL).found())
        .containsExactly(
            "post=p1 at=2025-09-12T02:01:00Z characters=200 same_as=p0"
                + " at=2025-09-12T02:00:00Z");
    assertThat(of("HV2", ALL).found())
        .containsExactly(
            "post=p2 at=2025-09-12T02:02:00Z characters=200 same_as=p0"
                + " at=2025-09-12T02:00:00Z");
  }

  @Test
  void ownTextsAndShortTextsAreNobodysBusiness() {
    // HV1 posts a text twice, and both write a short one.
    assertThat(of("HV1", ALL).lookedAt()).isEqualTo(4);
    assertThat(of("HV2", ALL).lookedAt()).isEqualTo(2);
  }

  @Test
  void orderAndRepeatsDoNotMatter() {
    List<Written> other = new ArrayList<>(ALL);
    other.addAll(ALL.subList(0, 3));
    Collections.shuffle(other, new Random(3));
    for (String author : List.of("GV1", "HV1", "HV2")) {
      assertThat(of(author, other)).isEqualTo(of(author, ALL));
    }
  }
}
