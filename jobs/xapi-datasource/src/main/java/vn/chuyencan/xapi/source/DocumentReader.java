package vn.chuyencan.xapi.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The statements of JSON documents: the entries of lists, lists in lists, and the {@code
 * statements} of StatementResult objects; any other value is a record itself. Documents may follow
 * one another. Only one record is in memory at a time, and only its brackets and quotes are looked
 * at here.
 */
public final class DocumentReader implements RecordReader {
  private static final int CHUNK = 1 << 16;
  private static final int NONE = -1;

  private final InputStream in;
  private final int limit;
  private byte[] buffer = new byte[CHUNK];
  private int filled;

  /** Offset in the source of the buffer's first byte. */
  private long base;

  /** The next byte to look at. */
  private int at;

  /** First byte of the record that is being cut, or NONE: bytes before it may be dropped. */
  private int mark = NONE;

  /** Lists that are open around the next record. */
  private int lists;

  /** Whether the outermost list belongs to a StatementResult. */
  private boolean inResult;

  private boolean finished;

  private byte[] record = buffer;
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
    this.in = in;
    this.base = offset;
    this.limit = limit;
  }

  @Override
  public boolean next() throws IOException {
    if (base == 0 && at == 0 && filled == 0) {
      skipByteOrderMark();
    }
    while (!finished) {
      int sign = skipSeparators();
      if (sign < 0) {
        return end();
      }
      if (sign == '[') {
        at++;
        lists++;
      } else if (sign == ']' && lists > 0) {
        at++;
        lists--;
        if (lists == 0 && inResult) {
          inResult = false;
          if (!skipRestOfObject()) {
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
    Ending damage = damage();
    if (damage == Ending.WHOLE && lists == 0 && !inResult) {
      return false;
    }
    mark = at;
    take(damage == Ending.WHOLE ? Ending.TRUNCATED : damage);
    return true;
  }

  /**
   * Cuts the value that begins here.
   *
   * @return false if it proved to be a StatementResult, whose list is open now
   */
  private boolean cut(int first) throws IOException {
    mark = at;
    offset = base + at;
    record = null;
    if (first == '{') {
      return cutObject(lists == 0);
    }
    if (first == '}' || first == ']' || first == ':') {
      at++;
      return unbalanced();
    }
    if (first == '"') {
      at++;
      if (!skipString()) {
        return truncated();
      }
    } else {
      while (isScalar(peek())) {
        at++;
      }
    }
    take(Ending.WHOLE);
    return true;
  }

  private static boolean isScalar(int sign) {
    return sign > ' ' && sign != ',' && sign != ']' && sign != '}' && sign != '[' && sign != '{';
  }

  private boolean cutObject(boolean root) throws IOException {
    Brackets open = new Brackets();
    String key = null;
    boolean statement = false;
    while (true) {
      int sign = peek();
      if (sign < 0) {
        return truncated();
      }
      at++;
      if (sign == '"') {
        int string = at - mark;
        boolean marked = mark != NONE;
        if (!skipString()) {
          return truncated();
        }
        if (root && marked && mark != NONE && open.depth() == 1) {
          key = shortText(mark + string, at - 1);
        }
      } else if (sign == ':') {
        statement |= "actor".equals(key) || "verb".equals(key) || "object".equals(key);
      } else if (sign == '{' || sign == '[') {
        if (sign == '[' && open.depth() == 1 && !statement && "statements".equals(key)) {
          mark = NONE;
          lists = 1;
          inResult = true;
          return false;
        }
        open.push(sign);
        key = null;
      } else if (sign == '}' || sign == ']') {
        if (!open.pop(sign)) {
          return unbalanced();
        }
        if (open.depth() == 0) {
          take(Ending.WHOLE);
          return true;
        }
      } else if (sign == ',') {
        key = null;
      }
      dropLongRecord();
    }
  }

  private String shortText(int start, int end) {
    return end - start > 10
        ? null
        : new String(buffer, start, end - start, java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** Skips what follows the list of a StatementResult. */
  private boolean skipRestOfObject() throws IOException {
    int depth = 1;
    while (depth > 0) {
      int sign = peek();
      if (sign < 0) {
        lists = 1;
        return false;
      }
      at++;
      if (sign == '"') {
        if (!skipString()) {
          lists = 1;
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

  /** Skips to the byte after the closing quote. */
  private boolean skipString() throws IOException {
    while (true) {
      int sign = peek();
      if (sign < 0) {
        return false;
      }
      at++;
      if (sign == '"') {
        return true;
      }
      if (sign == '\\' && peek() >= 0) {
        at++;
      }
      dropLongRecord();
    }
  }

  private boolean truncated() {
    finished = true;
    Ending damage = damage();
    take(damage == Ending.WHOLE ? Ending.TRUNCATED : damage);
    return true;
  }

  private boolean unbalanced() {
    finished = true;
    take(Ending.UNBALANCED);
    return true;
  }

  /** Keeps only the beginning of a record that grows beyond the limit. */
  private void dropLongRecord() {
    if (mark != NONE && at - mark > limit) {
      record = Arrays.copyOfRange(buffer, mark, mark + limit);
      mark = NONE;
    }
  }

  private void take(Ending end) {
    if (mark != NONE && at - mark > limit) {
      dropLongRecord();
    }
    if (mark == NONE) {
      from = 0;
      length = record.length;
      ending = end == Ending.WHOLE ? Ending.TOO_LONG : end;
      return;
    }
    record = buffer;
    from = mark;
    length = at - mark;
    offset = base + mark;
    ending = end;
    mark = NONE;
  }

  private void skipByteOrderMark() throws IOException {
    if (peek() == 0xEF) {
      mark = at;
      at++;
      if (peek() == 0xBB) {
        at++;
        if (peek() == 0xBF) {
          at++;
          mark = NONE;
          return;
        }
      }
      at = mark;
      mark = NONE;
    }
  }

  /** The next byte that is neither white space nor a comma between records, or -1. */
  private int skipSeparators() throws IOException {
    while (true) {
      int sign = peek();
      if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t' && sign != ',') {
        return sign;
      }
      at++;
    }
  }

  private int peek() throws IOException {
    return at < filled || fill() ? buffer[at] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    int keep = mark == NONE ? at : mark;
    base += keep;
    System.arraycopy(buffer, keep, buffer, 0, filled - keep);
    filled -= keep;
    at -= keep;
    if (mark != NONE) {
      mark = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read <= 0) {
      return false;
    }
    filled += read;
    return true;
  }

  private Ending damage() {
    return in instanceof SourceStream source ? source.damage() : Ending.WHOLE;
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
    in.close();
  }

  /** Brackets that are open, so that a wrong closing one is noticed. */
  static final class Brackets {
    private final BitSet lists = new BitSet();
    private int depth;

    void push(int sign) {
      lists.set(depth, sign == '[');
      depth++;
    }

    /** Whether the closing bracket fits the one opened last. */
    boolean pop(int sign) {
      depth--;
      return lists.get(depth) == (sign == ']');
    }

    /** Whether the innermost open bracket is a list's. */
    boolean inList() {
      return lists.get(depth - 1);
    }

    int depth() {
      return depth;
    }
  }
}
