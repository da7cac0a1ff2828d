package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.ForumKind;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** Which quizzes are exercises that a learner must have done. */
@Tag("database")
class MoodleActivitiesTest {

  private static void quiz(MoodleSite site, long id, int points, Object... more) {
    SmallSite.module(site, 40 + id, "quiz", id, more);
    site.add("quiz", "id", id, "course", 2, "name", "Bài " + id, "sumgrades", points, "grade", 10);
  }

  private static void attempt(MoodleSite site, long id, long quiz, int preview) {
    site.add(
        "quiz_attempts",
        "id",
        id,
        "quiz",
        quiz,
        "userid",
        5,
        "attempt",
        1,
        "uniqueid",
        id,
        "preview",
        preview,
        "state",
        "finished",
        "timestart",
        SmallSite.OPENS,
        "timefinish",
        SmallSite.OPENS + 60,
        "sumgrades",
        1);
  }

  /**
   * Moodle gives a quiz without questions ten points all the same, and shows nobody what is hidden:
   * who was to have done these could not earn a certificate.
   */
  @ParameterizedTest
  @EnumSource
  void onlyWhatCouldBeDoneAndGivesMarksCounts(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
      quiz(site, 1, 20);
      quiz(site, 2, 0);
      quiz(site, 3, 20, "visible", 0);
      quiz(site, 4, 20, "visible", 0);
      quiz(site, 5, 20, "visible", 0);
      attempt(site, 1, 4, 0);
      attempt(site, 2, 5, 1);

      assertThat(SiteSettings.registers(site).activities())
          .filteredOn(Activity::counted)
          .extracting(Activity::activityId)
          .containsExactlyInAnyOrder("quiz-41", "quiz-44");
    }
  }

  /** The form lets a quiz close when it opens, and dates that a script moved can be anything. */
  @ParameterizedTest
  @EnumSource
  void aQuizThatClosesBeforeItOpensEndsNoNight(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      quiz(site, 1, 20);
      quiz(site, 2, 20);
      site.commit();
      site.change("UPDATE {quiz} SET timeopen = " + SmallSite.ENDS);
      site.change("UPDATE {quiz} SET timeclose = " + SmallSite.ENDS + " WHERE id = 1");
      site.change("UPDATE {quiz} SET timeclose = " + SmallSite.OPENS + " WHERE id = 2");

      LocalDate day = LocalDate.of(2026, 10, 19);
      assertThat(SiteSettings.registers(site).activities())
          .extracting(Activity::activityId, Activity::opensOn, Activity::closesOn)
          .containsExactlyInAnyOrder(tuple("quiz-41", day, day), tuple("quiz-42", day, day));
    }
  }

  /** A course may ask for separate groups in every new module and have no groups. */
  @ParameterizedTest
  @EnumSource
  void aForumWithoutGroupsIsForAll(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.module(site, 41, "forum", 5, "groupmode", 1);
      site.add("forum", "id", 5, "course", 2, "name", "F", "type", "general");

      assertThat(SiteSettings.registers(site).activities())
          .extracting(Activity::forumKind)
          .containsExactly(ForumKind.COLLECTIVE);

      site.add("groups", "id", 8, "courseid", 2, "name", "Nhóm 1");
      assertThat(SiteSettings.registers(site).activities())
          .extracting(Activity::forumKind)
          .containsExactly(ForumKind.GROUP);
    }
  }
}
