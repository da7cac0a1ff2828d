package vn.chuyencan.xapi;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import vn.chuyencan.xapi.rules.Durations;
import vn.chuyencan.xapi.rules.PieceRules;

/** Takes the results of statements apart straight from their bytes. */
final class FastResult {
  private static final int REMEMBERED = 1 << 12;
  private static final int SCORE = 1;
  private static final int SUCCESS = 1 << 1;
  private static final int COMPLETION = 1 << 2;
  private static final int RESPONSE = 1 << 3;
  private static final int DURATION = 1 << 4;
  private static final int EXTENSIONS = 1 << 5;

  @SuppressWarnings("ArrayRecordComponent") // never changed, and equality is never asked
  private record Duration(byte[] content, BigDecimal seconds) {}

  private final PieceJson json;
  private final FlatExtensions flat;
  private final Piece<Score> scores;
  private final Piece<byte[]> extensions;
  private final Memo<Duration> durations = new Memo<>(1, REMEMBERED);

  FastResult(PieceJson json, PieceRules rules, FlatExtensions flat) {
    this.json = json;
    this.flat = flat;
    this.scores =
        new Piece<>(
            json,
            1,
            REMEMBERED,
            node -> {
              rules.score(node);
              return Score.of(node);
            });
    this.extensions =
        new Piece<>(
            json,
            1,
            REMEMBERED,
            node -> {
              rules.extensions(node);
              return CanonicalContent.jsonBytes(node);
            });
  }

  /** The result at the cursor. */
  void read(JsonCursor cursor, ResultPart result) {
    result.begin();
    int seen = 0;
    boolean more = cursor.open('{', '}');
    while (more) {
      cursor.ascii();
      int property = property(cursor);
      seen = cursor.once(property, seen);
      value(property, cursor, result);
      more = cursor.more('}');
    }
  }

  private static int property(JsonCursor cursor) {
    if (cursor.is("score")) {
      return SCORE;
    }
    if (cursor.is("success")) {
      return SUCCESS;
    }
    if (cursor.is("completion")) {
      return COMPLETION;
    }
    if (cursor.is("response")) {
      return RESPONSE;
    }
    if (cursor.is("duration")) {
      return DURATION;
    }
    return cursor.is("extensions") ? EXTENSIONS : 0;
  }

  private void value(int property, JsonCursor cursor, ResultPart result) {
    switch (property) {
      case SCORE -> result.score(scores.read(cursor, 0));
      case SUCCESS -> result.flag(ResultPart.SUCCESS, cursor.flag());
      case COMPLETION -> result.flag(ResultPart.COMPLETION, cursor.flag());
      case RESPONSE -> response(cursor, result.value(ResultPart.RESPONSE));
      case DURATION -> {
        Duration duration = duration(cursor);
        result.duration(duration.content, duration.seconds);
      }
      default -> {
        CanonicalContent content = result.value(ResultPart.EXTENSIONS);
        cursor.peek();
        if (!flat.read(cursor, content)) {
          content.copy(extensions.read(cursor, 0));
        }
      }
    }
  }

  private void response(JsonCursor cursor, CanonicalContent content) {
    if (cursor.peek() == '"' && cursor.stringUnlessEscaped()) {
      content.text(cursor.bytes, cursor.textFrom, cursor.textTo);
    } else {
      content.text(json.string(cursor));
    }
  }

  private Duration duration(JsonCursor cursor) {
    cursor.ascii();
    Memo.Entry<Duration> entry = durations.text(cursor.bytes, cursor.textFrom, cursor.textTo, 0);
    if (entry == null) {
      String text =
          new String(cursor.bytes, cursor.textFrom, cursor.textLength(), StandardCharsets.US_ASCII);
      BigDecimal seconds = Durations.isDuration(text) ? Durations.seconds(text) : null;
      // A duration that cannot be told in seconds is a harmless fault.
      Duration duration =
          seconds == null ? null : new Duration(CanonicalContent.textBytes(text), seconds);
      entry = durations.add(cursor.bytes, cursor.textFrom, cursor.textTo, duration, 0);
    }
    if (entry.value == null) {
      throw Declined.here();
    }
    return entry.value;
  }
}
