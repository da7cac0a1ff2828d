package vn.chuyencan.source.openedx;

import java.util.Set;
import vn.chuyencan.source.openedx.EventMeaning.Doer;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.vocabulary.Origin;

/**
 * Who had part in an event, and whose act it is.
 *
 * @param actor whose record it is
 * @param target the other person, or null
 * @param origin see {@link Origin}
 */
record TrackingPart(ActorIdentity actor, ActorIdentity target, String origin) {
  private static final Set<String> WITH_SOMEBODY = Set.of("browser", "mobile");
  private static final String TASK = "task";

  /** What the platform writes where it knows no user; one who is really called so has an id. */
  private static final Set<String> PLACEHOLDERS = Set.of("anonymous", "unknown");

  /**
   * The part of whom a line names. A person upon whom another acted, an enrolment by staff say, is
   * told by a user id alone. Lines of nobody are kept: a visitor who is not signed in, or the
   * platform by itself.
   */
  static TrackingPart of(TrackingLine line, Doer doer, TrackingNames names) {
    String username = line.property("username");
    String userId = TrackingLine.userId(line.context("user_id"));
    if (userId == null && username != null && PLACEHOLDERS.contains(username)) {
      username = null;
    }
    String concerned = doer == Doer.USER ? null : TrackingLine.userId(line.fact("user_id"));
    if (username == null && userId == null) {
      return concerned == null
          ? new TrackingPart(names.nobody(), null, nobodysOrigin(line))
          : new TrackingPart(names.numbered(concerned), null, Origin.CRON);
    }
    ActorIdentity user = username == null ? names.numbered(userId) : names.person(username);
    boolean another = concerned != null && userId != null && !concerned.equals(userId);
    if (another) {
      return doer == Doer.PLATFORM
          ? new TrackingPart(names.numbered(concerned), null, Origin.CRON)
          : new TrackingPart(names.numbered(concerned), user, Origin.OTHER_PERSON);
    }
    if (doer == Doer.PLATFORM || TASK.equals(line.eventSource())) {
      return new TrackingPart(user, null, Origin.CRON);
    }
    String author = line.fact("target_username");
    return new TrackingPart(user, author == null ? null : names.person(author), Origin.STATEMENT);
  }

  private static String nobodysOrigin(TrackingLine line) {
    boolean visitor =
        WITH_SOMEBODY.contains(line.eventSource())
            || (line.property("ip") != null && !TASK.equals(line.eventSource()));
    return visitor ? Origin.ANONYMOUS : Origin.CRON;
  }
}
