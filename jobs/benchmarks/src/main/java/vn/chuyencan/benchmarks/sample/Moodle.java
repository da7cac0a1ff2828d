package vn.chuyencan.benchmarks.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements as Moodle's plugin logstore_xapi sends them: without an id, one registration for each
 * cron batch, {@code scaled} from −1 to 1.
 */
final class Moodle {
  private static final String INFO = "http://lrs.learninglocker.net/define/extensions/info";
  private static final String ATTEMPT_TYPE = "http://adlnet.gov/expapi/activities/attempt";
  private static final String DISCUSSION_TYPE = "http://id.tincanapi.com/activitytype/discussion";
  private static final String REPLY_TYPE = "http://id.tincanapi.com/activitytype/forum-reply";
  private static final String COMPLETED = "http://adlnet.gov/expapi/verbs/completed";
  private static final String VIEWED = "http://id.tincanapi.com/verb/viewed";
  private static final Duration BATCH = Duration.ofMinutes(15);

  private final Course course;

  Moodle(Course course) {
    this.course = course;
  }

  Trace courseViewed(Person person, Instant at) {
    return trace(
        person,
        at,
        "\\core\\event\\course_viewed",
        Json.verb(VIEWED, "Viewed"),
        courseActivity(),
        List.of());
  }

  Trace viewed(Person person, Instant at, Place place) {
    String module = place.iri().replaceAll(".*/mod/([a-z]+)/.*", "$1");
    return trace(
        person,
        at,
        "\\mod_" + module + "\\event\\course_module_viewed",
        Json.verb(VIEWED, "Viewed"),
        activity(place),
        List.of(section(place), courseActivity()));
  }

  Trace attemptStarted(Person person, Instant at, Place exercise, int attempt) {
    return trace(
        person,
        at,
        "\\mod_quiz\\event\\attempt_started",
        Json.verb("http://activitystrea.ms/schema/1.0/start", "Started"),
        attempt(exercise, attempt),
        List.of(activity(exercise), section(exercise), courseActivity()));
  }

  /** An attempt handed in; a null mark means that a person has still to give it. */
  Trace attemptSubmitted(
      Person person, Instant started, Instant at, Place exercise, int attempt, BigDecimal raw) {
    Trace trace =
        trace(
            person,
            at,
            "\\mod_quiz\\event\\attempt_submitted",
            Json.verb(COMPLETED, "Completed"),
            attempt(exercise, attempt),
            List.of(activity(exercise), section(exercise), courseActivity()));
    ObjectNode result = trace.statement().putObject("result");
    if (raw != null) {
      result.set("score", score(raw, exercise.maxScore()));
    }
    result.put("completion", true);
    if (raw != null) {
      BigDecimal half = exercise.maxScore().divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
      result.put("success", raw.compareTo(half) >= 0);
    }
    result.put("duration", "PT" + Duration.between(started, at).toSeconds() + "S");
    return trace;
  }

  /** An attempt that nobody handed in and that the cron job closed. */
  Trace attemptAbandoned(Person person, Instant at, Place exercise, int attempt) {
    Trace trace =
        trace(
            person,
            at,
            "\\mod_quiz\\event\\attempt_abandoned",
            Json.verb(COMPLETED, "Completed"),
            attempt(exercise, attempt),
            List.of(activity(exercise), section(exercise), courseActivity()));
    ObjectNode result = trace.statement().putObject("result");
    result.set("score", score(BigDecimal.ZERO, exercise.maxScore()));
    result.put("completion", false).put("success", false);
    return trace;
  }

  private static ObjectNode score(BigDecimal raw, BigDecimal max) {
    BigDecimal scaled =
        raw.multiply(BigDecimal.valueOf(2))
            .divide(max, MathContext.DECIMAL32)
            .subtract(BigDecimal.ONE);
    return Json.object()
        .put("raw", Json.plain(raw))
        .put("min", 0)
        .put("max", Json.plain(max))
        .put("scaled", Json.plain(scaled));
  }

  Trace discussionCreated(Person person, Instant at, Place forum, int discussion, String title) {
    return trace(
        person,
        at,
        "\\mod_forum\\event\\discussion_created",
        Json.verb("http://activitystrea.ms/create", "Created"),
        Json.activity(discussionIri(discussion), DISCUSSION_TYPE, title),
        List.of(activity(forum), section(forum), courseActivity()));
  }

  Trace postCreated(
      Person person, Instant at, Place forum, int discussion, int post, String title) {
    Trace trace =
        trace(
            person,
            at,
            "\\mod_forum\\event\\post_created",
            Json.verb("http://id.tincanapi.com/verb/replied", "Replied"),
            Json.activity(postIri(discussion, post), REPLY_TYPE, "Re: " + title),
            postParents(forum, discussion, title));
    ((ObjectNode) trace.statement().at("/object/definition"))
        .set("description", Json.text("vi", "Theo mình nên chia nhỏ video còn 5–7 phút. 👍"));
    return trace;
  }

  Trace postDeleted(
      Person person, Instant at, Place forum, int discussion, int post, String title) {
    ObjectNode deleted = Json.object().put("objectType", "Activity");
    deleted.put("id", postIri(discussion, post)).putObject("definition").put("type", REPLY_TYPE);
    return trace(
        person,
        at,
        "\\mod_forum\\event\\post_deleted",
        Json.verb("http://activitystrea.ms/delete", "Deleted"),
        deleted,
        postParents(forum, discussion, title));
  }

  Trace submitted(Person person, Instant at, Place assignment) {
    return trace(
        person,
        at,
        "\\mod_assign\\event\\assessable_submitted",
        Json.verb("http://activitystrea.ms/schema/1.0/submit", "Submitted"),
        submission(assignment),
        List.of(activity(assignment), section(assignment), courseActivity()));
  }

  /** The lecturer grades; the statement all the same names the learner as its actor. */
  Trace graded(Person learner, Instant at, Place assignment, Person lecturer) {
    Trace trace =
        trace(
            learner,
            at,
            "\\mod_assign\\event\\submission_graded",
            Json.verb("https://w3id.org/xapi/tla/verbs/scored", "Scored"),
            submission(assignment),
            List.of(activity(assignment), section(assignment), courseActivity()));
    context(trace).set("instructor", actor(lecturer));
    ObjectNode result = trace.statement().putObject("result").put("success", true);
    result.set("score", score(BigDecimal.valueOf(85), BigDecimal.valueOf(100)));
    return trace;
  }

  Trace enrolled(Person person, Instant at, Person administrator) {
    Trace trace =
        trace(
            person,
            at,
            "\\core\\event\\user_enrolment_created",
            Json.verb("https://xapi.edlm/profiles/edlm-lms/concepts/verbs/enrolled", "Enrolled"),
            courseActivity(),
            List.of());
    context(trace).set("instructor", actor(administrator));
    return trace;
  }

  Trace loggedIn(Person person, Instant at) {
    return trace(
        person,
        at,
        "\\core\\event\\user_loggedin",
        Json.verb("https://xapi.edlm/profiles/edlm-lms/concepts/verbs/login", "Logged In"),
        site(),
        List.of());
  }

  /** The lecturer looks at the platform with a learner's eyes. */
  Trace loggedInAs(Person lecturer, Instant at, Person learner) {
    Trace trace =
        trace(
            lecturer,
            at,
            "\\core\\event\\user_loggedinas",
            Json.verb("https://xapi.edlm/profiles/edlm-lms/concepts/verbs/login", "Logged In"),
            site(),
            List.of());
    ((ObjectNode) context(trace).get("extensions"))
        .set(
            "https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/as",
            actor(learner));
    return trace;
  }

  /** The person as an account of the platform, the given name first as the platform shows it. */
  static ObjectNode actor(Person person) {
    ObjectNode actor = Json.object().put("name", person.name());
    actor.putObject("account").put("homePage", Course.SITE).put("name", person.account());
    return actor;
  }

  private List<ObjectNode> postParents(Place forum, int discussion, String title) {
    return List.of(
        Json.activity(discussionIri(discussion), DISCUSSION_TYPE, title),
        activity(forum),
        section(forum),
        courseActivity());
  }

  private static String discussionIri(int discussion) {
    return Course.SITE + "/mod/forum/discuss.php?d=" + discussion;
  }

  private static String postIri(int discussion, int post) {
    return discussionIri(discussion) + "#p" + post;
  }

  private ObjectNode attempt(Place exercise, int attempt) {
    String module = exercise.iri().substring(exercise.iri().indexOf('=') + 1);
    return Json.activity(
        Course.SITE + "/mod/quiz/attempt.php?attempt=" + attempt + "&cmid=" + module,
        ATTEMPT_TYPE,
        exercise.title() + " Attempt " + attempt);
  }

  private static ObjectNode submission(Place assignment) {
    return Json.activity(
        assignment.iri() + "#submission",
        "https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/submission",
        assignment.title() + " Submission");
  }

  private static ObjectNode activity(Place place) {
    return Json.activity(place.iri(), place.type(), place.title());
  }

  private ObjectNode section(Place place) {
    return Json.activity(
        Course.SITE + "/course/section.php?id=" + (course.number() * 10 + place.week()),
        "http://id.tincanapi.com/activitytype/section",
        course.title() + " Section " + place.week());
  }

  private ObjectNode courseActivity() {
    ObjectNode activity =
        Json.activity(
            course.iri(), "https://w3id.org/xapi/cmi5/activitytype/course", course.title());
    ((ObjectNode) activity.get("definition"))
        .putObject("extensions")
        .put(
            "https://w3id.org/learning-analytics/learning-management-system/external-id",
            course.id());
    return activity;
  }

  private static ObjectNode site() {
    return Json.activity(
        Course.SITE, "http://id.tincanapi.com/activitytype/lms", "Học viện Sư phạm số");
  }

  private static ObjectNode context(Trace trace) {
    return (ObjectNode) trace.statement().get("context");
  }

  private static Trace trace(
      Person person,
      Instant at,
      String event,
      ObjectNode verb,
      ObjectNode object,
      List<ObjectNode> parents) {
    ObjectNode statement = Json.object();
    ObjectNode context = statement.putObject("context").put("platform", "Moodle");
    long batch = at.getEpochSecond() / BATCH.toSeconds();
    context.put("registration", Json.uuid("batch " + batch)).put("language", "vi");
    context
        .putObject("extensions")
        .putObject(INFO)
        .put("http://moodle.org", "4.5.6 (Build: 20250811)")
        .put("https://github.com/xAPI-vle/moodle-logstore_xapi", "5.0.1")
        .put("event_name", event);
    ObjectNode activities = context.putObject("contextActivities");
    if (!parents.isEmpty()) {
      activities.set("parent", Json.array(new ArrayList<>(parents)));
    }
    activities.set("category", Json.array(List.of(site())));
    statement.put("timestamp", Json.instant(at));
    statement.set("actor", actor(person));
    statement.set("verb", verb);
    statement.set("object", object);
    return new Trace(at, person, Trace.Shape.LOGSTORE, statement);
  }
}
