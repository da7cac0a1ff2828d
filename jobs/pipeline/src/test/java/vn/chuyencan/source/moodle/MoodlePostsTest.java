package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** Posts of both kinds of forums, and which of them are none. */
@Tag("database")
class MoodlePostsTest {
  private static final long NOON = SmallSite.OPENS + 43_200;

  private static MoodleSite site(DatabaseServer server) {
    MoodleSite site = SmallSite.fill(new MoodleSite(server));
    SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
    SmallSite.module(site, 40, "forum", 4);
    site.add("forum", "id", 4, "course", 2, "name", "Tuần 1");
    site.add("forum_discussions", "id", 70, "forum", 4);
    return site;
  }

  private static void post(MoodleSite site, String type, long id, long parent, Object... more) {
    Object[] usual = {"id", id, "discussion", 70, "parent", parent, "userid", 5, "created", NOON};
    Object[] row = new Object[usual.length + more.length];
    System.arraycopy(usual, 0, row, 0, usual.length);
    System.arraycopy(more, 0, row, usual.length, more.length);
    site.add(type + "_posts", row);
  }

  private static List<String> posts(Registers registers) {
    return registers.posts().stream()
        .map(
            (Post post) ->
                String.join(
                    " ",
                    post.activityId(),
                    post.postId(),
                    post.kind().name(),
                    post.discussionId(),
                    post.iri().substring(SmallSite.ADDRESS.length())))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void whatSaysNothingIsNoPost(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      post(site, "forum", 1, 0, "message", "<p>Em nghĩ khác</p>");
      post(site, "forum", 2, 1, "message", "<p>&nbsp;</p>", "attachment", "0");
      post(site, "forum", 3, 1, "message", "<blockquote>Em nghĩ khác</blockquote>");
      post(site, "forum", 4, 1, "message", "", "attachment", "1");
      post(site, "forum", 5, 1, "message", "", "deleted", 1);

      assertThat(SiteSettings.registers(site).posts())
          .extracting(Post::postId)
          .containsExactlyInAnyOrder("1", "4", "5");
    }
  }

  @ParameterizedTest
  @EnumSource
  void postsOfTheAdvancedForum(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      SmallSite.module(site, 41, "hsuforum", 4);
      SmallSite.module(site, 42, "hsuforum", 5);
      site.add("hsuforum", "id", 4, "course", 2, "name", "Thảo luận");
      site.add("hsuforum", "id", 5, "course", 2, "name", "Góp ý kín", "anonymous", 1);
      site.add("hsuforum_discussions", "id", 70, "forum", 4);
      site.add("hsuforum_discussions", "id", 71, "forum", 5);
      post(site, "forum", 1, 0, "message", "Một");
      post(site, "hsuforum", 1, 0, "message", "Hai");
      post(site, "hsuforum", 2, 1, "message", "Ba");
      post(site, "hsuforum", 3, 1, "message", " ");
      post(site, "hsuforum", 4, 0, "message", "Kín", "discussion", 71);
      post(site, "hsuforum", 5, 4, "message", "Có tên", "discussion", 71, "reveal", 1);

      // One number is not one post, and who wrote unnamed stays unnamed.
      assertThat(posts(SiteSettings.registers(site)))
          .containsExactlyInAnyOrder(
              "forum-40 1 TOPIC 70 /mod/forum/discuss.php?d=70",
              "hsuforum-41 hsuforum-1 TOPIC hsuforum-70 /mod/hsuforum/discuss.php?d=70",
              "hsuforum-41 hsuforum-2 REPLY hsuforum-70 /mod/hsuforum/discuss.php?d=70#p2",
              "hsuforum-42 hsuforum-5 REPLY hsuforum-71 /mod/hsuforum/discuss.php?d=71#p5");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRunOfWhichNotAllForumsAreReadIsNotCovered(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      site.commit();
      for (String table : List.of("hsuforum", "hsuforum_discussions", "hsuforum_posts")) {
        site.change("DROP TABLE {" + table + "}");
      }
      assertThat(SiteSettings.registers(site).covers(RegisterName.POST, "KH-1")).isTrue();

      SmallSite.module(site, 41, "hsuforum", 4);
      assertThat(SiteSettings.registers(site).covers(RegisterName.POST, "KH-1")).isFalse();
    }
  }
}
