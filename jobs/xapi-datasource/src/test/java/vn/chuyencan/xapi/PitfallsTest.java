package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/** What real data does to naive parsers: pitfalls 1 to 13 of xAPI, in their order. */
class PitfallsTest {

  @Test
  void p01ScoresAreKeptAsSentAndExactly() {
    Scans.Event event =
        event(
            Samples.with(
                "result", "{\"score\":{\"raw\":50,\"min\":0,\"max\":100,\"scaled\":0.0}}"));
    assertThat(event.scoreRaw()).isEqualByComparingTo("50");
    assertThat(event.scoreMax()).isEqualByComparingTo("100");
    assertThat(event.scoreScaled()).isEqualByComparingTo("0");
    Scans.Event onlyMin = event(Samples.with("result", "{\"score\":{\"min\":0}}"));
    assertThat(onlyMin.scoreMin()).isEqualByComparingTo("0");
    assertThat(onlyMin.scoreRaw()).isNull();
    Scans.Event onlyRaw = event(Samples.with("result", "{\"score\":{\"raw\":0.1}}"));
    assertThat(onlyRaw.scoreRaw()).isEqualTo(new BigDecimal("0.1"));
    assertThat(onlyRaw.scoreMax()).isNull();
    assertThat(
            event(Samples.with("result", "{\"score\":{\"raw\":0,\"min\":0,\"max\":0}}")).scoreMax())
        .isEqualByComparingTo("0");
  }

  @Test
  void p02LogstoreQuizAttempts() {
    Scans.Event submitted = moodle("\\mod_quiz\\event\\attempt_submitted", "completed");
    assertThat(submitted.action()).isEqualTo(Action.COMPLETED);
    assertThat(submitted.activityKind()).isEqualTo(ActivityKind.ATTEMPT);
    assertThat(submitted.durationSeconds()).isNotNull();
    assertThat(submitted.attemptKey()).isEqualTo(submitted.activityKey());
    Scans.Event answered = moodle("\\mod_quiz\\event\\attempt_submitted", "answered");
    assertThat(answered.activityKind()).isEqualTo(ActivityKind.QUESTION);
    assertThat(answered.attemptKey()).isNotNull().isNotEqualTo(answered.activityKey());
    assertThat(answered.parentKey()).isNotNull().isNotEqualTo(answered.attemptKey());
    Scans.Event abandoned = moodle("\\mod_quiz\\event\\attempt_abandoned", "completed");
    assertThat(abandoned.origin()).isEqualTo(Origin.CRON);
    assertThat(abandoned.completion()).isFalse();
    Scans.Event completion = moodle("\\core\\event\\course_module_completion_updated", "completed");
    assertThat(completion.action()).isEqualTo(Action.SATISFIED);
  }

  /** What nobody has marked yet is told by no score, and the attempt's score has nothing for it. */
  @Test
  void p02AnEssayAwaitsItsMark() {
    ObjectNode essay = essay("Bài làm của em", true);
    assertThat(event(essay).awaitsMark()).isTrue();
    assertThat(event(essay).action()).isEqualTo(Action.ANSWERED);
    assertThat(event(essay("", false)).awaitsMark()).as("nothing to be marked").isFalse();
    ObjectNode marked = essay.deepCopy();
    ((ObjectNode) marked.get("result")).put("success", false);
    assertThat(event(marked).awaitsMark()).isFalse();
    ObjectNode choice = essay.deepCopy();
    ((ObjectNode) choice.path("object").path("definition")).put("interactionType", "fill-in");
    assertThat(event(choice).awaitsMark()).as("what Moodle marks by itself").isFalse();
    ObjectNode elsewhere = essay.deepCopy();
    ((ObjectNode) elsewhere.get("context")).remove("extensions");
    assertThat(event(elsewhere).awaitsMark()).as("not by the plugin").isFalse();
  }

  private static ObjectNode essay(String response, boolean completion) {
    ObjectNode answer = Samples.moodle("\\mod_quiz\\event\\attempt_submitted", "answered");
    ((ObjectNode) answer.path("object").path("definition"))
        .put("interactionType", "long-fill-in")
        .remove(List.of("choices", "correctResponsesPattern"));
    answer.putObject("result").put("response", response).put("completion", completion);
    return answer;
  }

  /** Moodle hides who answered a survey, and its plugin tells it. */
  @Test
  void p02WhoAnsweredASurveyIsNotKept() {
    ObjectNode answer = Samples.moodle("\\mod_feedback\\event\\response_submitted", "submit");
    Scans.Collected scanned = Scans.scan(answer.toString(), Scans.lenient());
    String account = answer.path("actor").path("account").path("name").asText();
    assertThat(account).isNotEmpty();
    assertThat(scanned.event().origin()).isEqualTo(Origin.ANONYMOUS);
    assertThat(scanned.event().action()).isEqualTo(Action.SUBMITTED);
    assertThat(scanned.event().activityKind()).isEqualTo(ActivityKind.SURVEY);
    assertThat(scanned.event().targetActorKey()).isNull();
    Scans.Event opened =
        event(Samples.moodle("\\mod_feedback\\event\\course_module_viewed", "viewed"));
    assertThat(opened.origin()).as("who opens it is told").isEqualTo(Origin.STATEMENT);
    ObjectNode another = answer.deepCopy();
    another.put("timestamp", "2026-09-07T08:00:00Z");
    assertThat(event(another).actorKey())
        .as("two answers of one person have nothing in common")
        .isNotEqualTo(scanned.event().actorKey());
    assertThat(scanned.actors.values())
        .allSatisfy(actor -> assertThat(actor.identifier()).isNotEqualTo(account));
  }

  @Test
  void p03AHistoricalResendIsTheSame() {
    ObjectNode sent = Samples.moodle("\\mod_quiz\\event\\attempt_submitted", "completed");
    ObjectNode resent = sent.deepCopy();
    ((ObjectNode) resent.get("context")).put("registration", UUID.randomUUID().toString());
    assertThat(event(resent).id()).isEqualTo(event(sent).id());
  }

  @Test
  void p04OneMeaningSeveralIris() {
    for (String iri :
        List.of("http://activitystrea.ms/submit", "http://activitystrea.ms/schema/1.0/submit")) {
      assertThat(event(Samples.with("verb", "{\"id\":\"" + iri + "\"}")).action())
          .isEqualTo(Action.SUBMITTED);
    }
    for (String type :
        List.of(
            "http://adlnet.gov/expapi/activities/course",
            "https://w3id.org/xapi/cmi5/activitytype/course")) {
      assertThat(event(Samples.with("object", activity("urn:c", type))).activityKind())
          .isEqualTo(ActivityKind.COURSE);
    }
  }

  @Test
  void p05OpenEdxProblemsOfSeveralQuestionsInAList() {
    String problem =
        "{\"objectType\":\"GroupActivity\",\"id\":\"https://edx.example/p\",\"definition\":"
            + "{\"type\":\"http://adlnet.gov/expapi/activities/cmi.interaction\"}}";
    String verb = "{\"id\":\"https://w3id.org/xapi/acrossx/verbs/evaluated\"}";
    ObjectNode whole = Samples.with("object", problem);
    whole.set("verb", Samples.parse(verb));
    ObjectNode part =
        Samples.with(
            "object",
            activity(
                "https://edx.example/p_2_1",
                "http://adlnet.gov/expapi/activities/cmi.interaction"));
    part.set("verb", Samples.parse(verb));
    part.set("context", Samples.parse("{\"contextActivities\":{\"parent\":[" + problem + "]}}"));
    part.put("id", UUID.randomUUID().toString());

    Scans.Collected scanned = Scans.scan("[" + whole + "," + part + "]", Scans.lenient());

    assertThat(scanned.events)
        .extracting(Scans.Event::action)
        .containsExactly(Action.SCORED, Action.ANSWERED);
    assertThat(scanned.events.get(1).parentKey()).isEqualTo(scanned.events.get(0).activityKey());
  }

  @Test
  void p06SameIdOtherTimestampOrOtherContent() {
    Scans.Event first = event(Samples.statement(1));
    Scans.Event later = event(Samples.with("timestamp", "\"2026-09-07T08:00:01+07:00\""));
    Scans.Event conflict = event(Samples.with("object", "{\"id\":\"urn:other\"}"));

    assertThat(later.id()).isEqualTo(first.id()).isEqualTo(conflict.id());
    assertThat(later.contentHash()).isEqualTo(first.contentHash());
    assertThat(conflict.contentHash()).isNotEqualTo(first.contentHash());
  }

  @Test
  void p07AVoidingStatementNamesItsTarget() {
    ObjectNode voiding =
        Samples.with(
            "object",
            "{\"objectType\":\"StatementRef\",\"id\":\"8F87CCDE-BB56-4C2E-AB83-44982EF22DF0\"}");
    voiding.set("verb", Samples.parse("{\"id\":\"http://adlnet.gov/expapi/verbs/voided\"}"));

    Scans.Event event = event(voiding);

    assertThat(event.voidedId()).hasToString("8f87ccde-bb56-4c2e-ab83-44982ef22df0");
    assertThat(event.action()).isEqualTo(Action.VOIDED);
    assertThat(event.origin()).isEqualTo(Origin.REFERENCE);
    assertThat(event.activityKey()).isNull();
  }

  @Test
  void p08StatementsAboutStatementsAndActsUponOthers() {
    Scans.Event reference =
        event(
            Samples.with(
                "object",
                "{\"objectType\":\"StatementRef\",\"id\":\"8f87ccde-bb56-4c2e-ab83-44982ef22df0\"}"));
    assertThat(reference.origin()).isEqualTo(Origin.REFERENCE);
    ObjectNode sub = Samples.without("id");
    sub.put("objectType", "SubStatement");
    assertThat(event(Samples.with("object", sub.toString())).origin()).isEqualTo(Origin.REFERENCE);
    ObjectNode graded =
        Samples.with("object", "{\"objectType\":\"Agent\",\"mbox\":\"mailto:lan@lms.example\"}");
    graded.set("verb", Samples.parse("{\"id\":\"https://w3id.org/xapi/dod-isd/verbs/assessed\"}"));
    Scans.Event event = event(graded);
    assertThat(event.action()).isEqualTo(Action.GRADED);
    assertThat(event.targetActorKey())
        .isEqualTo(new ActorKeys(Scans.SECRET).of("mbox|mailto:lan@lms.example"));
    Scans.Event byTeacher = moodle("\\mod_assign\\event\\submission_graded", "scored");
    assertThat(byTeacher.origin()).isEqualTo(Origin.OTHER_PERSON);
    assertThat(byTeacher.targetActorKey()).isNotNull();
    Scans.Event enrolled = moodle("\\core\\event\\user_enrolment_created", "enrolled");
    assertThat(enrolled.origin()).isEqualTo(Origin.OTHER_PERSON);
    assertThat(moodle("\\core\\event\\user_loggedinas", "login").origin())
        .isEqualTo(Origin.LOGIN_AS);
    assertThat(moodle("\\mod_quiz\\event\\attempt_reviewed", "receive").origin())
        .isEqualTo(Origin.STATEMENT);
  }

  @Test
  void p09ActorsAndGroups() {
    ActorKeys keys = new ActorKeys(Scans.SECRET);
    // echo -n 'account|https://lms.example|sv1' | openssl dgst -sha256 -hmac institution
    assertThat(keys.of("account|https://lms.example|sv1")).isEqualTo(HMAC_KEY);
    assertThat(event(Samples.statement(1)).actorKey())
        .isEqualTo(keys.of("account|https://lms.example|sv1"));
    String hash = "CD9B00A5611F94EAA7B1661EDAB976068E364975";
    assertThat(event(Samples.with("actor", "{\"mbox_sha1sum\":\"" + hash + "\"}")).actorKey())
        .isEqualTo(keys.of("mbox_sha1sum|cd9b00a5611f94eaa7b1661edab976068e364975"));
    assertThat(event(Samples.with("actor", "{\"openid\":\"https://id.example/lan\"}")).actorKey())
        .isEqualTo(keys.of("openid|https://id.example/lan"));
    String members = "\"member\":[{\"mbox\":\"mailto:a@b.vn\"}]";
    Scans.Event identified =
        event(
            Samples.with(
                "actor", "{\"objectType\":\"Group\",\"mbox\":\"mailto:g@b.vn\"," + members + "}"));
    assertThat(identified.actorKey()).isEqualTo(keys.of("mbox|mailto:g@b.vn"));
    assertThat(identified.origin()).isEqualTo(Origin.STATEMENT);
    Scans.Event anonymous =
        event(Samples.with("actor", "{\"objectType\":\"Group\"," + members + "}"));
    assertThat(anonymous.origin()).isEqualTo(Origin.ANONYMOUS);
    assertThat(anonymous.actorKey())
        .isEqualTo(keys.of("group|00000001-0000-4000-8000-000000000000"));
    for (String invalid :
        List.of(
            "{\"name\":\"Lan\"}",
            "{\"account\":{\"name\":\"sv1\"}}",
            "{\"account\":{\"homePage\":\"https://lms.example\"}}")) {
      assertThat(Scans.scan(Samples.with("actor", invalid).toString(), Scans.lenient()).rejected)
          .extracting(RejectedStatement::reason)
          .containsAnyOf(Reason.INVALID_ACTOR, Reason.MISSING_PROPERTY);
    }
  }

  @Test
  void p10Timestamps() {
    ObjectNode onlyStored = Samples.without("timestamp");
    onlyStored.put("stored", "2026-09-07T08:00:00.123456789+07:00");
    Scans.Event event = event(onlyStored);
    assertThat(event.occurredAt()).isEqualTo(event.storedAt()).isEqualTo(1_788_742_800_123_456L);
    String backwards =
        Samples.with("timestamp", "\"2026-09-08T00:00:00Z\"") + "\n" + Samples.statement(2);
    assertThat(Scans.scan(backwards, Scans.strict()).events)
        .extracting(Scans.Event::occurredAt)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void p11Durations() {
    for (String text : List.of("P4W", "PT03M15S", "PT16559.14S", "PT21H3M2S")) {
      ObjectNode statement = Samples.with("result", "{\"duration\":\"" + text + "\"}");
      assertThat(event(statement).durationSeconds()).isPositive();
    }
    assertThat(
            Scans.scan(
                    Samples.with("result", "{\"duration\":\"P4W1D\"}").toString(), Scans.lenient())
                .rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.INVALID_DURATION);
  }

  @Test
  void p12ContextActivitiesMayBeOneObjectAndTheCourseAnywhere() {
    String course = activity("urn:course", "http://adlnet.gov/expapi/activities/course");
    String unit = activity("urn:unit", "http://id.tincanapi.com/activitytype/section");
    long key = Keys.of("urn:course");
    for (String context :
        List.of(
            "{\"parent\":" + course + "}",
            "{\"parent\":[" + unit + "," + course + "]}",
            "{\"grouping\":" + course + ",\"parent\":[" + unit + "]}",
            "{\"category\":[" + unit + "," + course + "]}",
            "{\"other\":[" + course + "]}")) {
      Scans.Event event = event(Samples.with("context", "{\"contextActivities\":" + context + "}"));
      assertThat(event.courseKey()).as(context).isEqualTo(key);
      assertThat(event.parentKey()).as(context).isNull();
    }
    assertThat(event(Samples.with("object", course)).courseKey()).isEqualTo(key);
  }

  @Test
  void p13AVideoIsWatchedWithoutItsEnds() {
    ObjectNode statement =
        Samples.with(
            "result",
            "{\"extensions\":{\"https://w3id.org/xapi/video/extensions/played-segments\":"
                + "\"0[.]42.6[,]43.1[.]124.7[,]176.4\"}}");
    statement.set("verb", Samples.parse("{\"id\":\"https://w3id.org/xapi/video/verbs/seeked\"}"));
    statement.set(
        "object",
        Samples.parse(activity("urn:v", "https://w3id.org/xapi/video/activity-type/video")));

    Scans.Event event = event(statement);

    assertThat(event.action()).isEqualTo(Action.SEEKED);
    assertThat(event.activityKind()).isEqualTo(ActivityKind.VIDEO);
    assertThat(event.durationSeconds()).isNull();
    assertThat(event.attemptKey()).isNull();
  }

  private static final long HMAC_KEY = 0x13203449f9176604L;

  private static String activity(String id, String type) {
    return "{\"id\":\"" + id + "\",\"definition\":{\"type\":\"" + type + "\"}}";
  }

  private static Scans.Event event(ObjectNode statement) {
    return Scans.scan(statement.toString(), Scans.lenient()).event();
  }

  private static Scans.Event moodle(String event, String verb) {
    return event(Samples.moodle(event, verb));
  }
}
