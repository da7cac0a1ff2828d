package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/** Forums, attempts and places in the dialects. */
class DialectTest {
  private static final String DISCUSSION = "http://id.tincanapi.com/activitytype/discussion";

  @Test
  void aTopicOfMoodleStandsInItsForum() {
    Scans.Collected scanned = moodle("\\mod_forum\\event\\discussion_created", "create");
    Scans.Event event = scanned.event();

    assertThat(event.action()).isEqualTo(Action.CREATED);
    assertThat(event.activityKind()).isEqualTo(ActivityKind.DISCUSSION);
    assertThat(scanned.activities.get(event.parentKey()).kind()).isEqualTo(ActivityKind.FORUM);
    assertThat(scanned.activities.get(event.courseKey()).kind()).isEqualTo(ActivityKind.COURSE);
    assertThat(event.replyToKey()).isNull();
  }

  @Test
  void aReplyOfMoodleStandsInItsDiscussionAndForum() {
    Scans.Collected scanned = moodle("\\mod_forum\\event\\post_created", "replied");
    Scans.Event event = scanned.event();

    assertThat(event.action()).isEqualTo(Action.REPLIED);
    assertThat(event.activityKind()).isEqualTo(ActivityKind.POST);
    assertThat(scanned.activities.get(event.parentKey()).kind()).isEqualTo(ActivityKind.FORUM);
    assertThat(scanned.activities.get(event.replyToKey()).kind())
        .isEqualTo(ActivityKind.DISCUSSION);
  }

  @Test
  void aDeletedPostKeepsTheKeyOfThePost() {
    ObjectNode deleted = Samples.moodle("\\mod_forum\\event\\post_deleted", "delete");
    Scans.Event event = Scans.scan(deleted.toString(), Scans.strict()).event();

    assertThat(event.action()).isEqualTo(Action.DELETED);
    assertThat(event.activityKey()).isEqualTo(Keys.of(deleted.at("/object/id").asText()));
  }

  @Test
  void aReplyOfOpenEdxIsADiscussionWithinADiscussion() {
    ObjectNode reply = Samples.statement(1);
    reply.set("verb", Samples.parse("{\"id\":\"https://w3id.org/xapi/acrossx/verbs/posted\"}"));
    reply.set("object", activity("https://edx.example/comments/2", DISCUSSION));
    Scans.Event topic = Scans.scan(reply.toString(), Scans.strict()).event();
    reply.set(
        "context",
        Samples.parse(
            "{\"contextActivities\":{\"grouping\":["
                + activity("https://edx.example/threads/1", DISCUSSION)
                + "]}}"));
    Scans.Event event = Scans.scan(reply.toString(), Scans.strict()).event();

    assertThat(topic.action()).isEqualTo(Action.CREATED);
    assertThat(topic.activityKind()).isEqualTo(ActivityKind.DISCUSSION);
    assertThat(event.action()).isEqualTo(Action.REPLIED);
    assertThat(event.activityKind()).isEqualTo(ActivityKind.POST);
    assertThat(event.replyToKey()).isEqualTo(Keys.of("https://edx.example/threads/1"));
  }

  @Test
  void theRegistrationOfCmi5IsTheAttempt() {
    ObjectNode statement = Samples.statement(1);
    String context =
        "{\"registration\":\"%s\",\"contextActivities\":{\"category\":[{\"id\":\"%s\"}]}}";
    String registration = "EC531277-B57B-4C15-8D91-D292C5B2B8F7";
    statement.set(
        "context",
        Samples.parse(
            context.formatted(registration, "https://w3id.org/xapi/cmi5/context/categories/cmi5")));
    assertThat(Scans.scan(statement.toString(), Scans.strict()).event().attemptKey())
        .isEqualTo(Keys.of("ec531277-b57b-4c15-8d91-d292c5b2b8f7|https://lms.example/page/1"));
    statement.set("context", Samples.parse(context.formatted(registration, "urn:other")));
    assertThat(Scans.scan(statement.toString(), Scans.strict()).event().attemptKey()).isNull();
  }

  @Test
  void theRegistrationOfLogstoreIsThatOfABatchAndNoAttempt() {
    ObjectNode viewed = Samples.moodle("\\mod_forum\\event\\discussion_created", "create");
    assertThat(viewed.at("/context/registration").asText()).isNotEmpty();

    assertThat(Scans.scan(viewed.toString(), Scans.strict()).event().attemptKey()).isNull();
  }

  @Test
  void scaledIsKeptAsSentInEitherConventionAndNeverBecomesAMark() {
    // Half the marks: logstore_xapi sends 0, Open edX 0.5; a mark is reckoned from raw, min, max.
    for (String scaled : java.util.List.of("0.0", "0.5", "-1", "1")) {
      Scans.Event told =
          Scans.scan(
                  Samples.with("result", "{\"score\":{\"scaled\":" + scaled + "}}").toString(),
                  Scans.strict())
              .event();
      assertThat(told.scoreScaled()).isEqualByComparingTo(scaled);
      assertThat(told.scoreRaw()).isNull();
      assertThat(told.scoreMax()).isNull();
    }
  }

  @Test
  void onlyCompletedQuizzesOfLogstoreLast() {
    for (String line : Scans.lines("logstore-sample.jsonl.gz")) {
      Scans.Event told = Scans.scan(line, Scans.lenient()).event();
      if (told.durationSeconds() != null) {
        assertThat(told.action()).isEqualTo(Action.COMPLETED);
        assertThat(told.activityKind()).isEqualTo(ActivityKind.ATTEMPT);
      }
    }
  }

  @Test
  void aDialectMayBeChosen() {
    ObjectNode graded = Samples.moodle("\\mod_assign\\event\\submission_graded", "scored");
    assertThat(told(graded, Dialect.AUTO).origin()).isEqualTo(Origin.OTHER_PERSON);
    assertThat(told(graded, Dialect.LOGSTORE_XAPI).origin()).isEqualTo(Origin.OTHER_PERSON);
    assertThat(told(graded, Dialect.PLAIN).origin()).isEqualTo(Origin.STATEMENT);
    assertThat(told(graded, Dialect.OPEN_EDX).origin()).isEqualTo(Origin.STATEMENT);

    ObjectNode reply = Samples.statement(1);
    reply.set("object", activity("https://edx.example/comments/2", DISCUSSION));
    reply.set(
        "context",
        Samples.parse(
            "{\"registration\":\"ec531277-b57b-4c15-8d91-d292c5b2b8f7\","
                + "\"contextActivities\":{\"grouping\":["
                + activity("https://edx.example/threads/1", DISCUSSION)
                + "],\"category\":[{\"id\":\"https://w3id.org/xapi/cmi5/context/categories/cmi5\"}]}}"));
    for (Dialect dialect : Dialect.values()) {
      Scans.Event event = told(reply, dialect);
      boolean openEdx = dialect == Dialect.AUTO || dialect == Dialect.OPEN_EDX;
      boolean cmi5 = dialect == Dialect.AUTO || dialect == Dialect.CMI5;
      assertThat(event.activityKind())
          .isEqualTo(openEdx ? ActivityKind.POST : ActivityKind.DISCUSSION);
      assertThat(event.attemptKey() != null).isEqualTo(cmi5);
      assertThat(event.id()).isEqualTo(told(reply, Dialect.AUTO).id());
      assertThat(Dialect.of(dialect.code())).isEqualTo(dialect);
    }
  }

  private static Scans.Event told(ObjectNode statement, Dialect dialect) {
    return Scans.scan(statement.toString(), Scans.lenient().withDialect(dialect)).event();
  }

  @Test
  void anEnrolmentByOneselfIsAnOwnAct() {
    ObjectNode enrolled = Samples.moodle("\\core\\event\\user_enrolment_created", "enrolled");
    ((ObjectNode) enrolled.get("context")).remove("instructor");

    assertThat(Scans.scan(enrolled.toString(), Scans.strict()).event().origin())
        .isEqualTo(Origin.STATEMENT);
  }

  @Test
  void whoIsWrittenToOrActedForIsTheTarget() {
    Scans.Collected message = moodle("\\core\\event\\message_sent", "send");
    assertThat(message.event().activityKind()).isEqualTo(ActivityKind.MESSAGE);
    assertThat(message.event().targetActorKey()).isNotNull();
    Scans.Collected loginAs = moodle("\\core\\event\\user_loggedinas", "login");
    assertThat(loginAs.event().origin()).isEqualTo(Origin.LOGIN_AS);
    assertThat(loginAs.event().targetActorKey()).isNotNull();
  }

  @Test
  void anUnknownVerbIsKeptAndToldAsUnknown() {
    Scans.Collected scanned =
        Scans.scan(Samples.with("verb", "{\"id\":\"urn:hát\"}").toString(), Scans.strict());

    assertThat(scanned.event().action()).isEqualTo(Action.OTHER);
    assertThat(scanned.verbs.values())
        .containsExactly(new VerbDescription("urn:hát", Action.OTHER, false, null));
  }

  @Test
  void aNameIsToldInVietnameseBeforeEnglish() {
    Scans.Collected scanned =
        Scans.scan(
            Samples.with(
                    "object",
                    "{\"id\":\"urn:a\",\"definition\":{\"name\":{\"de\":\"Seite\",\"en-US\":\"page\",\"vi-VN\":\"trang\"}}}")
                .toString(),
            Scans.strict());

    assertThat(scanned.activities.values())
        .containsExactly(new ActivityDescription("urn:a", null, ActivityKind.OTHER, "trang"));
  }

  @Test
  void whatIsOutOfScopeIsCountedAndNobodyInItIsTold() {
    String file = Samples.statement(1) + "\n" + Samples.statement(2) + "\n";
    java.time.Instant at = java.time.Instant.parse("2026-09-07T01:00:00Z");
    Scans.Collected before = Scans.scan(file, Scans.strict().withRange(at.plusNanos(1_000), null));
    Scans.Collected until = Scans.scan(file, Scans.strict().withRange(null, at));
    Scans.Collected within = Scans.scan(file, Scans.strict().withRange(at, at.plusNanos(1_000)));

    for (Scans.Collected outside : java.util.List.of(before, until)) {
      assertThat(outside.counts).isEqualTo(new ScanCounts(2, 0, 0, 2, java.util.Map.of()));
      assertThat(outside.outOfScope)
          .extracting(id -> id.toString().substring(0, 8))
          .containsExactly("00000001", "00000002");
      assertThat(outside.actors).isEmpty();
      assertThat(outside.activities).isEmpty();
    }
    assertThat(within.events).hasSize(2);
  }

  @Test
  void boundsBeyondAllTimestampsAreNoBounds() {
    ScanOptions options =
        ScanOptions.of(ScanMode.STRICT, Scans.SECRET, java.time.Instant.MAX)
            .withRange(java.time.Instant.MIN, java.time.Instant.MAX);

    assertThat(
            Scans.scan(Samples.with("timestamp", "\"9999-12-31T23:59:59Z\"").toString(), options)
                .events)
        .hasSize(1);
  }

  private static ObjectNode activity(String id, String type) {
    return Samples.parse("{\"id\":\"" + id + "\",\"definition\":{\"type\":\"" + type + "\"}}");
  }

  private static Scans.Collected moodle(String event, String verb) {
    return Scans.scan(Samples.moodle(event, verb).toString(), Scans.strict());
  }
}
