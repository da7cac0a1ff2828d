package vn.chuyencan.xapi;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * What a statement says, without how and when it was sent: the content hash, and the identity of a
 * statement that has no id (xAPI Data 2.3.1, statement comparison).
 */
final class StatementContent {
  private static final long UUID_VERSION_5 = 5;

  /** Chosen once at random: another one would give every statement without an id a new id. */
  private static final byte[] NAMESPACE =
      ByteBuffer.allocate(16).putLong(0x6a1f0c52d3b75e0eL).putLong(0x9d4e2b7c81f35a06L).array();

  private static final byte[] ACTOR = CanonicalContent.partBytes("actor");
  private static final byte[] VERB = CanonicalContent.partBytes("verb");
  private static final byte[] OBJECT = CanonicalContent.partBytes("object");
  private static final byte[] EVENT = CanonicalContent.partBytes("event");
  private static final byte[] ACTIVITIES = CanonicalContent.partBytes("activities");
  private static final byte[] INSTRUCTOR = CanonicalContent.partBytes("instructor");
  private static final byte[] TEAM = CanonicalContent.partBytes("team");
  private static final byte[] RESULT = CanonicalContent.partBytes("result");
  private static final byte[] REGISTRATION = CanonicalContent.partBytes("registration");
  private static final byte[] COMPLETION = CanonicalContent.partBytes("completion");
  private static final byte[] RESPONSE = CanonicalContent.partBytes("response");
  private static final byte[] DURATION = CanonicalContent.partBytes("duration");
  private static final byte[] EXTENSIONS = CanonicalContent.partBytes("extensions");
  private static final byte[] REVISION = CanonicalContent.partBytes("revision");
  private static final byte[] PLATFORM = CanonicalContent.partBytes("platform");
  private static final byte[] LANGUAGE = CanonicalContent.partBytes("language");
  private static final byte[] OCCURRED = CanonicalContent.partBytes("occurred");

  private final CanonicalContent content = new CanonicalContent();
  private final MessageDigest sha1 = Keys.digest("SHA-1");
  private final MessageDigest sha256 = Keys.sha256();

  /** Fills in the content hash, and the event id when the statement has none. */
  void describe(StatementParts parts, StatementRecord target) {
    content.clear();
    boolean moodle = parts.extensions.event() != null;
    if (moodle) {
      moodle(parts, content);
    } else {
      plain(parts, content);
    }
    int identified = content.length();
    if (!moodle) {
      rest(parts);
    }
    content.update(sha256, content.length());
    target.contentHash = Keys.first64(sha256.digest());
    if (!parts.hasId) {
      content.cut(identified);
      content.copy(OCCURRED).number(target.occurredAt);
      sha1.update(NAMESPACE);
      content.update(sha1, content.length());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
      target.eventIdHigh = (hash.getLong() & ~0xf000L) | (UUID_VERSION_5 << 12);
      target.eventIdLow = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    }
  }

  /** What tells two statements apart, also within another statement. */
  static void plain(StatementParts parts, CanonicalContent content) {
    who(parts, content);
    contextIds(parts, content);
    parts.result.describe(content.copy(RESULT));
    content.copy(REGISTRATION);
    int length = parts.hasRegistration ? StatementParts.UUID_LENGTH : 0;
    content.text(parts.registration, 0, length);
    content.copy(EXTENSIONS).copy(parts.extensions.content()).copy(parts.looseExtensions);
  }

  /** The registration is the batch's, and grades are those of the moment of sending. */
  private static void moodle(StatementParts parts, CanonicalContent content) {
    who(parts, content);
    content.copy(EVENT).copy(parts.extensions.eventContent());
    contextIds(parts, content);
    ResultPart result = parts.result;
    content.copy(COMPLETION).copy(result.value(ResultPart.COMPLETION));
    content.copy(RESPONSE).copy(result.value(ResultPart.RESPONSE));
    content.copy(DURATION).copy(result.value(ResultPart.DURATION));
    content.copy(EXTENSIONS).copy(result.value(ResultPart.EXTENSIONS));
  }

  /** What is compared but is not needed to tell two acts apart. */
  private void rest(StatementParts parts) {
    content.copy(REVISION).copy(parts.revision);
    content.copy(PLATFORM).copy(parts.platform);
    content.copy(LANGUAGE).copy(parts.language);
    content.copy(parts.rareParts);
  }

  private static void who(StatementParts parts, CanonicalContent content) {
    content.copy(ACTOR).copy(parts.actor.content());
    content.copy(VERB).copy(parts.verb.content());
    content.copy(OBJECT).copy(parts.object);
  }

  private static void contextIds(StatementParts parts, CanonicalContent content) {
    content.copy(ACTIVITIES);
    parts.activities.describe(content);
    content.copy(INSTRUCTOR);
    if (parts.instructor != null) {
      content.copy(parts.instructor.content());
    }
    content.copy(TEAM);
    if (parts.team != null) {
      content.copy(parts.team.content());
    }
  }
}
