package vn.chuyencan.xapi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import vn.chuyencan.xapi.source.RecordReader;

/** The text of records. */
final class RecordText {
  /** No character takes more bytes in UTF-8. */
  private static final int BYTES_OF_CHARACTER = 4;

  private RecordText() {}

  /** The text that is kept of a rejected record. */
  static String of(RecordReader record) {
    int bytes = Math.min(record.length(), RejectedStatement.TEXT_LIMIT * BYTES_OF_CHARACTER);
    String text = new String(record.buffer(), record.from(), bytes, StandardCharsets.UTF_8);
    if (text.length() <= RejectedStatement.TEXT_LIMIT) {
      return text;
    }
    int end = RejectedStatement.TEXT_LIMIT;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Whether the record's bytes are UTF-8. */
  static boolean isUtf8(RecordReader record) {
    byte[] bytes = record.buffer();
    int end = record.from() + record.length();
    int at = record.from();
    while (at < end && bytes[at] >= 0) {
      at++;
    }
    if (at == end) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, end - at));
      return true;
    } catch (CharacterCodingException broken) {
      return false;
    }
  }
}
