package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** Who acted, whose act counts and upon what, as both servers tell it. */
@Tag("database")
class MoodleLogRowsTest {
  private static final long NOON = SmallSite.OPENS + 43_200;
  private static final String COURSE = " viewed course /course/view.php?id=2";
  private static final String IN_COURSE = " course=/course/view.php?id=2";
  private static final String SITE = " viewed lms ";

  @ParameterizedTest
  @EnumSource
  void onlyWhatALearnerDidOnTheWebIsAnAct(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
      SmallSite.log(site, 1, NOON, -1);
      SmallSite.log(site, 2, NOON, 0);
      SmallSite.log(site, 3, NOON, 1);
      SmallSite.log(site, 4, NOON, 5);
      SmallSite.log(site, 5, NOON, 5, "origin", "ws");
      SmallSite.log(site, 6, NOON, 5, "origin", "cli");
      SmallSite.log(site, 7, NOON, 5, "origin", "restore");
      SmallSite.log(site, 8, NOON, 5, "origin", "cron");
      SmallSite.log(site, 9, NOON, 5, "origin", null);
      SmallSite.log(site, 10, NOON, 5, "origin", "");
      SmallSite.log(site, 11, NOON, 5, "realuserid", 2);
      SmallSite.log(site, 12, NOON, 5, "realuserid", 0);
      SmallSite.log(site, 13, NOON, 5, "anonymous", 1, "relateduserid", 5);
      SmallSite.log(site, 14, NOON, 99);
      site.commit();

      assertThat(ToldEvents.of(site).lines())
          .containsExactly(
              "1 -1" + COURSE + " origin=cron" + IN_COURSE,
              "2 0" + COURSE + " origin=cron" + IN_COURSE,
              "3 1" + COURSE + " origin=anonymous" + IN_COURSE,
              "4 5" + COURSE + " origin=statement" + IN_COURSE,
              "5 5" + COURSE + " origin=statement" + IN_COURSE,
              "6 5" + COURSE + " origin=cron" + IN_COURSE,
              "7 5" + COURSE + " origin=cron" + IN_COURSE,
              "8 5" + COURSE + " origin=cron" + IN_COURSE,
              "9 5" + COURSE + " origin=cron" + IN_COURSE,
              "10 5" + COURSE + " origin=cron" + IN_COURSE,
              "11 5" + COURSE + " origin=login_as" + IN_COURSE + " target=2",
              "12 5" + COURSE + " origin=statement" + IN_COURSE,
              "13 anonymous" + COURSE + " origin=anonymous" + IN_COURSE,
              "14 99" + COURSE + " origin=statement" + IN_COURSE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAddressIsReadOnlyWhereSomebodyLooksForIt(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.log(site, 1, NOON, 5, "ip", "203.0.113.9");
      SmallSite.log(site, 2, NOON, 5, "ip", "203.0.113.9");
      SmallSite.log(site, 3, NOON, 5, "ip", "2001:db8::1");
      SmallSite.log(site, 4, NOON, 5, "ip", null);
      site.commit();

      ToldEvents told = ToldEvents.withAddresses(site);
      assertThat(told.addresses().get(0)).isNotNull().isEqualTo(told.addresses().get(1));
      assertThat(told.addresses().get(2)).isNotNull().isNotEqualTo(told.addresses().get(0));
      assertThat(told.addresses().get(3)).isNull();
      assertThat(ToldEvents.of(site).addresses()).containsOnlyNulls();
      assertThat(ToldEvents.of(site).lines()).isEqualTo(told.lines());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSiteAndItsFrontPageAreNoCourse(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.log(site, 1, NOON, 5, "courseid", 0, "contextlevel", 10);
      SmallSite.log(site, 2, NOON, 5, "courseid", 1, "contextinstanceid", 1);
      SmallSite.log(site, 3, NOON, 5, "courseid", null, "contextlevel", 10);
      SmallSite.log(site, 4, NOON, 5, "courseid", 77, "contextinstanceid", 77);
      site.commit();

      assertThat(ToldEvents.of(site).lines())
          .containsExactly(
              "1 5" + SITE + " origin=statement",
              "2 5" + SITE + " origin=statement",
              "3 5" + SITE + " origin=statement",
              "4 5 viewed course /course/view.php?id=77 origin=statement"
                  + " course=/course/view.php?id=77");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theColumnOtherInBothFormsAndInNone(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.module(site, 40, "forum", 4);
      post(site, 1, "a:2:{s:12:\"discussionid\";s:1:\"7\";s:7:\"forumid\";s:1:\"4\";}");
      post(site, 2, "{\"discussionid\":\"7\",\"forumid\":4}");
      post(site, 3, "{\"title\":\"Tiếng Việt \\\"có dấu\\\"\",\"discussionid\":7}");
      post(site, 4, "a:2:{s:5:\"title\";s:10:\"Tiếng \";\";s:12:\"discussionid\";i:7;}");
      post(site, 5, "null");
      post(site, 6, "N;");
      post(site, 7, null);
      post(site, 8, "{\"discussionid\":");
      site.commit();

      String forum = " origin=statement course=/course/view.php?id=2";
      String reply = forum + " parent=/mod/forum/view.php?id=40 reply=/mod/forum/discuss.php?d=7";
      assertThat(ToldEvents.of(site).lines())
          .containsExactly(
              "1 5 replied post /mod/forum/discuss.php?d=7#p101" + reply,
              "2 5 replied post /mod/forum/discuss.php?d=7#p102" + reply,
              "3 5 replied post /mod/forum/discuss.php?d=7#p103" + reply,
              "4 5 replied post /mod/forum/discuss.php?d=7#p104" + reply,
              "5 5 replied forum /mod/forum/view.php?id=40" + forum,
              "6 5 replied forum /mod/forum/view.php?id=40" + forum,
              "7 5 replied forum /mod/forum/view.php?id=40" + forum,
              "8 5 replied forum /mod/forum/view.php?id=40" + forum);
    }
  }

  private static void post(MoodleSite site, long id, String other) {
    SmallSite.log(
        site,
        id,
        NOON,
        5,
        "eventname",
        "\\mod_forum\\event\\post_created",
        "component",
        "mod_forum",
        "action",
        "created",
        "target",
        "post",
        "objecttable",
        "forum_posts",
        "objectid",
        100 + id,
        "contextlevel",
        70,
        "contextinstanceid",
        40,
        "other",
        other);
  }

  @ParameterizedTest
  @EnumSource
  void aRowWithoutATimeOrAnEventIsRejected(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.log(site, 1, 0, 5);
      SmallSite.log(site, 2, NOON, 5, "eventname", "");
      SmallSite.log(site, 3, NOON, 5);
      site.commit();

      ToldEvents told = ToldEvents.of(site);
      assertThat(told.lines()).singleElement().asString().startsWith("3 5 ");
      assertThat(told.rejected()).containsExactly("1 MISSING_TIMESTAMP", "2 MISSING_PROPERTY");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatBecameOfAModuleDoesNotMatter(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.log(
          site,
          1,
          NOON,
          5,
          "component",
          "mod_quiz",
          "action",
          "submitted",
          "target",
          "attempt",
          "objecttable",
          "quiz_attempts",
          "objectid",
          9,
          "contextlevel",
          70,
          "contextinstanceid",
          66,
          "relateduserid",
          2);
      site.commit();

      String attempt = "/mod/quiz/attempt.php?attempt=9&cmid=66";
      assertThat(ToldEvents.of(site).lines())
          .containsExactly(
              "1 5 submitted attempt "
                  + attempt
                  + " origin=statement"
                  + IN_COURSE
                  + " parent=/mod/quiz/view.php?id=66 attempt="
                  + attempt
                  + " target=2");
    }
  }
}
