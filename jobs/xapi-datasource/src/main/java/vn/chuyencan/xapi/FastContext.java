package vn.chuyencan.xapi;

import vn.chuyencan.xapi.rules.PieceRules;

/** Takes the contexts of statements apart straight from their bytes. */
final class FastContext {
  private static final int REMEMBERED = 1 << 12;

  /** More, for logstore_xapi names in them whom an act concerns. */
  private static final int REMEMBERED_EXTENSIONS = 1 << 14;

  private static final int REMEMBERED_LISTS = 1 << 13;
  private static final int PLACE_OF_LISTS = 0;
  private static final int REGISTRATION = 1;
  private static final int INSTRUCTOR = 1 << 1;
  private static final int ACTIVITIES = 1 << 2;
  private static final int REVISION = 1 << 3;
  private static final int PLATFORM = 1 << 4;
  private static final int LANGUAGE = 1 << 5;
  private static final int EXTENSIONS = 1 << 6;

  /** Places of activities for which the last value is kept: so many a property, and the object. */
  private static final int PLACES_OF_LIST = 4;

  static final int PLACE_OF_OBJECT = 4 * PLACES_OF_LIST;
  static final int PLACES = PLACE_OF_OBJECT + 1;

  /** Longer lists are sorted elsewhere. */
  private static final int LONGEST_LIST = 64;

  private final Piece<ActorMention> actors;
  private final Piece<ContextActivity> activities;
  private final Piece<Extensions> extensions;
  private final FlatExtensions flat;

  /** Revision and platform. */
  private final Memo<byte[]> texts = new Memo<>(2, REMEMBERED);

  /** All context activities of a statement: those of a page or course return with it. */
  private final Memo<ContextActivities> lists = new Memo<>(1, REMEMBERED_LISTS);

  private final LanguageMemo languages;

  FastContext(
      PieceJson json,
      PieceRules rules,
      FlatExtensions flat,
      LanguageMemo languages,
      Piece<ActorMention> actors,
      Piece<ContextActivity> activities) {
    this.actors = actors;
    this.activities = activities;
    this.flat = flat;
    this.languages = languages;
    this.extensions =
        new Piece<>(
            json,
            1,
            REMEMBERED_EXTENSIONS,
            node -> {
              rules.extensions(node);
              return Extensions.of(node);
            });
  }

  /** The context at the cursor, of a statement whose object is an activity. */
  void read(JsonCursor cursor, StatementParts parts) {
    int seen = 0;
    boolean more = cursor.open('{', '}');
    while (more) {
      cursor.ascii();
      int property = property(cursor);
      seen = cursor.once(property, seen);
      value(property, cursor, parts);
      more = cursor.more('}');
    }
  }

  private static int property(JsonCursor cursor) {
    if (cursor.is("registration")) {
      return REGISTRATION;
    }
    if (cursor.is("contextActivities")) {
      return ACTIVITIES;
    }
    if (cursor.is("extensions")) {
      return EXTENSIONS;
    }
    if (cursor.is("platform")) {
      return PLATFORM;
    }
    if (cursor.is("language")) {
      return LANGUAGE;
    }
    if (cursor.is("instructor")) {
      return INSTRUCTOR;
    }
    return cursor.is("revision") ? REVISION : 0;
  }

  private void value(int property, JsonCursor cursor, StatementParts parts) {
    switch (property) {
      case REGISTRATION -> {
        cursor.ascii();
        FastUuids.check(cursor);
        FastUuids.high(cursor);
        FastUuids.low(cursor);
        FastUuids.lower(cursor, parts.registration);
        parts.hasRegistration = true;
      }
      case INSTRUCTOR -> parts.instructor = actors.read(cursor, 1);
      case ACTIVITIES -> parts.activities = activities(cursor);
      case REVISION -> parts.revision = text(cursor, 0);
      case PLATFORM -> parts.platform = text(cursor, 1);
      case LANGUAGE -> parts.language = languages.read(cursor);
      default -> extensions(cursor, parts);
    }
  }

  private void extensions(JsonCursor cursor, StatementParts parts) {
    Extensions known = extensions.readKnown(cursor, 0);
    if (known != null) {
      parts.extensions = known;
    } else if (!flat.read(cursor, parts.looseExtensions)) {
      parts.extensions = extensions.learn(cursor, 0);
    }
  }

  private byte[] text(JsonCursor cursor, int place) {
    cursor.string();
    Memo.Entry<byte[]> entry = texts.text(cursor.bytes, cursor.textFrom, cursor.textTo, place);
    if (entry == null) {
      byte[] content =
          new CanonicalContent(64).text(cursor.bytes, cursor.textFrom, cursor.textTo).toBytes();
      entry = texts.add(cursor.bytes, cursor.textFrom, cursor.textTo, content, place);
    }
    return entry.value;
  }

  private ContextActivities activities(JsonCursor cursor) {
    if (cursor.peek() != '{') {
      throw Declined.here();
    }
    Memo.Entry<ContextActivities> known =
        lists.object(cursor.bytes, cursor.at, cursor.end, PLACE_OF_LISTS);
    if (known == null) {
      int from = cursor.at;
      ContextActivities all = new ContextActivities();
      readActivities(cursor, all);
      all.keep();
      lists.add(cursor.bytes, from, cursor.at, all, PLACE_OF_LISTS);
      return all;
    }
    cursor.at += known.length();
    return known.value;
  }

  private void readActivities(JsonCursor cursor, ContextActivities all) {
    int seen = 0;
    boolean more = cursor.open('{', '}');
    while (more) {
      cursor.ascii();
      int property = list(cursor);
      if (property < 0 || (seen & 1 << property) != 0) {
        throw Declined.here();
      }
      seen |= 1 << property;
      cursor.expect(':');
      if (cursor.peek() == '[') {
        list(property, cursor, all);
      } else {
        all.add(property, activities.read(cursor, property * PLACES_OF_LIST));
      }
      more = cursor.more('}');
    }
  }

  private static int list(JsonCursor cursor) {
    if (cursor.is("parent")) {
      return ContextActivities.PARENT;
    }
    if (cursor.is("category")) {
      return ContextActivities.CATEGORY;
    }
    if (cursor.is("grouping")) {
      return ContextActivities.GROUPING;
    }
    return cursor.is("other") ? ContextActivities.OTHER : -1;
  }

  private void list(int property, JsonCursor cursor, ContextActivities all) {
    int size = 0;
    boolean more = cursor.open('[', ']');
    while (more) {
      if (size == LONGEST_LIST) {
        throw Declined.here();
      }
      int place = property * PLACES_OF_LIST + Math.min(size, PLACES_OF_LIST - 1);
      all.add(property, activities.read(cursor, place));
      size++;
      more = cursor.more(']');
    }
  }
}
