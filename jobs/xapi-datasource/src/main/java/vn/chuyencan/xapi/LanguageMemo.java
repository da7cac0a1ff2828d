package vn.chuyencan.xapi;

import java.nio.charset.StandardCharsets;
import vn.chuyencan.xapi.rules.PieceRules;

/** Language tags that were met before. */
final class LanguageMemo {
  private static final int CAPACITY = 1 << 10;

  private final Memo<byte[]> known = new Memo<>(1, CAPACITY);

  /** The tag at the cursor as part of the canonical content; the cursor steps over it. */
  byte[] read(JsonCursor cursor) {
    cursor.ascii();
    Memo.Entry<byte[]> entry = known.text(cursor.bytes, cursor.textFrom, cursor.textTo, 0);
    if (entry == null) {
      String tag =
          new String(cursor.bytes, cursor.textFrom, cursor.textLength(), StandardCharsets.US_ASCII);
      byte[] content = PieceRules.isLanguage(tag) ? CanonicalContent.textBytes(tag) : null;
      entry = known.add(cursor.bytes, cursor.textFrom, cursor.textTo, content, 0);
    }
    if (entry.value == null) {
      throw Declined.here();
    }
    return entry.value;
  }
}
