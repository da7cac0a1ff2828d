package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.Registers;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** Who the people of a site are, who learns and who teaches. */
@Tag("database")
class MoodlePeopleTest {
  private static final long DAY = 86_400;

  @ParameterizedTest
  @EnumSource
  void namesAsPeopleHaveThem(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      String name = "Nguyễn Thị Hường";
      String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
      assertThat(decomposed).isNotEqualTo(name);
      SmallSite.learner(site, 5, "SV5", "Hường", "Nguyễn Thị");
      SmallSite.learner(
          site,
          6,
          Normalizer.normalize("SVĐế6", Normalizer.Form.NFD),
          Normalizer.normalize("Hường", Normalizer.Form.NFD),
          Normalizer.normalize("Nguyễn Thị", Normalizer.Form.NFD));
      SmallSite.learner(site, 7, "SV7", "Anh \"Tí\", Jr.", "O'Brien\\");
      SmallSite.learner(site, 8, "SV8", "", "");

      Registers registers = SiteSettings.registers(site);
      assertThat(registers.learners())
          .extracting(learner -> learner.learnerId() + ": " + learner.fullName())
          .containsExactlyInAnyOrder(
              "SV5: " + name, "SVĐế6: " + name, "SV7: O'Brien\\ Anh \"Tí\", Jr.", "SV8: SV8");
      SmallSite.log(site, 1, SmallSite.OPENS, 6);
      site.commit();
      assertThat(ToldEvents.of(site).names()).containsEntry("6", name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbersThatTwoHaveNameNobody(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.learner(site, 5, "SV1", "An", "Nguyễn");
      SmallSite.learner(site, 6, "SV1", "An", "Nguyễn");
      SmallSite.learner(site, 7, " ", "Bình", "Trần");
      SmallSite.learner(site, 8, "nguoi7", "Chi", "Lê");

      // The user name of one is the number of another: it would name both.
      assertThat(SiteSettings.registers(site).learners())
          .extracting(learner -> learner.learnerId() + " " + learner.fullName())
          .containsExactlyInAnyOrder(
              "nguoi5 Nguyễn An", "nguoi6 Nguyễn An", "user-7 Trần Bình", "nguoi7 Lê Chi");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWasDeletedStaysAndTheMangledNameDoesNot(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.learner(site, 5, "", "An", "Nguyễn");
      site.commit();
      site.change(
          "UPDATE {user} SET deleted = 1, username = 'an@hv.example.1792394640',"
              + " email = '0cc175b9c0f1b6a831c399e269772661' WHERE id = 5");

      Registers registers = SiteSettings.registers(site);
      assertThat(registers.learners())
          .extracting(learner -> learner.learnerId() + " " + learner.fullName())
          .containsExactly("user-5 Nguyễn An");
      assertThat(registers.identities())
          .extracting(identity -> identity.kind() + " " + identity.identifier())
          .containsExactly("ACCOUNT 5");
    }
  }

  @ParameterizedTest
  @EnumSource
  void rolesDecideWhoLearnsAndWhoTeaches(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
      SmallSite.learner(site, 6, "GV6", "Bình", "Trần");
      SmallSite.give(site, 6, 3, 10);
      SmallSite.learner(site, 7, "TG7", "Chi", "Lê");
      SmallSite.give(site, 7, 4, 10);
      SmallSite.user(site, 8, "GV8", "gv8", "Dũng", "Phạm");
      SmallSite.give(site, 8, 3, 3);
      SmallSite.user(site, 9, "SV9", "sv9", "Em", "Võ");
      SmallSite.give(site, 9, 5, 10);
      SmallSite.user(site, 10, "SV10", "sv10", "Gia", "Hồ");
      SmallSite.enrol(site, 10);
      SmallSite.give(site, 10, 7, 10);
      SmallSite.learner(site, 11, "SV11", "Hà", "Đỗ");
      site.commit();
      site.change(
          "UPDATE {user_enrolments} SET status = 1, timemodified = "
              + (SmallSite.OPENS + 9 * DAY)
              + " WHERE userid = 11");

      // A role without an enrolment is not enough to learn, nor an enrolment without a role.
      assertThat(SiteSettings.registers(site).enrolments())
          .extracting(
              row ->
                  row.learnerId()
                      + " "
                      + row.role()
                      + " "
                      + row.enrolledOn()
                      + Objects.toString(row.leftOn(), ""))
          .containsExactlyInAnyOrder(
              "SV5 LEARNER 2026-09-07",
              "GV6 LECTURER 2026-09-07",
              "TG7 ASSISTANT 2026-09-07",
              "GV8 LECTURER null",
              "SV11 LEARNER 2026-09-072026-09-16");
    }
  }

  /**
   * An enrolment that ends with the course, at 23:55 or at the midnight after, is there to its end.
   */
  @ParameterizedTest
  @EnumSource
  void anEnrolmentIsThereOnTheDayOnWhichItEnds(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      for (int user = 5; user <= 7; user++) {
        SmallSite.learner(site, user, "SV" + user, "An", "Nguyễn");
      }
      site.commit();
      long midnight =
          LocalDate.of(2026, 9, 20).atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toEpochSecond();
      long[] ends = {midnight - 300, midnight, midnight + 300};
      for (int user = 5; user <= 7; user++) {
        site.change(
            "UPDATE {user_enrolments} SET timeend = " + ends[user - 5] + " WHERE userid = " + user);
      }

      assertThat(SiteSettings.registers(site).enrolments())
          .extracting(row -> row.learnerId() + " " + row.leftOn())
          .containsExactlyInAnyOrder("SV5 2026-09-20", "SV6 2026-09-20", "SV7 2026-09-21");
    }
  }

  /** Who has the role of all courses of a category learns in those into which he is enrolled. */
  @ParameterizedTest
  @EnumSource
  void theRoleOfALearnerMayStandAboveTheCourse(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.user(site, 5, "SV5", "sv5", "An", "Nguyễn");
      SmallSite.enrol(site, 5);
      SmallSite.give(site, 5, 5, 3);
      SmallSite.user(site, 6, "SV6", "sv6", "Bình", "Trần");
      SmallSite.give(site, 6, 5, 3);

      Registers registers = SiteSettings.registers(site);
      assertThat(registers.enrolments())
          .extracting(row -> row.learnerId() + " " + row.role())
          .containsExactly("SV5 LEARNER");
      assertThat(registers.learners()).extracting(Learner::learnerId).containsExactly("SV5");
    }
  }

  /**
   * A site may take the role from whose enrolment has run out, as many do after a course: those who
   * learnt there did, and their certificates are due.
   */
  @ParameterizedTest
  @EnumSource
  void whoWasSuspendedWithoutARoleHadThatOfTheEnrolment(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      for (int user = 5; user <= 7; user++) {
        SmallSite.user(site, user, "SV" + user, "sv" + user, "An", "Nguyễn");
        SmallSite.enrol(site, user);
      }
      SmallSite.give(site, 7, 3, 10);
      site.commit();
      site.change(
          "UPDATE {user_enrolments} SET status = 1, timeend = "
              + SmallSite.ENDS
              + ", timemodified = "
              + (SmallSite.ENDS + DAY)
              + " WHERE userid <> 6");
      assertThat(SiteSettings.registers(site).enrolments())
          .extracting(row -> row.learnerId() + " " + row.role())
          .containsExactly("SV7 LECTURER");

      site.change("UPDATE {enrol} SET roleid = 5");
      assertThat(SiteSettings.registers(site).enrolments())
          .extracting(row -> row.learnerId() + " " + row.role() + " " + row.leftOn())
          .containsExactlyInAnyOrder("SV5 LEARNER 2026-10-19", "SV7 LECTURER 2026-10-19");
    }
  }

  /**
   * A way of enrolment gives learners' roles, and teachers may have come by it too: the log says
   * which role Moodle took with the suspension.
   */
  @ParameterizedTest
  @EnumSource
  void whoTaughtUntilTheSuspensionDidNotLearn(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      long end = SmallSite.ENDS + DAY;
      int[] taken = {5, 3, 0, 0};
      for (int user = 5; user <= 8; user++) {
        SmallSite.user(site, user, "SV" + user, "sv" + user, "An", "Nguyễn");
        SmallSite.enrol(site, user);
        if (taken[user - 5] != 0) {
          taken(site, user, end - 1, user, taken[user - 5]);
        }
      }
      // Of another day, and of somebody else.
      taken(site, 7, SmallSite.OPENS, 7, 3);
      taken(site, 8, end, 9, 3);
      site.commit();
      site.change("UPDATE {enrol} SET roleid = 5");
      site.change("UPDATE {user_enrolments} SET status = 1, timemodified = " + end);

      assertThat(SiteSettings.registers(site).enrolments())
          .extracting(row -> row.learnerId() + " " + row.role() + " " + row.leftOn())
          .containsExactlyInAnyOrder(
              "SV5 LEARNER 2026-10-20",
              "SV6 LECTURER 2026-10-20",
              "SV7 LEARNER 2026-10-20",
              "SV8 LEARNER 2026-10-20");
    }
  }

  private static void taken(MoodleSite site, long id, long at, long user, long role) {
    SmallSite.log(
        site,
        id,
        at,
        2,
        "eventname",
        "\\core\\event\\role_unassigned",
        "action",
        "unassigned",
        "target",
        "role",
        "objecttable",
        "role",
        "objectid",
        role,
        "relateduserid",
        user,
        "origin",
        "cli");
  }

  /**
   * A way of enrolment that is switched off suspends everybody who came by it, as some sites close
   * a course: those who learnt there did, until that day.
   */
  @ParameterizedTest
  @EnumSource
  void whoCameByAWayThatWasSwitchedOffWasThereUntilThen(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
      SmallSite.learner(site, 6, "SV6", "Bình", "Trần");
      site.add("enrol", "id", 2, "enrol", "self", "courseid", SmallSite.COURSE, "roleid", 5);
      site.commit();
      site.change("UPDATE {user_enrolments} SET enrolid = 2 WHERE userid = 6");
      site.change(
          "UPDATE {enrol} SET status = 1, timemodified = "
              + (SmallSite.ENDS + DAY)
              + " WHERE id = 2");

      assertThat(SiteSettings.registers(site).enrolments())
          .extracting(row -> row.learnerId() + " " + row.role() + " " + row.leftOn())
          .containsExactlyInAnyOrder("SV5 LEARNER null", "SV6 LEARNER 2026-10-20");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatEndedAndWasSuspendedEndedWithTheEarlier(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
      SmallSite.learner(site, 6, "SV6", "Bình", "Trần");
      site.commit();
      for (int user = 5; user <= 6; user++) {
        site.change(
            "UPDATE {user_enrolments} SET status = 1, timeend = "
                + (SmallSite.OPENS + (user == 5 ? 9 : 20) * DAY)
                + ", timemodified = "
                + (SmallSite.OPENS + 15 * DAY)
                + " WHERE userid = "
                + user);
      }

      assertThat(SiteSettings.registers(site).enrolments())
          .extracting(row -> row.learnerId() + " " + row.leftOn())
          .containsExactlyInAnyOrder("SV5 2026-09-16", "SV6 2026-09-22");
    }
  }

  @ParameterizedTest
  @EnumSource
  void coursesWithoutLearnersAndWithoutAnEnd(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      site.add(
          "course", "id", 3, "fullname", "Mở", "shortname", "MO", "startdate", SmallSite.OPENS);
      site.add(
          "course",
          "id",
          4,
          "fullname",
          "Trùng",
          "shortname",
          "T1",
          "idnumber",
          "X",
          "startdate",
          SmallSite.OPENS,
          "enddate",
          SmallSite.ENDS + 1);
      site.add(
          "course",
          "id",
          5,
          "fullname",
          "Trùng",
          "shortname",
          "T2",
          "idnumber",
          "X",
          "startdate",
          SmallSite.OPENS,
          "enddate",
          SmallSite.ENDS);

      Registers registers = SiteSettings.registers(site);
      assertThat(registers.courseRuns())
          .extracting(run -> run.courseId() + " " + run.opensOn() + " " + run.closesOn())
          .containsExactlyInAnyOrder(
              "KH-1 2026-09-07 2026-10-18",
              "MO 2026-09-07 2027-09-06",
              "T1 2026-09-07 2026-10-19",
              "T2 2026-09-07 2026-10-18");
      assertThat(registers.enrolments()).isEmpty();
    }
  }

  /** The form demands a title, and services that make courses need not; so of a language. */
  @ParameterizedTest
  @EnumSource
  void aCourseWithoutATitleIsCalledAsItIs(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      for (String title : List.of(" ", "{mlang vi} {mlang}{mlang en}Course{mlang}")) {
        site.change("UPDATE {course} SET fullname = '" + title + "' WHERE id = 2");

        assertThat(SiteSettings.registers(site).courseRuns())
            .extracting(CourseRun::title)
            .containsExactly("KH-1");
      }
    }
  }

  /** PostgreSQL looks into it first, and finds the site's tables all the same. */
  @Test
  void aReaderWithASchemaOfHisOwnName() {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(DatabaseServer.POSTGRESQL))) {
      SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
      String reader = site.commit().reader("Đọc");
      site.change("CREATE SCHEMA " + reader + " AUTHORIZATION " + reader).commit();

      MoodleSettings settings = SiteSettings.of(site, reader, "Đọc");
      assertThat(MoodleRegisters.read(settings, SiteSettings.ZONE).enrolments())
          .extracting(Enrolment::learnerId)
          .containsExactly("SV5");
      site.change("DROP SCHEMA " + reader).commit();
    }
  }
}
