package vn.chuyencan.xapi.source;

import java.nio.charset.StandardCharsets;

/**
 * Tells by the beginning of a source whether it is NDJSON or a document that goes over several
 * lines or over one very long line. The difference is where a record may end: at every line end, or
 * only at its closing bracket.
 */
final class LayoutProbe {
  private static final byte[] STATEMENTS = "\"statements\"".getBytes(StandardCharsets.US_ASCII);

  private final byte[] head;
  private final Brackets open = new Brackets();
  private boolean result;

  private LayoutProbe(byte[] head) {
    this.head = head;
  }

  /** Whether the source that begins with these bytes is a document. */
  static boolean isDocument(byte[] head) {
    return new LayoutProbe(head).probe();
  }

  private boolean probe() {
    int first = first();
    if (first == head.length || (head[first] != '[' && head[first] != '{')) {
      return false;
    }
    byte last = 0;
    for (int i = first; i < head.length; i++) {
      byte sign = head[i];
      if (sign == '\n') {
        return goesOn(last, i + 1);
      }
      if (isSpace(sign)) {
        continue;
      }
      if (sign == '"') {
        int end = stringEnd(i);
        if (end < 0) {
          // Within a string of the first line, or at a line end that no string may have.
          return end == -1 && (head[first] == '[' || result);
        }
        noteResult(i, end);
        i = end;
      } else if (sign == '[' || sign == '{') {
        open.push(sign);
      } else if (sign == ']' || sign == '}') {
        if (!open.pop(sign) || open.depth() == 0) {
          return false;
        }
      }
      last = sign;
    }
    return head[first] == '[' || result;
  }

  private int first() {
    int first = 0;
    if (head.length >= 3 && (head[0] & 0xff) == 0xEF && (head[1] & 0xff) == 0xBB) {
      first = 3;
    }
    while (first < head.length && (isSpace(head[first]) || head[first] == '\n')) {
      first++;
    }
    return first;
  }

  private static boolean isSpace(byte sign) {
    return sign == ' ' || sign == '\t' || sign == '\r';
  }

  /** Index of the closing quote; -1 when the head ends before it; -2 at a line end. */
  private int stringEnd(int quote) {
    for (int i = quote + 1; i < head.length; i++) {
      switch (head[i]) {
        case '\\' -> i++;
        case '"' -> {
          return i;
        }
        case '\n' -> {
          return -2;
        }
        default -> {
          // an ordinary sign
        }
      }
    }
    return -1;
  }

  private void noteResult(int quote, int end) {
    if (open.depth() != 1 || end + 1 - quote != STATEMENTS.length) {
      return;
    }
    for (int i = 0; i < STATEMENTS.length; i++) {
      if (head[quote + i] != STATEMENTS[i]) {
        return;
      }
    }
    result = true;
  }

  /** Whether the value that is open at the end of the first line goes on in the next one. */
  private boolean goesOn(byte last, int nextLine) {
    int next = nextLine;
    while (next < head.length && (isSpace(head[next]) || head[next] == '\n')) {
      next++;
    }
    if (next == head.length) {
      return false;
    }
    byte sign = head[next];
    if (last == ':' || sign == ',') {
      return true;
    }
    boolean expectsEntry = last == ',' || last == '[' || last == '{';
    if (open.inList()) {
      return expectsEntry || sign == ']';
    }
    return sign == '}' || (expectsEntry && sign == '"');
  }
}
