package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** Whose the work is that a team handed in, where somebody is in several groups. */
@Tag("database")
class MoodleTeamsTest {
  private static final long NOON = SmallSite.OPENS + 43_200;

  private static MoodleSite site(DatabaseServer server, long grouping) {
    MoodleSite site = SmallSite.fill(new MoodleSite(server));
    SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
    SmallSite.learner(site, 6, "SV6", "Bình", "Trần");
    SmallSite.module(site, 44, "assign", 2);
    site.add(
        "assign",
        "id",
        2,
        "course",
        2,
        "name",
        "B",
        "grade",
        10,
        "teamsubmission",
        1,
        "teamsubmissiongroupingid",
        grouping);
    for (int group = 8; group <= 9; group++) {
      site.add("groups", "id", group, "courseid", 2, "name", "Nhóm " + group);
    }
    site.add("groupings_groups", "id", 1, "groupingid", 3, "groupid", 8);
    site.add("groups_members", "id", 1, "groupid", 8, "userid", 5);
    site.add("groups_members", "id", 2, "groupid", 8, "userid", 6);
    site.add("groups_members", "id", 3, "groupid", 9, "userid", 5);
    return site;
  }

  private static void handedIn(MoodleSite site, long id, long group, long number) {
    site.add(
        "assign_submission",
        "id",
        id,
        "assignment",
        2,
        "userid",
        0,
        "groupid",
        group,
        "status",
        "submitted",
        "attemptnumber",
        number,
        "timecreated",
        NOON + id,
        "timemodified",
        NOON + id);
  }

  private static List<String> attempts(MoodleSite site) {
    return SiteSettings.registers(site).attempts().stream()
        .map(
            one ->
                one.learnerId()
                    + " "
                    + one.attemptId()
                    + " "
                    + (one.finishedAt().getEpochSecond() - NOON))
        .toList();
  }

  /** Moodle shows such a person no team but the default one, and takes no work from another. */
  @ParameterizedTest
  @EnumSource
  void whoIsInSeveralTeamsHandsInWithTheDefaultOne(DatabaseServer server) {
    try (MoodleSite site = site(server, 0)) {
      handedIn(site, 1, 8, 0);
      assertThat(attempts(site)).containsExactly("SV6 1 1");

      handedIn(site, 2, 0, 0);
      assertThat(attempts(site)).containsExactlyInAnyOrder("SV6 1 1", "SV5 1 2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void groupsOutsideTheGroupingAreNoTeams(DatabaseServer server) {
    try (MoodleSite site = site(server, 3)) {
      handedIn(site, 1, 8, 0);
      assertThat(attempts(site)).containsExactlyInAnyOrder("SV5 1 1", "SV6 1 1");
    }
  }
}
