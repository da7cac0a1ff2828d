package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Registers;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.MoodleVersion;
import vn.chuyencan.testing.SmallSite;

/** What learners have completed, with the traps of Moodle's tables. */
@Tag("database")
class MoodleCompletionTest {
  private static final long NOON = SmallSite.OPENS + 43_200;

  private static MoodleSite site(DatabaseServer server, MoodleVersion version) {
    MoodleSite site = SmallSite.fill(new MoodleSite(server, version, "mdl_"));
    SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
    SmallSite.learner(site, 6, "SV6", "Bình", "Trần");
    // Teaches, and is graded all the same.
    SmallSite.user(site, 9, "GV9", "gv9", "Chi", "Lê");
    SmallSite.enrol(site, 9);
    return SmallSite.give(site, 9, 3, 10);
  }

  private static void quiz(MoodleSite site, long id, String number, String name) {
    site.add("quiz", "id", id, "course", SmallSite.COURSE, "name", name, "grade", 10);
    SmallSite.module(site, 40 + id, "quiz", id, "idnumber", number, "completion", 2, "section", 70);
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void completionIsOfWhatIsTracked(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_1)) {
      quiz(site, 1, "BT01", "Bài 1");
      quiz(site, 2, "BT02", "Bài 2");
      site.change("UPDATE {course_modules} SET completion = 0 WHERE id = 42");
      site.add("course_sections", "id", 70, "course", SmallSite.COURSE, "section", 3);
      site.add(
          "course_modules_completion",
          "id",
          1,
          "coursemoduleid",
          41,
          "userid",
          5,
          "completionstate",
          4,
          "timemodified",
          NOON);
      site.add(
          "course_modules_completion",
          "id",
          2,
          "coursemoduleid",
          41,
          "userid",
          6,
          "completionstate",
          0,
          "timemodified",
          NOON);
      site.add(
          "course_modules_completion",
          "id",
          3,
          "coursemoduleid",
          42,
          "userid",
          5,
          "completionstate",
          1,
          "timemodified",
          NOON);
      site.add(
          "course_modules_completion",
          "id",
          4,
          "coursemoduleid",
          41,
          "userid",
          9,
          "completionstate",
          1,
          "timemodified",
          NOON);
      // A course that records nothing tells nothing.
      assertThat(SiteSettings.registers(site).completions()).isEmpty();
      site.change("UPDATE {course} SET enablecompletion = 1 WHERE id = " + SmallSite.COURSE);
      assertThat(completions(SiteSettings.registers(site)))
          .containsExactly("SV5 BT01 complete_fail 0", "SV6 BT01 incomplete -");
      assertThat(SiteSettings.registers(site).activities())
          .extracting(Activity::section)
          .containsOnly("3");

      site.add("course_completion_criteria", "id", 1, "course", SmallSite.COURSE);
      site.add(
          "course_completions",
          "id",
          1,
          "userid",
          5,
          "course",
          SmallSite.COURSE,
          "timecompleted",
          NOON + 60);
      site.add("course_completions", "id", 2, "userid", 6, "course", SmallSite.COURSE);
      assertThat(completions(SiteSettings.registers(site)))
          .containsExactly(
              "SV5 BT01 complete_fail 0",
              "SV5 null complete 60",
              "SV6 BT01 incomplete -",
              "SV6 null incomplete -");
    }
  }

  private static List<String> completions(Registers registers) {
    return registers.completions().stream()
        .map(
            row ->
                row.learnerId()
                    + " "
                    + row.activityId()
                    + " "
                    + row.state().code()
                    + " "
                    + (row.completedAt() == null
                        ? "-"
                        : Long.toString(row.completedAt().getEpochSecond() - NOON)))
        .sorted()
        .toList();
  }
}
