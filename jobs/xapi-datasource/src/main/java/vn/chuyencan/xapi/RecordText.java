package vn.chuyencan.xapi;

import java.nio.charset.StandardCharsets;
import vn.chuyencan.xapi.source.RecordReader;
import vn.chuyencan.xapi.source.Utf8;

/** The text of records. */
public final class RecordText {
  /** No character takes more bytes in UTF-8. */
  private static final int BYTES_OF_CHARACTER = 4;

  private RecordText() {}

  /** The text that is kept of a rejected record. */
  public static String of(RecordReader record) {
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
  public static boolean isUtf8(RecordReader record) {
    return Utf8.isValid(record.buffer(), record.from(), record.from() + record.length());
  }
}
