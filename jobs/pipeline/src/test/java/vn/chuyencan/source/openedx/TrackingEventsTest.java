package vn.chuyencan.source.openedx;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chuyencan.source.openedx.Lines.COURSE;
import static vn.chuyencan.source.openedx.Lines.PROBLEM;
import static vn.chuyencan.source.openedx.Lines.SITE_COURSE;
import static vn.chuyencan.source.openedx.Lines.line;
import static vn.chuyencan.source.openedx.Lines.quoted;
import static vn.chuyencan.source.openedx.Tracked.SITE;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.xapi.VerbDescription;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;

/** What the events of a platform mean, and the names that event-routing-backends gives as well. */
class TrackingEventsTest {
  private static final String VIDEO = "block-v1:HVSP+TOAN101+2026+type@video+block@77aa";

  @ParameterizedTest
  @CsvSource({
    "edx.course.enrollment.activated, registered",
    "edx.course.enrollment.deactivated, unregistered",
    "edx.course.enrollment.mode_changed, edited"
  })
  void enrolments(String name, String action) {
    Tracked.Event event =
        Tracked.event(
            line(
                "server",
                name,
                "{\"course_id\": \"" + COURSE + "\", \"user_id\": 7, \"mode\": \"audit\"}"));

    assertThat(event.action()).isEqualTo(action);
    assertThat(event.kind()).isEqualTo(ActivityKind.COURSE);
    assertThat(event.activity()).isEqualTo(SITE_COURSE).isEqualTo(event.course());
    assertThat(event.verb())
        .isEqualTo(new VerbDescription("urn:openedx:event:" + name, action, true, null));
  }

  @ParameterizedTest
  @CsvSource({
    "browser, load_video, initialized",
    "browser, play_video, played",
    "browser, pause_video, paused",
    "browser, seek_video, seeked",
    "browser, stop_video, terminated",
    "browser, speed_change_video, interacted",
    "mobile, edx.video.loaded, initialized",
    "mobile, edx.video.played, played",
    "mobile, edx.video.paused, paused",
    "mobile, edx.video.stopped, terminated",
    "mobile, edx.video.position.changed, seeked",
    "mobile, edx.video.bumper.played, interacted"
  })
  void videos(String source, String name, String action) {
    String facts = "{\"id\": \"77aa\", \"code\": \"mobile\", \"currentTime\": 12.5}";

    for (String event : new String[] {facts, quoted(facts)}) {
      Tracked.Event told = Tracked.event(line(source, name, event));
      assertThat(told.action()).isEqualTo(action);
      assertThat(told.kind()).isEqualTo(ActivityKind.VIDEO);
      assertThat(told.activity()).isEqualTo(SITE + "/xblock/" + VIDEO);
    }
  }

  @Test
  void theServerMarksAProblemAndTheBrowserOnlySendsIt() {
    Tracked.Event marked = Tracked.event(Lines.checked("sv1", 2, "1.5", Lines.START));
    Tracked.Event sent =
        Tracked.event(
            line(
                "browser",
                "problem_check",
                "\"input_0a1b2c_2_1%5B%5D=choice_0&input_0a1b2c_3_1=\""));

    assertThat(marked.action()).isEqualTo(Action.SCORED);
    assertThat(marked.kind()).isEqualTo(ActivityKind.QUESTION);
    assertThat(marked.raw()).isEqualByComparingTo("1.5");
    assertThat(marked.max()).isEqualByComparingTo("3");
    assertThat(marked.success()).isFalse();
    assertThat(marked.activity()).isEqualTo(SITE + "/xblock/" + PROBLEM).isEqualTo(sent.activity());
    assertThat(marked.attempt()).isEqualTo(marked.activity() + "#attempt=2");
    assertThat(sent.action()).isEqualTo(Action.ATTEMPTED);
    assertThat(sent.raw()).isNull();
    assertThat(sent.attempt()).isNull();
    assertThat(sent.verb().iri()).isEqualTo("urn:openedx:event:problem_check:browser");
  }

  @Test
  void marksAreKeptExactlyAndDustOfDivisionIsCut() {
    assertThat(Tracked.event(Lines.checked("sv1", 1, "0.30000000000000004", Lines.START)).raw())
        .isEqualByComparingTo("0.30000000000000004");
    assertThat(Tracked.event(Lines.checked("sv1", 1, "3.3333333333333335E-5", Lines.START)).raw())
        .isEqualByComparingTo("0.000033333333333333");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "problem_show|{'problem': 'PROBLEM'}|",
        "problem_save|'input_0a1b2c_2_1=x'|",
        "problem_reset|'input_0a1b2c_2_1=x'|",
        "problem_graded|['input_0a1b2c_2_1=x', '<div>'] |",
        "problem_check|'\\'input_0a1b2c_2_1=x&input_0a1b2c_2_1_dynamath=\\''|",
        "problem_graded|'[\\'input_0a1b2c_2_1%5B%5D=x\\',\\'cut off'|",
        "reset_problem|{'problem_id': 'PROBLEM'}|",
        "showanswer|{'problem_id': 'PROBLEM'}|/answer",
        "edx.problem.hint.demandhint_displayed|{'module_id': 'PROBLEM', 'hint_index': 0}|/hint/0"
      })
  void problems(String name, String event, String part) {
    String facts = event.replace('\'', '"').replace("PROBLEM", PROBLEM);
    Tracked.Event told = Tracked.event(line("browser", name, facts));

    assertThat(told.activity()).isEqualTo(SITE + "/xblock/" + PROBLEM + (part == null ? "" : part));
    assertThat(told.action()).isIn(Action.INTERACTED, Action.RECEIVED, Action.ATTEMPTED);
  }

  @Test
  void problemsOfOldCourses() {
    String old =
        line("browser", "problem_save", "\"input_i4x-HVSP-TOAN_101-problem-9f_2_1=x\"")
            .replace(COURSE, "HVSP/TOAN.101/2013");
    Tracked.Event told = Tracked.event(old);

    assertThat(told.course()).isEqualTo(SITE + "/course/HVSP/TOAN.101/2013");
    assertThat(told.activity()).isEqualTo(SITE + "/xblock/i4x://HVSP/TOAN.101/problem/9f");
  }

  @Test
  void coursesOfCoachesHaveBlocksOfTheirOwn() {
    Tracked.Event told =
        Tracked.event(
            line("browser", "play_video", "{\"id\": \"77aa\"}")
                .replace(COURSE, "ccx-v1:HVSP+TOAN101+2026+ccx@1"));

    assertThat(told.activity())
        .isEqualTo(SITE + "/xblock/ccx-block-v1:HVSP+TOAN101+2026+ccx@1+type@video+block@77aa");
  }

  @Test
  void aCheckWithoutItsSourceIsTheBrowsersWhenItIsAForm() {
    String form = line("browser", "problem_check", "\"input_0a1b2c_2_1=A\"");

    assertThat(Tracked.event(form.replace("\"event_source\": \"browser\", ", "")).action())
        .isEqualTo(Action.ATTEMPTED);
  }

  @Test
  void whatThePlatformReckonsOfACourseIsAboutTheCourse() {
    String graded = "edx.grades.course.grade_calculated";
    String line =
        line("server", graded, "{\"user_id\": 7, \"percent_grade\": 0.5}")
            .replace("\"path\"", "\"module\": {\"usage_key\": \"" + PROBLEM + "\"}, \"path\"");

    assertThat(Tracked.event(line).activity()).isEqualTo(SITE_COURSE);
    assertThat(Tracked.event(line.replace(graded, "edx.course.grade.now_passed")).action())
        .isEqualTo(Action.PASSED);
  }

  @Test
  void forums() {
    String facts =
        """
        {"id": "%s", "commentable_id": "tuan-1", "category_name": "Tuần 1", "title": "Hỏi bài", \
        "discussion": {"id": "64aa"}, "response": {"id": "64bb"}, "target_username": "sv2"}""";
    Tracked.Event topic =
        Tracked.event(line("server", "edx.forum.thread.created", facts.formatted("64aa")));
    Tracked.Event reply =
        Tracked.event(line("server", "edx.forum.response.created", facts.formatted("64bb")));
    Tracked.Event comment =
        Tracked.event(line("server", "edx.forum.comment.created", facts.formatted("64cc")));
    Tracked.Event deleted =
        Tracked.event(line("server", "edx.forum.comment.deleted", facts.formatted("64cc")));
    Tracked.Event voted =
        Tracked.event(line("server", "edx.forum.response.voted", facts.formatted("64bb")));
    Tracked.Event viewed =
        Tracked.event(line("server", "edx.forum.thread.viewed", facts.formatted("64aa")));

    assertThat(topic.action()).isEqualTo(Action.CREATED);
    assertThat(topic.kind()).isEqualTo(ActivityKind.DISCUSSION);
    assertThat(topic.activity()).isEqualTo(SITE + "/api/discussion/v1/threads/64aa");
    assertThat(topic.name()).isEqualTo("Hỏi bài");
    assertThat(topic.parent()).isEqualTo(SITE + "/courses/" + COURSE + "/discussion/forum/tuan-1");
    for (Tracked.Event post : new Tracked.Event[] {reply, comment}) {
      assertThat(post.action()).isEqualTo(Action.REPLIED);
      assertThat(post.kind()).isEqualTo(ActivityKind.POST);
      assertThat(post.replyTo()).isEqualTo(topic.activity());
      assertThat(post.parent()).isEqualTo(topic.parent());
    }
    assertThat(deleted.action()).isEqualTo(Action.DELETED);
    assertThat(deleted.activity())
        .isEqualTo(SITE + "/api/discussion/v1/comments/64cc")
        .isEqualTo(comment.activity());
    assertThat(voted.action()).isEqualTo(Action.INTERACTED);
    assertThat(voted.target()).isEqualTo("account|" + SITE + "|sv2");
    assertThat(viewed.action()).isEqualTo(Action.VIEWED);
    assertThat(viewed.activity()).isEqualTo(topic.activity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "edx.ui.lms.sequence.next_selected|{'id': 'SEQ', 'current_tab': 1}|interacted|/xblock/SEQ",
        "seq_goto|'{\\\"id\\\": \\\"SEQ\\\", \\\"old\\\": 1}'|interacted|/xblock/SEQ",
        "edx.ui.lms.link_clicked|{'target_url': 'SITE/jump_to/x'}|interacted|/jump_to/x",
        "edx.ui.lms.outline.selected|{'target_url': '/jump_to/y', 'target_name': 'B'}|interacted|/jump_to/y",
        "page_close|'{}'|terminated|/courses/COURSE/courseware/w1/l2",
        "edx.bookmark.added|{'component_usage_id': 'SEQ'}|interacted|/xblock/SEQ",
        "edx.bookmark.listed|{}|viewed|/course/COURSE",
        "edx.certificate.shared|{'certificate_url': 'SITE/certificates/c1'}|shared|/certificates/c1",
        "edx.cohort.user_added|{'cohort_id': 5, 'user_id': 7}|joined|/courses/COURSE/cohorts/5",
        "textbook.pdf.page.navigated|{'chapter': '/asset/a.pdf', 'page': 3}|viewed|/asset/a.pdf",
        "book|{'chapter': '/asset/a.pdf', 'type': 'gotopage'}|viewed|/asset/a.pdf",
        "edx.grades.subsection.grade_calculated|{'block_id': 'SEQ', 'user_id': '7'}|received|/xblock/SEQ",
        "edx.completion.block_completion.changed|{'block_id': 'SEQ'}|progressed|/xblock/SEQ"
      })
  void whereLearnersGo(String name, String event, String action, String iri) {
    String sequence = "block-v1:HVSP+TOAN101+2026+type@sequential+block@s1";
    Tracked.Event told =
        Tracked.event(
            line(
                "browser",
                name,
                event.replace('\'', '"').replace("SEQ", sequence).replace("SITE", SITE)));

    assertThat(told.action()).isEqualTo(action);
    assertThat(told.activity())
        .isEqualTo(SITE + iri.replace("SEQ", sequence).replace("COURSE", COURSE));
    assertThat(told.course()).isEqualTo(SITE_COURSE);
  }

  @Test
  void workForOpenAssessmentIsHandedIn() {
    String work = "block-v1:HVSP+TOAN101+2026+type@openassessment+block@o1";
    Tracked.Event told =
        Tracked.event(
            line("server", "openassessmentblock.create_submission", "{\"submission_uuid\": \"u\"}")
                .replace(
                    "\"path\"",
                    "\"module\": {\"usage_key\": \""
                        + work
                        + "\", \"display_name\": \"Bài\"}, \"path\""));

    assertThat(told.action()).isEqualTo(Action.SUBMITTED);
    assertThat(told.kind()).isEqualTo(ActivityKind.ASSIGNMENT);
    assertThat(told.activity()).isEqualTo(SITE + "/xblock/" + work);
    assertThat(told.name()).isEqualTo("Bài");
  }

  @ParameterizedTest
  @CsvSource({
    "/courses/COURSE/courseware/w1/l2/?x=1, viewed, /courses/COURSE/courseware/w1/l2",
    "/courses/COURSE/discussion/forum/tuan-1/threads/64aa, viewed, /api/discussion/v1/threads/64aa",
    "/courses/COURSE/xblock/PROBLEM/handler/xmodule_handler/problem_check, interacted, /xblock/PROBLEM",
    "/courses/COURSE/jump_to/PROBLEM, viewed, /xblock/PROBLEM",
    "/courses/COURSE&enrollment_action=enroll/, viewed, /courses/COURSE&enrollment_action=enroll",
    "/dashboard, viewed, /dashboard"
  })
  void requestsAreImplicitPageViews(String path, String action, String iri) {
    String name = path.replace("COURSE", COURSE).replace("PROBLEM", PROBLEM);
    // The facts of requests are cut after 512 characters.
    String line =
        line("server", name, quoted("{\"POST\": {}, \"GET\": {\"a\": [\"cut off"))
            .replace("\"course_id\": \"" + COURSE + "\"", "\"course_id\": \"\"");
    Tracked.Event told = Tracked.event(line);

    assertThat(told.action()).isEqualTo(action);
    assertThat(told.activity())
        .isEqualTo(SITE + iri.replace("COURSE", COURSE).replace("PROBLEM", PROBLEM));
    assertThat(told.course()).isEqualTo(path.startsWith("/courses") ? SITE_COURSE : null);
    assertThat(told.verb().known()).isTrue();
  }

  @Test
  void anUnknownEventIsAnActAndListedAsUnknown() {
    for (String event : new String[] {"null", "[]", "[1, {}]", "\"\"", "\"hát\"", "{}", "3"}) {
      Tracked.Event told = Tracked.event(line("server", "hvsp.karaoke.sang", event));
      assertThat(told.action()).isEqualTo(Action.OTHER);
      assertThat(told.verb().known()).isFalse();
      assertThat(told.course()).isEqualTo(SITE_COURSE);
    }
  }

  @Test
  void whatASystemLogWritesBeforeIsNotTheEvents() {
    String line = line("browser", "page_close", "\"{}\"");
    String logged =
        "Sep  7 01:00:00 ip-10-0-0-5 [service_variant=lms][tracking][env:prod] INFO [ip-10-0-0-5 "
            + " 1234] [logger.py:42] - "
            + line;

    assertThat(Tracked.event(logged)).isEqualTo(Tracked.event(line));
  }

  @Test
  void anotherProgramsNotationIsRead() {
    Tracked.Event told =
        Tracked.event(
            """
            {"name": "load_video", "timestamp": "2026-09-07T08:00:00.5+07:00", "data": {"id": "77aa"}, \
            "context": {"username": "sv1", "user_id": 7, "course_id": "%s", "event_source": "browser"}}"""
                .formatted(COURSE));

    assertThat(told.occurredAt()).isEqualTo(Instant.parse("2026-09-07T01:00:00.5Z"));
    assertThat(told.actor()).isEqualTo("account|" + SITE + "|sv1");
    assertThat(told.activity()).isEqualTo(SITE + "/xblock/" + VIDEO);
  }
}
