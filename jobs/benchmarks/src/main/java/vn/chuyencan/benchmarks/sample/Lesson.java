package vn.chuyencan.benchmarks.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Statements of one sitting with an interactive lesson (cmi5), with ids and a registration. */
final class Lesson {
  private static final String CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
  private static final String MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";

  private final Course course;

  Lesson(Course course) {
    this.course = course;
  }

  /** Launched, initialized, completed, passed and terminated at these five instants. */
  List<Trace> sitting(Person person, Place lesson, List<Instant> at) {
    List<Trace> traces = new ArrayList<>();
    traces.add(trace(person, lesson, at.get(0), "launched", false));
    traces.add(trace(person, lesson, at.get(1), "initialized", false));
    Trace completed = trace(person, lesson, at.get(2), "completed", true);
    completed
        .statement()
        .putObject("result")
        .put("completion", true)
        .put("duration", duration(at.get(1), at.get(2)));
    traces.add(completed);
    Trace passed = trace(person, lesson, at.get(3), "passed", true);
    ObjectNode result = passed.statement().putObject("result").put("success", true);
    result.putObject("score").put("scaled", 0.9).put("raw", 9).put("min", 0).put("max", 10);
    result.put("duration", duration(at.get(1), at.get(3)));
    traces.add(passed);
    Trace terminated = trace(person, lesson, at.get(4), "terminated", false);
    terminated.statement().putObject("result").put("duration", duration(at.get(1), at.get(4)));
    traces.add(terminated);
    return traces;
  }

  private static String duration(Instant from, Instant until) {
    return "PT" + Duration.between(from, until).toSeconds() + "S";
  }

  private Trace trace(Person person, Place lesson, Instant at, String verb, boolean movesOn) {
    ObjectNode statement = Json.object();
    String registration = Json.uuid("registration " + person.id() + " " + course.id());
    statement.put("id", Json.uuid(verb + " " + person.id() + " " + lesson.iri() + " " + at));
    ObjectNode actor = Json.object().put("objectType", "Agent");
    actor.putObject("account").put("homePage", Course.SITE).put("name", person.account());
    statement.set("actor", actor);
    statement.set("verb", Json.verb("http://adlnet.gov/expapi/verbs/" + verb, verb));
    statement.set("object", Json.activity(lesson.iri(), lesson.type(), lesson.title()));
    ObjectNode context = statement.putObject("context").put("registration", registration);
    ObjectNode activities = context.putObject("contextActivities");
    ArrayNode categories = activities.putArray("category");
    categories.addObject().put("id", CMI5);
    if (movesOn) {
      categories.addObject().put("id", MOVE_ON);
    }
    activities.set(
        "grouping",
        Json.array(
            List.of(
                Json.activity(
                    course.iri(),
                    "https://w3id.org/xapi/cmi5/activitytype/course",
                    course.title()))));
    context
        .putObject("extensions")
        .put(
            "https://w3id.org/xapi/cmi5/context/extensions/sessionid",
            Json.uuid("sitting " + person.id() + lesson.iri()));
    statement.put("timestamp", Json.instant(at));
    return new Trace(at, person, Trace.Shape.CMI5, statement);
  }
}
