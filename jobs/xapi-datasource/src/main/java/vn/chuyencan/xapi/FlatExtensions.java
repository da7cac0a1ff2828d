package vn.chuyencan.xapi;

import java.nio.charset.StandardCharsets;
import vn.chuyencan.xapi.rules.PieceRules;

/**
 * Describes extensions whose values are plain strings, numbers and flags, as those of the video
 * profile: they differ in every statement, so that nothing is gained by remembering them.
 */
final class FlatExtensions {
  private static final int LARGEST = 24;
  private static final int LONGEST_NUMBER = 18;
  private static final int KEYS = 1 << 12;

  /** A key that was met before; values without meaning here are told by their key alone. */
  @SuppressWarnings("ArrayRecordComponent") // never changed, and equality is never asked
  private record Key(String name, byte[] content, boolean meant) {}

  private final Memo<Key> known = new Memo<>(LARGEST, KEYS);
  private final CanonicalContent values = new CanonicalContent();
  private final Key[] keys = new Key[LARGEST];
  private final int[] from = new int[LARGEST];
  private final int[] to = new int[LARGEST];
  private int size;

  /**
   * Describes the extensions at the cursor and steps over them.
   *
   * @return false if they are not flat, or one of them has a meaning; then the cursor stays
   */
  boolean read(JsonCursor cursor, CanonicalContent content) {
    int start = cursor.at;
    size = 0;
    values.clear();
    boolean more = cursor.open('{', '}');
    while (more) {
      if (size == LARGEST || !entry(cursor)) {
        cursor.at = start;
        return false;
      }
      more = cursor.more('}');
    }
    content.object(size);
    for (int i = 0; i < size; i++) {
      content.copy(keys[i].content).copy(values, from[i], to[i]);
    }
    return true;
  }

  private boolean entry(JsonCursor cursor) {
    if (!cursor.stringUnlessEscaped()) {
      return false;
    }
    Key key = key(cursor);
    if (key.meant) {
      return false;
    }
    cursor.expect(':');
    int begin = values.length();
    boolean flat =
        switch (cursor.peek()) {
          case '"' -> string(cursor);
          case 't', 'f' -> {
            values.flag(cursor.flag());
            yield true;
          }
          default -> number(cursor);
        };
    if (!flat) {
      return false;
    }
    insert(key, begin);
    return true;
  }

  private Key key(JsonCursor cursor) {
    Memo.Entry<Key> entry = known.text(cursor.bytes, cursor.textFrom, cursor.textTo, size);
    if (entry == null) {
      String name =
          new String(cursor.bytes, cursor.textFrom, cursor.textLength(), StandardCharsets.UTF_8);
      Key key =
          PieceRules.isIri(name)
              ? new Key(name, CanonicalContent.textBytes(name), Extensions.isMeant(name))
              : null;
      entry = known.add(cursor.bytes, cursor.textFrom, cursor.textTo, key, size);
    }
    if (entry.value == null) {
      throw Declined.here();
    }
    return entry.value;
  }

  /** Puts the entry in its place by key. */
  private void insert(Key key, int begin) {
    int i = size;
    while (i > 0) {
      int order = keys[i - 1].name.compareTo(key.name);
      if (order == 0) {
        throw Declined.here();
      }
      if (order < 0) {
        break;
      }
      keys[i] = keys[i - 1];
      from[i] = from[i - 1];
      to[i] = to[i - 1];
      i--;
    }
    keys[i] = key;
    from[i] = begin;
    to[i] = values.length();
    size++;
  }

  private boolean string(JsonCursor cursor) {
    if (!cursor.stringUnlessEscaped()) {
      return false;
    }
    values.text(cursor.bytes, cursor.textFrom, cursor.textTo);
    return true;
  }

  /** A number without exponent that fits in a long; it is described by its value. */
  private boolean number(JsonCursor cursor) {
    byte[] bytes = cursor.bytes;
    int at = cursor.at;
    boolean negative = bytes[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    long unscaled = 0;
    int point = -1;
    while (at < cursor.end) {
      byte sign = bytes[at];
      if (sign == '.' && point < 0 && at > first) {
        point = at;
      } else if (sign >= '0' && sign <= '9' && at - first < LONGEST_NUMBER) {
        unscaled = unscaled * 10 + (sign - '0');
      } else {
        break;
      }
      at++;
    }
    int whole = (point < 0 ? at : point) - first;
    boolean plain =
        whole > 0
            && at - first <= LONGEST_NUMBER
            && (whole == 1 || bytes[first] != '0')
            && point != at - 1
            && bytes[at] != 'e'
            && bytes[at] != 'E';
    if (!plain) {
      return false;
    }
    describe(negative ? -unscaled : unscaled, point < 0 ? 0 : point + 1 - at);
    cursor.at = at;
    return true;
  }

  /** As {@link java.math.BigDecimal#stripTrailingZeros} does it. */
  private void describe(long number, int scale) {
    long unscaled = number;
    int exponent = unscaled == 0 ? 0 : scale;
    while (unscaled != 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      exponent++;
    }
    values.decimal(unscaled, exponent);
  }
}
