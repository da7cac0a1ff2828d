package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** In which group somebody works who is in several. */
@Tag("database")
class MoodleGroupsTest {

  private static MoodleSite site(DatabaseServer server) {
    MoodleSite site = SmallSite.fill(new MoodleSite(server));
    SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
    SmallSite.learner(site, 6, "SV6", "Bình", "Trần");
    SmallSite.learner(site, 7, "SV7", "Chi", "Lê");
    for (int group = 1; group <= 3; group++) {
      site.add("groups", "id", group, "courseid", 2, "name", "N" + group);
    }
    int[][] members = {{1, 5}, {1, 6}, {1, 7}, {2, 5}, {3, 6}};
    for (int id = 0; id < members.length; id++) {
      site.add("groups_members", "id", id + 1, "groupid", members[id][0], "userid", members[id][1]);
    }
    return site;
  }

  private static List<String> groups(MoodleSite site) {
    return SiteSettings.registers(site).groupMembers().stream()
        .map(row -> row.learnerId() + " " + row.groupId())
        .sorted()
        .toList();
  }

  /**
   * The class is the oldest group, and the teams have the forums: whoever were told in the class
   * would have to answer everybody in it (FC-TT.9).
   */
  @ParameterizedTest
  @EnumSource
  void theGroupIsOneThatHasAForum(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      site.add("groupings_groups", "id", 1, "groupingid", 4, "groupid", 2);
      site.add("groupings_groups", "id", 2, "groupingid", 4, "groupid", 3);
      assertThat(groups(site)).containsExactly("SV5 N1", "SV6 N1", "SV7 N1");

      SmallSite.module(site, 41, "forum", 5, "groupmode", 1, "groupingid", 4);
      site.add("forum", "id", 5, "course", 2, "name", "F", "type", "general");
      assertThat(groups(site)).containsExactly("SV5 N2", "SV6 N3", "SV7 N1");
    }
  }

  /** Moodle offers such a group in no activity. */
  @ParameterizedTest
  @EnumSource
  void aListOfPeopleIsNoGroupOfWork(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      site.commit();
      site.change("UPDATE {groups} SET participation = 0 WHERE id = 1");
      assertThat(groups(site)).containsExactly("SV5 N2", "SV6 N3");
    }
  }
}
