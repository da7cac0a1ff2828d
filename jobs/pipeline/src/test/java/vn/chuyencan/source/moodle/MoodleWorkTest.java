package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.Attempt;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostText;
import vn.chuyencan.model.Registers;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.MoodleVersion;
import vn.chuyencan.testing.SmallSite;
import vn.chuyencan.xapi.Fingerprints;

/** Posts, attempts and work handed in, with the traps of Moodle's tables. */
@Tag("database")
class MoodleWorkTest {
  private static final long NOON = SmallSite.OPENS + 43_200;

  private static MoodleSite site(DatabaseServer server) {
    MoodleSite site = SmallSite.fill(new MoodleSite(server, MoodleVersion.V5_1, "mdl_"));
    SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
    return SmallSite.learner(site, 6, "SV6", "Bình", "Trần");
  }

  private static String text(BigDecimal number) {
    return number == null ? "-" : number.stripTrailingZeros().toPlainString();
  }

  private static List<String> attempts(Registers registers) {
    return registers.attempts().stream()
        .map(
            (Attempt attempt) ->
                String.join(
                    " ",
                    attempt.learnerId(),
                    attempt.activityId(),
                    attempt.attemptId(),
                    attempt.state().name(),
                    text(attempt.score()) + "/" + text(attempt.maxScore()),
                    seconds(attempt.startedAt()) + ".." + seconds(attempt.finishedAt())))
        .toList();
  }

  private static String seconds(java.time.Instant instant) {
    return instant == null ? "-" : Long.toString(instant.getEpochSecond() - NOON);
  }

  private static void attempt(
      MoodleSite site, long id, long user, long number, String state, Object... more) {
    Object[] row = new Object[14 + more.length];
    Object[] usual = {
      "id",
      id,
      "quiz",
      7,
      "userid",
      user,
      "attempt",
      number,
      "uniqueid",
      id,
      "state",
      state,
      "timestart",
      NOON
    };
    System.arraycopy(usual, 0, row, 0, usual.length);
    System.arraycopy(more, 0, row, usual.length, more.length);
    site.add("quiz_attempts", row);
  }

  @ParameterizedTest
  @EnumSource
  void attemptsAtQuizzes(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      SmallSite.module(site, 42, "quiz", 7);
      // The mark counts by the points of the questions, not by what the quiz is scaled to.
      site.add("quiz", "id", 7, "course", 2, "name", "Q", "sumgrades", 20, "grade", 10);
      attempt(
          site,
          1,
          5,
          1,
          "finished",
          "timefinish",
          NOON + 60,
          "sumgrades",
          new BigDecimal("13.33333"));
      attempt(site, 2, 5, 2, "finished", "timefinish", NOON + 90);
      attempt(site, 3, 5, 3, "abandoned", "timefinish", NOON + 91, "sumgrades", 5);
      attempt(site, 4, 5, 4, "overdue");
      attempt(site, 5, 6, 1, "inprogress", "sumgrades", 3);
      attempt(site, 6, 6, 2, "submitted", "timefinish", NOON + 7);
      attempt(site, 7, 6, 3, "notstarted", "timestart", 0);
      attempt(site, 8, 6, 4, "finished", "timefinish", NOON + 8, "sumgrades", 0, "preview", 1);
      attempt(site, 9, 6, 5, "finished", "timefinish", NOON + 9, "sumgrades", 0);
      attempt(site, 10, 77, 1, "finished", "timefinish", NOON + 9, "sumgrades", 0);

      assertThat(attempts(SiteSettings.registers(site)))
          .containsExactlyInAnyOrder(
              "SV5 quiz-42 1 FINISHED 13.33333/20 0..60",
              "SV5 quiz-42 2 SUBMITTED -/20 0..90",
              "SV5 quiz-42 3 ABANDONED -/20 0..91",
              "SV5 quiz-42 4 IN_PROGRESS -/20 0..-",
              "SV6 quiz-42 1 IN_PROGRESS -/20 0..-",
              "SV6 quiz-42 2 SUBMITTED -/20 0..7",
              "SV6 quiz-42 5 FINISHED 0/20 0..9");
    }
  }

  @ParameterizedTest
  @EnumSource
  void workHandedIn(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      SmallSite.module(site, 43, "assign", 1);
      SmallSite.module(site, 44, "assign", 2);
      site.add("assign", "id", 1, "course", 2, "name", "A", "grade", 100);
      // A scale: its places are no points.
      site.add("assign", "id", 2, "course", 2, "name", "B", "grade", -3, "teamsubmission", 1);
      site.add("groups", "id", 8, "courseid", 2, "name", "Nhóm 1");
      site.add("groups_members", "id", 1, "groupid", 8, "userid", 5);
      site.add("groups_members", "id", 2, "groupid", 8, "userid", 6);
      submission(site, 1, 1, 5, 0, "submitted", 0);
      submission(site, 2, 1, 6, 0, "new", 0);
      submission(site, 3, 1, 6, 0, "draft", 1);
      submission(site, 4, 1, 6, 0, "reopened", 2);
      submission(site, 5, 2, 0, 8, "submitted", 0);
      submission(site, 6, 1, 5, 0, "submitted", 1);
      grade(site, 1, 1, 5, "87.50000", 0);
      grade(site, 2, 2, 5, "2.00000", 0);
      grade(site, 3, 1, 6, "50.00000", 0);
      grade(site, 4, 1, 5, "-1.00000", 1);

      assertThat(attempts(SiteSettings.registers(site)))
          .containsExactlyInAnyOrder(
              "SV5 assign-43 1 FINISHED 87.5/100 0..60",
              "SV5 assign-43 2 SUBMITTED -/100 0..60",
              "SV5 assign-44 1 FINISHED -/- 0..60",
              "SV6 assign-44 1 SUBMITTED -/- 0..60");
    }
  }

  /** An assignment can ask that every member hands in; Moodle keeps a row of each who has. */
  @ParameterizedTest
  @EnumSource
  void aTeamHasHandedInWhenItsOwnRowSaysSo(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      SmallSite.module(site, 44, "assign", 2);
      site.add("assign", "id", 2, "course", 2, "name", "B", "grade", 10, "teamsubmission", 1);
      site.add("groups", "id", 8, "courseid", 2, "name", "Nhóm 1");
      site.add("groups_members", "id", 1, "groupid", 8, "userid", 5);
      site.add("groups_members", "id", 2, "groupid", 8, "userid", 6);
      submission(site, 5, 2, 5, 0, "submitted", 0);
      submission(site, 6, 2, 0, 8, "draft", 0);
      assertThat(attempts(SiteSettings.registers(site))).isEmpty();

      site.change("UPDATE {assign_submission} SET status = 'submitted' WHERE id = 6");
      assertThat(attempts(SiteSettings.registers(site)))
          .containsExactlyInAnyOrder(
              "SV5 assign-44 1 SUBMITTED -/10 0..60", "SV6 assign-44 1 SUBMITTED -/10 0..60");
    }
  }

  /** Who is in no group hands in with the default team, which has no number. */
  @ParameterizedTest
  @EnumSource
  void workOfTheDefaultTeam(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      SmallSite.module(site, 44, "assign", 2);
      site.add("assign", "id", 2, "course", 2, "name", "B", "grade", 10, "teamsubmission", 1);
      site.add("groups", "id", 8, "courseid", 2, "name", "Nhóm 1");
      site.add("groups_members", "id", 1, "groupid", 8, "userid", 5);
      submission(site, 5, 2, 0, 0, "submitted", 0);

      assertThat(attempts(SiteSettings.registers(site)))
          .containsExactly("SV6 assign-44 1 SUBMITTED -/10 0..60");
    }
  }

  /** Only the groups of the grouping are its teams, so whoever is in none of them is in no team. */
  @ParameterizedTest
  @EnumSource
  void theDefaultTeamOfAGrouping(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      SmallSite.learner(site, 7, "SV7", "Chi", "Lê");
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
          3);
      for (int group = 8; group <= 10; group++) {
        site.add("groups", "id", group, "courseid", 2, "name", "Nhóm " + group);
      }
      site.add("groupings_groups", "id", 1, "groupingid", 3, "groupid", 8);
      site.add("groupings_groups", "id", 2, "groupingid", 4, "groupid", 9);
      site.add("groups_members", "id", 1, "groupid", 8, "userid", 5);
      site.add("groups_members", "id", 2, "groupid", 9, "userid", 5);
      site.add("groups_members", "id", 3, "groupid", 9, "userid", 6);
      submission(site, 5, 2, 0, 0, "submitted", 0);

      assertThat(attempts(SiteSettings.registers(site)))
          .containsExactlyInAnyOrder(
              "SV6 assign-44 1 SUBMITTED -/10 0..60", "SV7 assign-44 1 SUBMITTED -/10 0..60");
    }
  }

  private static void submission(
      MoodleSite site, long id, long assignment, long user, long group, String state, long number) {
    site.add(
        "assign_submission",
        "id",
        id,
        "assignment",
        assignment,
        "userid",
        user,
        "groupid",
        group,
        "status",
        state,
        "attemptnumber",
        number,
        "timecreated",
        NOON,
        "timemodified",
        NOON + 60);
  }

  private static void grade(
      MoodleSite site, long id, long assignment, long user, String grade, long number) {
    site.add(
        "assign_grades",
        "id",
        id,
        "assignment",
        assignment,
        "userid",
        user,
        "grade",
        new BigDecimal(grade),
        "attemptnumber",
        number);
  }

  @ParameterizedTest
  @EnumSource
  void postsOfForumsForAllAndOfGroups(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      SmallSite.module(site, 40, "forum", 4, "groupmode", 0, "idnumber", "DD-1");
      SmallSite.module(site, 41, "forum", 5, "groupmode", 1, "idnumber", "DD-1");
      SmallSite.module(site, 45, "forum", 6);
      SmallSite.module(site, 46, "forum", 7, "deletioninprogress", 1);
      for (int forum = 4; forum <= 7; forum++) {
        site.add(
            "forum",
            "id",
            forum,
            "course",
            2,
            "name",
            "F" + forum,
            "type",
            forum == 6 ? "news" : "general");
      }
      site.add("groups", "id", 8, "courseid", 2, "name", "Nhóm 1");
      site.add("forum_discussions", "id", 70, "forum", 4, "groupid", -1);
      site.add("forum_discussions", "id", 71, "forum", 5, "groupid", 8);
      site.add("forum_discussions", "id", 72, "forum", 7, "groupid", -1);
      post(site, 1, 70, 0, 5, NOON, 0);
      post(site, 2, 70, 1, 6, NOON + 1, 0);
      post(site, 3, 70, 1, 6, NOON + 2, 1);
      post(site, 4, 71, 0, 5, NOON + 3, 0);
      post(site, 5, 72, 0, 5, NOON + 4, 0);
      post(site, 6, 99, 0, 5, NOON + 5, 0);
      post(site, 7, 70, 1, 6, 0, 0);

      Registers registers = SiteSettings.registers(site);
      assertThat(registers.posts())
          .extracting(
              (Post post) ->
                  String.join(
                      " ",
                      post.learnerId(),
                      post.activityId(),
                      post.postId(),
                      post.kind().name(),
                      post.discussionId(),
                      seconds(post.postedAt()),
                      post.deleted() ? "deleted" : "there"))
          .containsExactlyInAnyOrder(
              "SV5 forum-40 1 TOPIC 70 0 there",
              "SV6 forum-40 2 REPLY 70 1 there",
              "SV6 forum-40 3 REPLY 70 2 deleted",
              "SV5 forum-41 4 TOPIC 71 3 there");
      // One number on two modules, as a duplicated one keeps it, names neither.
      assertThat(registers.activities())
          .extracting((Activity forum) -> forum.activityId() + " " + forum.forumKind())
          .containsExactlyInAnyOrder("forum-40 COLLECTIVE", "forum-41 GROUP", "forum-45 null");
    }
  }

  private static void post(
      MoodleSite site,
      long id,
      long discussion,
      long parent,
      long user,
      long created,
      long deleted) {
    site.add(
        "forum_posts",
        "id",
        id,
        "discussion",
        discussion,
        "parent",
        parent,
        "userid",
        user,
        "created",
        created,
        "deleted",
        deleted,
        "message",
        deleted == 0 ? "<p>Em nghĩ khác</p>" : "");
  }

  @ParameterizedTest
  @EnumSource
  void ofTextsOnlyFingerprintsAreKeptAndOnlyWhereAskedFor(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      SmallSite.module(site, 40, "forum", 4);
      site.add("forum", "id", 4, "course", 2, "name", "Tuần 1", "type", "general");
      site.add("forum_discussions", "id", 70, "course", 2, "forum", 4, "name", "A", "userid", 5);
      String[] texts = {"<p>Em nghĩ <b>khác</b></p>", "EM NGHĨ KHÁC", "Em nghĩ khác."};
      for (int id = 1; id <= texts.length; id++) {
        site.add(
            "forum_posts",
            "id",
            id,
            "discussion",
            70,
            "parent",
            id - 1,
            "userid",
            5,
            "created",
            NOON + id,
            "message",
            texts[id - 1]);
      }
      site.commit();

      List<PostText> told =
          MoodleRegisters.read(
                  SiteSettings.of(site),
                  SiteSettings.ZONE,
                  List.of(),
                  Fingerprints.of(new byte[] {1}, Set.of(Fingerprints.Thing.TEXT)))
              .posts()
              .stream()
              .map(Post::text)
              .toList();
      assertThat(told.get(0)).isNotNull().isEqualTo(told.get(1)).isNotEqualTo(told.get(2));
      assertThat(told.get(0).characters()).isEqualTo(12);
      assertThat(SiteSettings.registers(site).posts()).extracting(Post::text).containsOnlyNulls();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoReviewedAndWhoWasThere(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      SmallSite.module(site, 47, "workshop", 9);
      SmallSite.module(site, 48, "attendance", 3);
      site.add("workshop", "id", 9, "course", 2, "name", "W", "assessmentend", NOON + 100);
      work(site, 1, 5, 0);
      work(site, 2, 6, 0);
      work(site, 3, 5, 1);
      review(site, 1, 1, 6, NOON + 50, new BigDecimal("70.00000"));
      review(site, 2, 2, 5, NOON + 60, null);
      review(site, 3, 3, 6, NOON + 60, new BigDecimal("10.00000"));
      review(site, 4, 1, 5, NOON + 60, new BigDecimal("90.00000"));
      meeting(site, 1, NOON, NOON + 10, "<p>Buổi&nbsp;1</p>");
      meeting(site, 2, NOON + 7, 0, "");
      meeting(site, 3, 0, 0, "");
      String[] statuses = {"P Present", "L Muộn", "E Có phép", "A Absent", "X Có lí do riêng"};
      for (int id = 0; id < statuses.length; id++) {
        String[] words = statuses[id].split(" ", 2);
        site.add(
            "attendance_statuses",
            "id",
            id + 1,
            "attendanceid",
            3,
            "acronym",
            words[0],
            "description",
            words[1],
            "deleted",
            id == 1 ? 1 : 0);
      }
      site.add("attendance_log", "id", 1, "sessionid", 1, "studentid", 5, "statusid", 2);
      site.add("attendance_log", "id", 2, "sessionid", 1, "studentid", 6, "statusid", 5);

      Registers registers = SiteSettings.registers(site);
      assertThat(registers.peerReviews())
          .extracting(
              review ->
                  review.reviewerId()
                      + ">"
                      + review.revieweeId()
                      + " "
                      + seconds(review.completedAt())
                      + " "
                      + text(review.score())
                      + " "
                      + review.onTime())
          .containsExactlyInAnyOrder("SV6>SV5 50 70 true", "SV5>SV6 - - null");
      assertThat(registers.classSessions())
          .extracting(session -> session.sessionId() + " " + session.status())
          .containsExactlyInAnyOrder("session-1 HELD", "session-2 PLANNED");
      // A status that means nothing certain is as unmarked, and unmarked is not absent.
      assertThat(registers.attendances())
          .extracting(row -> row.learnerId() + " " + row.sessionId() + " " + row.status())
          .containsExactly("SV5 session-1 LATE");
    }
  }

  private static void work(MoodleSite site, long id, long author, long example) {
    site.add(
        "workshop_submissions",
        "id",
        id,
        "workshopid",
        9,
        "authorid",
        author,
        "example",
        example,
        "timecreated",
        NOON,
        "timemodified",
        NOON);
  }

  private static void review(
      MoodleSite site, long id, long work, long reviewer, long time, BigDecimal grade) {
    site.add(
        "workshop_assessments",
        "id",
        id,
        "submissionid",
        work,
        "reviewerid",
        reviewer,
        "timemodified",
        time,
        "grade",
        grade);
  }

  private static void meeting(MoodleSite site, long id, long starts, long taken, String title) {
    site.add(
        "attendance_sessions",
        "id",
        id,
        "attendanceid",
        3,
        "sessdate",
        starts,
        "duration",
        3600,
        "lasttaken",
        taken,
        "description",
        title);
  }
}
