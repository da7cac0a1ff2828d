package vn.chuyencan.xapi.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The statements of JSON documents: the entries of lists, lists in lists, and the {@code
 * statements} of StatementResult objects; any other value is a record itself. Documents may follow
 * one another. Only one record is in memory at a time, and only its brackets and quotes are looked
 * at here.
 */
public final class DocumentReader implements RecordReader {
  private static final String STATEMENTS = "statements";

  private final ByteWindow bytes;
  private final int limit;

  /** Lists that are open around the next record. */
  private int lists;

  /** Whether the outermost list belongs to a StatementResult. */
  private boolean inResult;

  private boolean started;
  private boolean finished;

  /** The beginning of a record that is too long, else null. */
  private byte[] beginning;

  private byte[] record = new byte[0];
  private int from;
  private int length;
  private long offset;
  private Ending ending = Ending.WHOLE;

  /**
   * @param in the source
   * @param offset offset of its first byte, for {@link #offset}
   * @param limit longest record in bytes
   */
  public DocumentReader(InputStream in, long offset, int limit) {
    this.bytes = new ByteWindow(in, offset);
    this.limit = limit;
  }

  @Override
  public boolean next() throws IOException {
    if (!started) {
      started = true;
      skipByteOrderMark();
    }
    while (!finished) {
      int sign = skipSeparators();
      if (sign < 0) {
        return end();
      }
      if (sign == '[') {
        bytes.step();
        lists++;
      } else if (sign == ']' && lists > 0) {
        bytes.step();
        lists--;
        if (lists == 0 && inResult) {
          inResult = false;
          if (!skipRestOfObject()) {
            lists = 1;
            return end();
          }
        }
      } else if (cut(sign)) {
        return true;
      }
    }
    return false;
  }

  /** The source has ended: an open list or damaged compression is told by one last record. */
  private boolean end() {
    finished = true;
    if (bytes.damage() == Ending.WHOLE && lists == 0) {
      return false;
    }
    begin();
    return truncated();
  }

  private void begin() {
    beginning = null;
    offset = bytes.offset();
    bytes.mark();
  }

  /**
   * Cuts the value that begins here.
   *
   * @return false if it proved to be a StatementResult, whose list is open now
   */
  private boolean cut(int first) throws IOException {
    begin();
    if (first == '{') {
      return cutObject();
    }
    if (first == '"') {
      bytes.step();
      if (!skipString()) {
        return truncated();
      }
    } else if (isScalar(first)) {
      while (isScalar(bytes.peek())) {
        bytes.step();
        dropLongRecord();
      }
    } else {
      bytes.step();
      return unbalanced();
    }
    return take(Ending.WHOLE);
  }

  private static boolean isScalar(int sign) {
    return sign > ' ' && "\",:[]{}".indexOf(sign) < 0;
  }

  private boolean cutObject() throws IOException {
    boolean root = lists == 0;
    boolean statement = false;
    Brackets open = new Brackets();
    String key = null;
    while (true) {
      int sign = bytes.peek();
      if (sign < 0) {
        return truncated();
      }
      bytes.step();
      switch (sign) {
        case '"' -> {
          int string = bytes.sinceMark();
          if (!skipString()) {
            return truncated();
          }
          key = root && open.depth() == 1 ? string(string) : null;
        }
        case ':' -> statement |= "actor".equals(key) || "verb".equals(key) || "object".equals(key);
        case '{', '[' -> {
          if (sign == '[' && open.depth() == 1 && !statement && STATEMENTS.equals(key)) {
            bytes.unmark();
            lists = 1;
            inResult = true;
            return false;
          }
          open.push(sign);
          key = null;
        }
        case '}', ']' -> {
          if (!open.pop(sign)) {
            return unbalanced();
          }
          if (open.depth() == 0) {
            return take(Ending.WHOLE);
          }
        }
        case ',' -> key = null;
        default -> {
          // a sign of a number, a literal or white space
        }
      }
      dropLongRecord();
    }
  }

  /** The string that began so many bytes after the mark and has just ended, if it is short. */
  private String string(int begin) {
    int size = bytes.sinceMark() - 1 - begin;
    if (!bytes.isMarked() || size > STATEMENTS.length()) {
      return null;
    }
    return new String(bytes.buffer(), bytes.markIndex() + begin, size, StandardCharsets.US_ASCII);
  }

  /** Skips what follows the list of a StatementResult; false if the source ends before it does. */
  private boolean skipRestOfObject() throws IOException {
    int depth = 1;
    while (depth > 0) {
      int sign = bytes.peek();
      if (sign < 0) {
        return false;
      }
      bytes.step();
      if (sign == '"') {
        if (!skipString()) {
          return false;
        }
      } else if (sign == '{' || sign == '[') {
        depth++;
      } else if (sign == '}' || sign == ']') {
        depth--;
      }
    }
    return true;
  }

  /** Skips to the byte after the closing quote; false if the source ends before it. */
  private boolean skipString() throws IOException {
    while (true) {
      int sign = bytes.peek();
      if (sign < 0) {
        return false;
      }
      bytes.step();
      if (sign == '"') {
        return true;
      }
      if (sign == '\\' && bytes.peek() >= 0) {
        bytes.step();
      }
      dropLongRecord();
    }
  }

  private boolean truncated() {
    finished = true;
    Ending damage = bytes.damage();
    return take(damage == Ending.WHOLE ? Ending.TRUNCATED : damage);
  }

  private boolean unbalanced() {
    finished = true;
    return take(Ending.UNBALANCED);
  }

  /** Keeps only the beginning of a record that grows beyond the limit. */
  private void dropLongRecord() {
    if (bytes.isMarked() && bytes.sinceMark() > limit) {
      beginning = Arrays.copyOfRange(bytes.buffer(), bytes.markIndex(), bytes.markIndex() + limit);
      bytes.unmark();
    }
  }

  private boolean take(Ending end) {
    dropLongRecord();
    if (beginning != null) {
      record = beginning;
      from = 0;
      length = limit;
      ending = end == Ending.WHOLE ? Ending.TOO_LONG : end;
    } else {
      record = bytes.buffer();
      from = bytes.markIndex();
      length = bytes.sinceMark();
      ending = end;
    }
    bytes.unmark();
    return true;
  }

  private void skipByteOrderMark() throws IOException {
    bytes.mark();
    for (int sign : new int[] {0xEF, 0xBB, 0xBF}) {
      if (bytes.peek() != sign) {
        bytes.rewind();
        return;
      }
      bytes.step();
    }
    bytes.unmark();
  }

  /** The next byte that is neither white space nor a comma between records, or -1. */
  private int skipSeparators() throws IOException {
    while (true) {
      int sign = bytes.peek();
      if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t' && sign != ',') {
        return sign;
      }
      bytes.step();
    }
  }

  @Override
  public byte[] buffer() {
    return record;
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public Ending ending() {
    return ending;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
