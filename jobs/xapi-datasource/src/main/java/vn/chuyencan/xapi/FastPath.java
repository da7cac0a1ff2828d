package vn.chuyencan.xapi;

import vn.chuyencan.xapi.rules.PieceRules;
import vn.chuyencan.xapi.rules.StatementRules;
import vn.chuyencan.xapi.source.RecordReader;
import vn.chuyencan.xapi.source.Words;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/**
 * Takes ordinary statements apart straight from their bytes, many times faster than by a tree. It
 * accepts only what is certain to be a valid statement without any fault, tolerated or not, and
 * then says of it just what {@link TreeParts} would; all else it declines, and nothing has happened
 * then. What is checked by rules goes through {@link PieceRules} piece by piece, so that there is
 * one set of rules; a piece met before is known by its bytes.
 */
final class FastPath {
  private static final int ID = 1;
  private static final int ACTOR = 1 << 1;
  private static final int VERB = 1 << 2;
  private static final int OBJECT = 1 << 3;
  private static final int RESULT = 1 << 4;
  private static final int CONTEXT = 1 << 5;
  private static final int TIMESTAMP = 1 << 6;
  private static final int STORED = 1 << 7;
  private static final int VERSION = 1 << 8;
  private static final int AUTHORITY = 1 << 9;
  private static final int REQUIRED = ACTOR | VERB | OBJECT;

  private static final byte[] ACTIVITY = CanonicalContent.partBytes("activity");

  private static final int LONGEST_RECORD = 1 << 20;
  private static final int MANY = 1 << 16;
  private static final int FEW = 1 << 12;
  private static final int PATIENCE = 64;
  private static final int TRY_EVERY = 16;

  private final JsonCursor cursor = new JsonCursor();
  private final FastTimestamps timestamps = new FastTimestamps();
  private final Piece<ActorMention> actors;
  private final Piece<Boolean> authorities;
  private final Piece<VerbMention> verbs;
  private final Piece<ContextActivity> activities;
  private final FastContext contexts;
  private final FastResult results;
  private final long latest;
  private byte[] padded = {};

  private long records;
  private long declined;

  /**
   * @param latest a later instant is implausible
   */
  FastPath(Vocabulary vocabulary, long latest) {
    this.latest = latest;
    PieceJson json = new PieceJson();
    PieceRules rules = new PieceRules();
    FlatExtensions flat = new FlatExtensions();
    LanguageMemo languages = new LanguageMemo();
    FastActivity fastActivity = new FastActivity(vocabulary, flat, languages);
    this.actors =
        new Piece<>(
            json,
            2,
            MANY,
            node -> {
              rules.actor(node);
              ActorMention actor = ActorMention.of(node);
              return actor.identity() == null ? null : actor;
            });
    this.authorities =
        new Piece<>(
            json,
            1,
            FEW,
            node -> {
              rules.authority(node);
              return true;
            });
    this.verbs =
        new Piece<>(
            json,
            1,
            FEW,
            node -> {
              rules.verb(node);
              VerbMention verb = VerbMention.of(node);
              return verb.iri().equals(StatementRules.VOIDED) ? null : verb;
            });
    this.activities =
        new Piece<>(
            json,
            FastContext.PLACES,
            MANY,
            fastActivity::read,
            node -> {
              rules.activity(node);
              return ContextActivity.of(node, vocabulary);
            });
    this.contexts = new FastContext(json, rules, flat, languages, actors, activities);
    this.results = new FastResult(json, rules, flat);
  }

  /** How many records it took. */
  long records() {
    return records;
  }

  /** Takes a record apart; false if it must be read by a tree. */
  boolean read(RecordReader source, StatementParts parts) {
    // Where most statements have a fault, trying each of them would only cost time.
    if (declined >= PATIENCE && declined++ % TRY_EVERY != 0) {
      return false;
    }
    try {
      begin(source);
      parts.clear();
      statement(parts);
    } catch (Declined notMine) {
      declined++;
      return false;
    }
    declined = 0;
    records++;
    return true;
  }

  /** Words are read whole, so that bytes must follow the record in the array. */
  private void begin(RecordReader source) {
    int length = source.length();
    if (length > LONGEST_RECORD) {
      throw Declined.here();
    }
    cursor.bytes = source.buffer();
    cursor.at = source.from();
    if (source.from() + length + Words.SIZE > cursor.bytes.length) {
      if (padded.length < length + Words.SIZE) {
        padded = new byte[2 * length + Words.SIZE];
      }
      System.arraycopy(cursor.bytes, cursor.at, padded, 0, length);
      cursor.bytes = padded;
      cursor.at = 0;
    }
    cursor.end = cursor.at + length;
  }

  private void statement(StatementParts parts) {
    int seen = 0;
    boolean more = cursor.open('{', '}');
    while (more) {
      cursor.ascii();
      int property = property();
      seen = cursor.once(property, seen);
      value(property, parts);
      more = cursor.more('}');
    }
    if (cursor.at != cursor.end
        || (seen & REQUIRED) != REQUIRED
        || (seen & (TIMESTAMP | STORED)) == 0) {
      throw Declined.here();
    }
    if ((seen & TIMESTAMP) == 0) {
      parts.occurredAt = parts.storedAt;
    }
    if (parts.occurredAt > latest || parts.occurredAt < StatementParser.EARLIEST) {
      throw Declined.here();
    }
    parts.object.copy(ACTIVITY).copy(parts.activity.content());
  }

  private int property() {
    if (cursor.is("actor")) {
      return ACTOR;
    }
    if (cursor.is("verb")) {
      return VERB;
    }
    if (cursor.is("object")) {
      return OBJECT;
    }
    if (cursor.is("context")) {
      return CONTEXT;
    }
    if (cursor.is("timestamp")) {
      return TIMESTAMP;
    }
    if (cursor.is("id")) {
      return ID;
    }
    if (cursor.is("result")) {
      return RESULT;
    }
    if (cursor.is("stored")) {
      return STORED;
    }
    if (cursor.is("version")) {
      return VERSION;
    }
    return cursor.is("authority") ? AUTHORITY : 0;
  }

  private void value(int property, StatementParts parts) {
    switch (property) {
      case ID -> {
        cursor.ascii();
        FastUuids.check(cursor);
        parts.hasId = true;
        parts.idHigh = FastUuids.high(cursor);
        parts.idLow = FastUuids.low(cursor);
      }
      case ACTOR -> parts.actor = actors.read(cursor, 0);
      case VERB -> parts.verb = verbs.read(cursor, 0);
      case OBJECT -> parts.activity = activities.read(cursor, FastContext.PLACE_OF_OBJECT);
      case RESULT -> results.read(cursor, parts.result);
      case CONTEXT -> contexts.read(cursor, parts);
      case TIMESTAMP -> parts.occurredAt = instant();
      case STORED -> {
        parts.storedAt = instant();
        parts.stored = true;
      }
      case VERSION -> version();
      default -> authorities.read(cursor, 0);
    }
  }

  private long instant() {
    cursor.ascii();
    return timestamps.micros(cursor);
  }

  /** Any version that is understood: none has other rules for what is accepted here. */
  private void version() {
    cursor.ascii();
    int length = cursor.textLength();
    byte[] bytes = cursor.bytes;
    int from = cursor.textFrom;
    boolean understood =
        length >= 3
            && (bytes[from] == '1' || bytes[from] == '2')
            && bytes[from + 1] == '.'
            && bytes[from + 2] == '0'
            && (length == 3 || bytes[from + 3] == '.');
    if (!understood) {
      throw Declined.here();
    }
  }
}
