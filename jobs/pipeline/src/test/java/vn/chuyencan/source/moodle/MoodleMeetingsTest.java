package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.model.ClassSession;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** Class sessions of the attendance plugin, and who was there. */
@Tag("database")
class MoodleMeetingsTest {

  private static MoodleSite site(DatabaseServer server) {
    MoodleSite site = SmallSite.fill(new MoodleSite(server));
    SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
    SmallSite.module(site, 48, "attendance", 3);
    status(site, 1, "P", "Present");
    status(site, 2, "A", "Absent");
    status(site, 3, "X", "Có lí do riêng");
    return site;
  }

  private static void status(MoodleSite site, long id, String letter, String words) {
    site.add(
        "attendance_statuses",
        "id",
        id,
        "attendanceid",
        3,
        "acronym",
        letter,
        "description",
        words);
  }

  private static void session(MoodleSite site, long id, long group) {
    site.add(
        "attendance_sessions",
        "id",
        id,
        "attendanceid",
        3,
        "groupid",
        group,
        "sessdate",
        SmallSite.OPENS + id,
        "duration",
        3600,
        "lasttaken",
        SmallSite.OPENS + 10);
  }

  /** A session of a group does not become everybody's because the group is gone. */
  @ParameterizedTest
  @EnumSource
  void aSessionOfAGroupThatIsGone(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      site.add("groups", "id", 8, "courseid", 2, "name", "Nhóm 1");
      session(site, 1, 0);
      session(site, 2, 8);
      session(site, 3, 9);

      assertThat(SiteSettings.registers(site).classSessions())
          .extracting(ClassSession::sessionId, ClassSession::groupId)
          .containsExactlyInAnyOrder(
              tuple("session-1", null),
              tuple("session-2", "Nhóm_1"),
              tuple("session-3", "group-9"));
    }
  }

  /** The plugin itself shows the last of several marks of one learner, whatever that means. */
  @ParameterizedTest
  @EnumSource
  void whoIsMarkedTwiceIsAsTheLastMarkSays(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      for (int id = 1; id <= 3; id++) {
        session(site, id, 0);
      }
      int[][] marks = {{1, 2}, {1, 1}, {2, 1}, {2, 2}, {3, 1}, {3, 3}};
      for (int id = 0; id < marks.length; id++) {
        site.add(
            "attendance_log",
            "id",
            id + 1,
            "sessionid",
            marks[id][0],
            "studentid",
            5,
            "statusid",
            marks[id][1]);
      }

      assertThat(SiteSettings.registers(site).attendances())
          .extracting(row -> row.sessionId() + " " + row.status())
          .containsExactlyInAnyOrder("session-1 PRESENT", "session-2 ABSENT");
    }
  }
}
