package vn.chuyencan.source.openedx;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.source.openedx.Lines.line;
import static vn.chuyencan.source.openedx.Tracked.SITE;

import org.junit.jupiter.api.Test;
import vn.chuyencan.xapi.vocabulary.Origin;

/** Whose act an event is. */
class TrackingPartTest {
  private static final String SV1 = "account|" + SITE + "|sv1";
  private static final String NOBODY = "group|" + SITE;

  private static Tracked.Event told(
      String source, String name, String event, String username, String userId) {
    return Tracked.event(line(source, name, event, username, userId, Lines.START));
  }

  @Test
  void aUsernameIsAnAccountOfTheSite() {
    Tracked.Event event = told("browser", "page_close", "null", "sv1", "7");

    assertThat(event.actor()).isEqualTo(SV1);
    assertThat(event.origin()).isEqualTo(Origin.STATEMENT);
  }

  @Test
  void aUserIdAloneIsNoUsername() {
    for (String userId : new String[] {"7", "\"7\"", "\"007\""}) {
      Tracked.Event event = told("mobile", "edx.video.played", "{\"id\": \"v\"}", "", userId);
      assertThat(event.actor()).isEqualTo("account|" + SITE + "/user_id|7");
      assertThat(event.origin()).isEqualTo(Origin.STATEMENT);
    }
    assertThat(told("browser", "page_close", "null", "7", "8").actor())
        .isEqualTo("account|" + SITE + "|7");
  }

  @Test
  void nobodyIsKeptAndNotCounted() {
    for (String userId : new String[] {"null", "\"\"", "0"}) {
      Tracked.Event visitor = told("browser", "page_close", "null", "", userId);
      assertThat(visitor.actor()).isEqualTo(NOBODY);
      assertThat(visitor.origin()).isEqualTo(Origin.ANONYMOUS);
    }
    Tracked.Event server =
        Tracked.event(
            line("server", "hvsp.cleaned", "null", "", "null", Lines.START)
                .replace("203.0.113.9", ""));
    assertThat(server.origin()).isEqualTo(Origin.CRON);
    assertThat(told("server", "/", "null", "", "null").origin()).isEqualTo(Origin.ANONYMOUS);
  }

  @Test
  void aPlaceholderIsNobodyUnlessItHasAUserId() {
    String enrolled = "{\"course_id\": \"" + Lines.COURSE + "\", \"user_id\": 9}";
    Tracked.Event byCommand =
        told("server", "edx.course.enrollment.activated", enrolled, "anonymous", "null");

    assertThat(byCommand.actor()).isEqualTo("account|" + SITE + "/user_id|9");
    assertThat(byCommand.origin()).isEqualTo(Origin.CRON);
    assertThat(told("browser", "page_close", "null", "anonymous", "\"\"").actor())
        .isEqualTo(NOBODY);
    assertThat(told("browser", "page_close", "null", "anonymous", "12").actor())
        .isEqualTo("account|" + SITE + "|anonymous");
  }

  @Test
  void tasksAndWhatThePlatformReckonsAreNobodysActs() {
    assertThat(told("task", "problem_rescore", "{}", "gv1", "3").origin()).isEqualTo(Origin.CRON);
    Tracked.Event reckoned =
        told("server", "edx.grades.course.grade_calculated", "{\"user_id\": \"7\"}", "sv1", "7");
    assertThat(reckoned.origin()).isEqualTo(Origin.CRON);
    assertThat(reckoned.actor()).isEqualTo(SV1);
    Tracked.Event later =
        told("server", "edx.course.grade.now_passed", "{\"user_id\": 9}", "", "null");
    assertThat(later.actor()).isEqualTo("account|" + SITE + "/user_id|9");
    assertThat(later.origin()).isEqualTo(Origin.CRON);
    assertThat(
            told("server", "edx.grades.problem.submitted", "{\"user_id\": 7}", "sv1", "7").origin())
        .isEqualTo(Origin.STATEMENT);
  }

  @Test
  void whatStaffDoUponALearnerIsTheLearnersRecordAndNotTheLearnersAct() {
    String enrolled = "{\"course_id\": \"" + Lines.COURSE + "\", \"user_id\": 9}";
    Tracked.Event event = told("server", "edx.course.enrollment.activated", enrolled, "gv1", "3");

    assertThat(event.actor()).isEqualTo("account|" + SITE + "/user_id|9");
    assertThat(event.target()).isEqualTo("account|" + SITE + "|gv1");
    assertThat(event.origin()).isEqualTo(Origin.OTHER_PERSON);
    assertThat(told("server", "edx.course.enrollment.activated", enrolled, "sv9", "9").origin())
        .isEqualTo(Origin.STATEMENT);
  }
}
