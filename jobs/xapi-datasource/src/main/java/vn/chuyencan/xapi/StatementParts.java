package vn.chuyencan.xapi;

import java.nio.charset.StandardCharsets;

/**
 * A valid statement taken apart: the interpreted pieces from which its meaning and its identity are
 * read, whoever took it apart ({@link TreeParts} or {@link FastPath}). Filled again for every
 * statement.
 */
final class StatementParts {
  static final int UUID_LENGTH = 36;
  static final byte[] NOTHING = new byte[0];

  /** The parts of the content that hardly any statement has, when it has none of them. */
  private static final byte[] NO_RARE_PARTS =
      new CanonicalContent(128)
          .part("statement")
          .text("")
          .part("contextAgents")
          .part("contextGroups")
          .part("attachments")
          .toBytes();

  /** Whether the statement has an id; without one it is named by its content. */
  boolean hasId;

  long idHigh;
  long idLow;

  long occurredAt;
  boolean stored;
  long storedAt;

  ActorMention actor;
  VerbMention verb;

  /** The object when it is an activity. */
  ContextActivity activity;

  /** The object when it is an agent or a group. */
  ActorMention person;

  /** The id to which the object refers when it is a statement reference. */
  String reference;

  /** What the object is, as part of the canonical content. */
  final CanonicalContent object = new CanonicalContent();

  /** Perhaps remembered and those of other statements too: not to be changed. */
  ContextActivities activities = ContextActivities.NOTHING;

  ActorMention instructor;
  ActorMention team;
  Extensions extensions;

  /** The content of extensions that say nothing to us; {@link #extensions} is then none. */
  final CanonicalContent looseExtensions = new CanonicalContent();

  boolean hasRegistration;

  /** The registration in ASCII and small letters. */
  final byte[] registration = new byte[UUID_LENGTH];

  /** JSON values of the context as parts of the canonical content. */
  byte[] revision;

  byte[] platform;
  byte[] language;

  /** From {@code statement} to {@code attachments} as parts of the canonical content. */
  byte[] rareParts;

  final ResultPart result = new ResultPart();

  /** Forgets the previous statement. */
  void clear() {
    hasId = false;
    idHigh = 0;
    idLow = 0;
    occurredAt = 0;
    stored = false;
    storedAt = 0;
    actor = null;
    verb = null;
    activity = null;
    person = null;
    reference = null;
    object.clear();
    activities = ContextActivities.NOTHING;
    instructor = null;
    team = null;
    extensions = Extensions.NONE;
    looseExtensions.clear();
    hasRegistration = false;
    revision = NOTHING;
    platform = NOTHING;
    language = NOTHING;
    rareParts = NO_RARE_PARTS;
    result.clear();
  }

  /** The registration as text. */
  String registration() {
    return new String(registration, StandardCharsets.US_ASCII);
  }
}
