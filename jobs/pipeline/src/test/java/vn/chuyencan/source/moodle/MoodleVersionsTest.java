package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Registers;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.MoodleVersion;
import vn.chuyencan.testing.SmallSite;

/** One site tells the same whatever server, version and prefix its tables have. */
@Tag("database")
class MoodleVersionsTest {
  private static final long NOON = SmallSite.OPENS + 43_200;

  /** What was read of a site. */
  private record Told(Registers registers, List<String> events) {}

  private static Told read(DatabaseServer server, MoodleVersion version, String prefix) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server, version, prefix))) {
      fill(site);
      return new Told(SiteSettings.registers(site), ToldEvents.of(site).lines());
    }
  }

  private static void fill(MoodleSite site) {
    SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
    SmallSite.learner(site, 6, "SV6", "Bình", "Trần");
    SmallSite.module(site, 40, "forum", 4);
    SmallSite.module(site, 41, "quiz", 7);
    SmallSite.module(site, 42, "assign", 1);
    SmallSite.module(site, 43, "workshop", 9);
    SmallSite.module(site, 44, "attendance", 3);
    site.add("groups", "id", 1, "courseid", 2, "name", "Nhóm 1");
    site.add("groups_members", "id", 1, "groupid", 1, "userid", 5);
    site.add("forum", "id", 4, "course", 2, "name", "Diễn đàn");
    site.add("forum_discussions", "id", 70, "forum", 4, "groupid", -1);
    site.add(
        "forum_posts",
        "id",
        1,
        "discussion",
        70,
        "userid",
        5,
        "created",
        NOON,
        "message",
        "<p>Em nghĩ khác</p>");
    site.add("quiz", "id", 7, "course", 2, "name", "Bài 1", "sumgrades", 20, "grade", 10);
    site.add(
        "quiz_attempts",
        "id",
        1,
        "quiz",
        7,
        "userid",
        5,
        "attempt",
        1,
        "state",
        "finished",
        "timestart",
        NOON,
        "timefinish",
        NOON + 60,
        "sumgrades",
        new BigDecimal("0.33333"));
    site.add("assign", "id", 1, "course", 2, "name", "Bài nộp", "grade", 100);
    site.add(
        "assign_submission",
        "id",
        1,
        "assignment",
        1,
        "userid",
        5,
        "status",
        "submitted",
        "timecreated",
        NOON,
        "timemodified",
        NOON);
    site.add("workshop", "id", 9, "course", 2, "name", "W");
    site.add("workshop_submissions", "id", 1, "workshopid", 9, "authorid", 5);
    site.add(
        "workshop_assessments",
        "id",
        1,
        "submissionid",
        1,
        "reviewerid",
        6,
        "timemodified",
        NOON,
        "grade",
        70);
    site.add("attendance_statuses", "id", 1, "attendanceid", 3, "acronym", "P");
    site.add(
        "attendance_sessions", "id", 1, "attendanceid", 3, "sessdate", NOON, "lasttaken", NOON);
    site.add("attendance_log", "id", 1, "sessionid", 1, "studentid", 5, "statusid", 1);
    for (int id = 1; id <= 30; id++) {
      SmallSite.log(site, id, NOON + id, 5 + id % 2, "other", "{\"ý nghĩa\":\"𝒳 'ấ'\"}");
    }
  }

  @Test
  void serverVersionAndPrefixChangeNothing() {
    Told told = read(DatabaseServer.MARIADB, MoodleVersion.V4_5, "mdl_");

    assertThat(told.events()).hasSize(30);
    assertThat(told.registers().attempts()).hasSize(2);
    assertThat(told.registers().posts()).hasSize(1);
    assertThat(told.registers().peerReviews()).hasSize(1);
    assertThat(told.registers().attendances()).hasSize(1);
    assertThat(told.registers().groupMembers()).hasSize(1);
    for (DatabaseServer server : DatabaseServer.values()) {
      assertThat(read(server, MoodleVersion.V4_1, "mdl_")).as("4.1").isEqualTo(told);
      assertThat(read(server, MoodleVersion.V5_1, "mdl_")).as("5.1").isEqualTo(told);
      assertThat(read(server, MoodleVersion.V4_5, "")).as("no prefix").isEqualTo(told);
      assertThat(read(server, MoodleVersion.V4_5, "k65_lms_")).as("a prefix").isEqualTo(told);
    }
  }

  /** Two sites may share a database: the one's tables are not the other's. */
  @Test
  void aPrefixIsNoPattern() {
    for (DatabaseServer server : DatabaseServer.values()) {
      try (MoodleSite site = SmallSite.fill(new MoodleSite(server, MoodleVersion.V4_5, "mdlx"))) {
        site.commit();
        MoodleSettings other =
            new MoodleSettings(
                "lms",
                site.url(),
                server.user(),
                server.password(),
                "mdl_",
                SmallSite.ADDRESS,
                MoodleSettings.USUAL_OVERLAP,
                DatabasePatience.USUAL);
        try (MoodleDatabase database = MoodleDatabase.open(other)) {
          assertThatThrownBy(() -> database.each("user", "id", "", row -> {}))
              .hasMessageContaining("E5030")
              .hasMessageContaining("mdlx");
        }
      }
    }
  }

  @Test
  void pluginsNeedNotBeThere() {
    for (DatabaseServer server : DatabaseServer.values()) {
      try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
        for (String table :
            List.of(
                "attendance",
                "attendance_sessions",
                "attendance_log",
                "attendance_statuses",
                "workshop",
                "workshop_submissions",
                "workshop_assessments",
                "assign",
                "assign_submission",
                "assign_grades")) {
          site.change("DROP TABLE {" + table + "}");
        }
        SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");

        assertThat(SiteSettings.registers(site).present())
            .contains("learner", "post", "attempt")
            .doesNotContain("attendance", "class_session", "peer_review");
      }
    }
  }
}
