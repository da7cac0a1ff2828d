package vn.chuyencan.benchmarks.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Statements of the video player (xAPI video profile), with ids. */
final class Player {
  private static final String VIDEO = "https://w3id.org/xapi/video";
  private static final String EXTENSIONS = VIDEO + "/extensions/";
  private static final int LENGTH_SECONDS = 480;

  private final Course course;

  Player(Course course) {
    this.course = course;
  }

  /** What the player can report. */
  enum Act {
    PLAYED(VIDEO + "/verbs/played", "played", 0),
    SEEKED(VIDEO + "/verbs/seeked", "seeked", 120),
    PAUSED(VIDEO + "/verbs/paused", "paused", 300),
    COMPLETED("http://adlnet.gov/expapi/verbs/completed", "completed", LENGTH_SECONDS);

    private final String verb;
    private final String display;
    private final int position;

    Act(String verb, String display, int position) {
      this.verb = verb;
      this.display = display;
      this.position = position;
    }
  }

  Trace trace(Person person, Instant at, Place video, Act act) {
    ObjectNode statement = Json.object();
    String occasion = person.id() + " " + video.iri() + " " + at;
    statement.put("id", Json.uuid(act + " " + occasion));
    statement.set("actor", actor(person));
    statement.set("verb", Json.verb(act.verb, act.display));
    statement.set("object", Json.activity(video.iri(), video.type(), video.title()));
    ObjectNode progress = statement.putObject("result").putObject("extensions");
    if (act == Act.SEEKED) {
      progress.put(EXTENSIONS + "time-from", 60).put(EXTENSIONS + "time-to", act.position);
    } else {
      progress.put(EXTENSIONS + "time", act.position);
    }
    progress.put(EXTENSIONS + "played-segments", "0[.]" + act.position);
    ObjectNode context = statement.putObject("context");
    ObjectNode activities = context.putObject("contextActivities");
    activities.set("category", Json.array(List.of(Json.object().put("id", VIDEO))));
    activities.set(
        "parent",
        Json.array(
            List.of(
                Json.activity(
                    course.iri(), "http://adlnet.gov/expapi/activities/course", course.title()))));
    context
        .putObject("extensions")
        .put(EXTENSIONS + "session-id", Json.uuid("view " + person.id() + video.iri()))
        .put(EXTENSIONS + "length", LENGTH_SECONDS);
    statement.put("timestamp", Json.instant(at));
    statement.put("stored", Json.instant(at.plusSeconds(2)));
    return new Trace(at, person, Trace.Shape.VIDEO, statement);
  }

  private static ObjectNode actor(Person person) {
    ObjectNode actor = Json.object().put("objectType", "Agent");
    return switch (person.videoIdentity()) {
      case ACCOUNT -> {
        actor.putObject("account").put("homePage", Course.SITE).put("name", person.account());
        yield actor;
      }
      case MBOX -> actor.put("mbox", person.mailbox());
      case MBOX_SHA1SUM -> actor.put("mbox_sha1sum", sha1(person.mailbox()));
      case OPENID -> actor.put("openid", person.openid());
    };
  }

  /** SHA-1 of a text in hexadecimal. */
  static String sha1(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }
}
