package vn.chuyencan.source.openedx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.chuyencan.source.openedx.EventMeaning.Doer;
import vn.chuyencan.xapi.EventDraft;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.rules.RuleViolation;
import vn.chuyencan.xapi.vocabulary.Action;

/**
 * What tracking lines mean. A problem is checked twice, by the browser that sends the answers and
 * by the server that marks them: the first is an act like any other, the second alone is the
 * attempt and has the mark. The number of the attempt is the platform's; once staff delete a
 * learner's state it counts from one again, and the new attempts take the place of those deleted.
 */
final class TrackingEvents {
  private static final String VERB = "urn:openedx:event:";

  private static final String CHECK = "problem_check";

  /** Verbs of requests, whose names are their addresses. */
  private static final String PAGE_VIEW = "page_view";

  private static final String REQUEST = "request";

  /** Addresses that a page asks by itself, or by which it sends something. */
  private static final List<String> REQUESTS =
      List.of("/handler/", "/handler_noauth/", "/modx/", "/api/", "/xqueue/", "/heartbeat");

  private static final int FRACTION_DIGITS = 18;
  private static final int INTEGER_DIGITS = 20;

  private final TrackingNames names;
  private final TrackingThings things;
  private final EventDraft draft;

  TrackingEvents(TrackingNames names, EventDraft draft) {
    this.names = names;
    this.things = new TrackingThings(names, draft);
    this.draft = draft;
  }

  /**
   * Fills in and tells a draft that has its id, content and instant.
   *
   * @throws RuleViolation if the line cannot be taken
   */
  void tell(TrackingLine line) {
    String name = line.name();
    if (name == null) {
      throw new RuleViolation(Reason.MISSING_PROPERTY, "The line names no event.");
    }
    String courseId = courseId(line, name);
    if (courseId != null) {
      draft.course(names.course(courseId));
    }
    draft.address(line.property("ip"));
    if (name.startsWith("/")) {
      request(line, name, courseId);
    } else {
      event(line, name, courseId);
    }
    draft.accept();
  }

  private static String courseId(TrackingLine line, String name) {
    String told = line.context("course_id");
    if (told == null) {
      told = line.fact("course_id");
    }
    if (told == null && name.startsWith("/")) {
      told = TrackingNames.courseOf(name);
    }
    return told == null ? TrackingNames.courseOf(line.property("page")) : told;
  }

  private void request(TrackingLine line, String address, String courseId) {
    boolean viewed = REQUESTS.stream().noneMatch(address::contains);
    draft.verb(
        VERB + (viewed ? PAGE_VIEW : REQUEST), null, viewed ? Action.VIEWED : Action.INTERACTED);
    take(TrackingPart.of(line, Doer.USER, names));
    things.requested(address, courseId);
  }

  private void event(TrackingLine line, String name, String courseId) {
    boolean sent = name.equals(CHECK) && isForm(line);
    EventMeaning meaning = EventMeaning.of(sent ? CHECK + ":browser" : name);
    draft.verb(
        VERB + URLEncoder.encode(name, StandardCharsets.UTF_8) + (sent ? ":browser" : ""),
        null,
        meaning.action());
    take(TrackingPart.of(line, meaning.doer(), names));
    things.concerned(line, meaning.thing(), courseId);
    if (name.equals(CHECK) && !sent) {
      marked(line);
    } else if (name.equals("edx.grades.problem.submitted")) {
      score(line.number("weighted_earned"), line.number("weighted_possible"));
    }
  }

  /** Whether a check is the browser's, which sends answers, and not the server's, which marks. */
  private static boolean isForm(TrackingLine line) {
    return line.eventSource().equals("browser")
        || (line.factsText() != null && line.number("grade") == null);
  }

  private void take(TrackingPart part) {
    draft.actor(part.actor()).target(part.target()).origin(part.origin());
  }

  private void marked(TrackingLine line) {
    score(line.number("grade"), line.number("max_grade"));
    String success = line.fact("success");
    if (success != null) {
      draft.success(success.equals("correct"));
    }
    BigDecimal attempts = line.number("attempts");
    if (attempts != null && attempts.signum() > 0) {
      things.attempt(line, attempts.toBigInteger());
    }
  }

  private void score(BigDecimal raw, BigDecimal max) {
    if (raw != null) {
      draft.score(exact(raw), BigDecimal.ZERO, exact(max));
    }
  }

  /** Marks are quotients of binary numbers: what is finer than the tables keep is their dust. */
  private static BigDecimal exact(BigDecimal mark) {
    if (mark == null) {
      return null;
    }
    if ((long) mark.precision() - mark.scale() > INTEGER_DIGITS) {
      throw new RuleViolation(Reason.INVALID_SCORE, "grade", "a mark that can be kept", mark);
    }
    return mark.scale() > FRACTION_DIGITS
        ? mark.setScale(FRACTION_DIGITS, RoundingMode.HALF_EVEN)
        : mark;
  }
}
