package vn.chuyencan.xapi;

import java.nio.charset.StandardCharsets;
import vn.chuyencan.xapi.rules.PieceRules;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/**
 * Takes activities apart straight from their bytes, for attempts and posts are new all the time.
 * Interactions, several names and the like are left to the tree.
 */
final class FastActivity {
  private static final int OBJECT_TYPE = 1;
  private static final int ID = 1 << 1;
  private static final int DEFINITION = 1 << 2;
  private static final int TYPE = 1;
  private static final int NAME = 1 << 1;
  private static final int DESCRIPTION = 1 << 2;
  private static final int EXTENSIONS = 1 << 3;
  private static final int TYPES = 1 << 10;

  private record Type(String iri, String kind) {}

  private final Vocabulary vocabulary;
  private final FlatExtensions flat;
  private final LanguageMemo languages;
  private final Memo<Type> types = new Memo<>(1, TYPES);
  private final CanonicalContent ignored = new CanonicalContent();
  private String iri;
  private Type type;
  private String name;

  FastActivity(Vocabulary vocabulary, FlatExtensions flat, LanguageMemo languages) {
    this.vocabulary = vocabulary;
    this.flat = flat;
    this.languages = languages;
  }

  /** The activity at the cursor; null if it is of no simple kind, and the cursor is anywhere. */
  ContextActivity read(JsonCursor cursor) {
    iri = null;
    type = null;
    name = null;
    int seen = 0;
    boolean more = cursor.open('{', '}');
    while (more) {
      cursor.ascii();
      int property =
          cursor.is("id")
              ? ID
              : cursor.is("definition") ? DEFINITION : cursor.is("objectType") ? OBJECT_TYPE : 0;
      if (property == 0 || (seen & property) != 0) {
        return null;
      }
      seen |= property;
      cursor.expect(':');
      if (!value(property, cursor)) {
        return null;
      }
      more = cursor.more('}');
    }
    if (iri == null) {
      return null;
    }
    return type == null
        ? new ContextActivity(iri, null, null, false, name)
        : new ContextActivity(iri, type.iri, type.kind, false, name);
  }

  private boolean value(int property, JsonCursor cursor) {
    switch (property) {
      case ID -> {
        iri = text(cursor);
        return iri != null && PieceRules.isIri(iri);
      }
      case OBJECT_TYPE -> {
        cursor.ascii();
        return cursor.is("Activity");
      }
      default -> {
        return definition(cursor);
      }
    }
  }

  private static String text(JsonCursor cursor) {
    return cursor.stringUnlessEscaped()
        ? new String(cursor.bytes, cursor.textFrom, cursor.textLength(), StandardCharsets.UTF_8)
        : null;
  }

  private boolean definition(JsonCursor cursor) {
    int seen = 0;
    boolean more = cursor.open('{', '}');
    while (more) {
      cursor.ascii();
      int property = property(cursor);
      if (property == 0 || (seen & property) != 0) {
        return false;
      }
      seen |= property;
      cursor.expect(':');
      boolean simple =
          switch (property) {
            case TYPE -> type(cursor);
            case NAME -> name(cursor);
            case DESCRIPTION -> label(cursor) != null;
            default -> extensions(cursor);
          };
      if (!simple) {
        return false;
      }
      more = cursor.more('}');
    }
    return true;
  }

  private static int property(JsonCursor cursor) {
    if (cursor.is("type")) {
      return TYPE;
    }
    if (cursor.is("name")) {
      return NAME;
    }
    if (cursor.is("description")) {
      return DESCRIPTION;
    }
    return cursor.is("extensions") ? EXTENSIONS : 0;
  }

  private boolean type(JsonCursor cursor) {
    cursor.ascii();
    Memo.Entry<Type> entry = types.text(cursor.bytes, cursor.textFrom, cursor.textTo, 0);
    if (entry == null) {
      String text =
          new String(cursor.bytes, cursor.textFrom, cursor.textLength(), StandardCharsets.US_ASCII);
      Type known = PieceRules.isIri(text) ? new Type(text, vocabulary.kind(text)) : null;
      entry = types.add(cursor.bytes, cursor.textFrom, cursor.textTo, known, 0);
    }
    type = entry.value;
    return type != null;
  }

  private boolean name(JsonCursor cursor) {
    name = label(cursor);
    return name != null;
  }

  /** The only label of a language map; null if there is not just one without escapes. */
  private String label(JsonCursor cursor) {
    if (!cursor.open('{', '}')) {
      return null;
    }
    languages.read(cursor);
    cursor.expect(':');
    String label = text(cursor);
    return label == null || cursor.more('}') ? null : label;
  }

  private boolean extensions(JsonCursor cursor) {
    ignored.clear();
    cursor.peek();
    return flat.read(cursor, ignored);
  }
}
