package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import vn.chuyencan.xapi.rules.RuleViolation;

/**
 * One kind of objects in statements, such as actors: each one is checked and interpreted once, by
 * the rules and readers that whole statements go through, and then known by its bytes.
 */
final class Piece<V> {
  private final PieceJson json;
  private final Memo<V> memo;
  private final Function<JsonCursor, V> shortcut;
  private final Function<JsonNode, V> reading;

  /**
   * @param places in so many places of a statement it may stand
   * @param capacity so many are remembered
   * @param reading checks it by the rules and interprets it; null declines
   */
  Piece(PieceJson json, int places, int capacity, Function<JsonNode, V> reading) {
    this(json, places, capacity, cursor -> null, reading);
  }

  /**
   * @param shortcut reads simple ones from the bytes; null if it cannot
   */
  Piece(
      PieceJson json,
      int places,
      int capacity,
      Function<JsonCursor, V> shortcut,
      Function<JsonNode, V> reading) {
    this.shortcut = shortcut;
    this.json = json;
    this.memo = new Memo<>(places, capacity);
    this.reading = reading;
  }

  /** The piece that begins at the cursor. */
  V read(JsonCursor cursor, int place) {
    V known = readKnown(cursor, place);
    return known == null ? learn(cursor, place) : known;
  }

  /** The piece that begins at the cursor if it is known; else null, and the cursor stays. */
  V readKnown(JsonCursor cursor, int place) {
    if (cursor.peek() != '{') {
      throw Declined.here();
    }
    Memo.Entry<V> entry = memo.object(cursor.bytes, cursor.at, cursor.end, place);
    if (entry == null) {
      return null;
    }
    if (entry.value == null) {
      throw Declined.here();
    }
    cursor.at += entry.length();
    return entry.value;
  }

  /** The piece that begins at the cursor and has just proved to be unknown. */
  V learn(JsonCursor cursor, int place) {
    int from = cursor.at;
    V value = shortcut.apply(cursor);
    if (value == null) {
      cursor.at = from;
      value = readTree(cursor);
    }
    memo.add(cursor.bytes, from, cursor.at, value, place);
    if (value == null) {
      throw Declined.here();
    }
    return value;
  }

  private V readTree(JsonCursor cursor) {
    JsonNode tree = json.object(cursor);
    try {
      return reading.apply(tree);
    } catch (RuleViolation violation) {
      return null;
    }
  }
}
