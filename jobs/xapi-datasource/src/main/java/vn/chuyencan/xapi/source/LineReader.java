package vn.chuyencan.xapi.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of NDJSON that start in a range of bytes. Line ends are LF or CR LF; the last line
 * needs none; blank lines and a byte order mark at the beginning of the file are skipped.
 */
public final class LineReader implements RecordReader {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final int limit;
  private final long end;
  private byte[] buffer = new byte[CHUNK];
  private int filled;

  /** Offset in the file of the buffer's first byte. */
  private long base;

  /** Where in the buffer the next line begins. */
  private int next;

  /** Whether the first line of the file comes next, which a mark before it may have moved. */
  private boolean first;

  private boolean finished;

  private byte[] record = buffer;
  private int from;
  private int length;
  private long offset;
  private Ending ending = Ending.WHOLE;

  /**
   * @param in stands at {@code start - 1}, or at 0 when start is 0
   * @param start first byte of the range: the line that starts there or next is the first one
   * @param end the first byte after the range: a line that starts there belongs to another one
   * @param limit longest line in bytes
   * @throws IOException if the source cannot be read
   */
  public LineReader(InputStream in, long start, long end, int limit) throws IOException {
    this.in = in;
    this.end = end;
    this.limit = limit;
    if (start == 0) {
      first = true;
      skipByteOrderMark();
    } else {
      base = start - 1;
      skipLine();
    }
  }

  @Override
  public boolean next() throws IOException {
    while (!finished && (first || base + next < end)) {
      first = false;
      readLine();
      trim();
      if (length > 0 || ending != Ending.WHOLE) {
        return true;
      }
    }
    return false;
  }

  private void readLine() throws IOException {
    ending = Ending.WHOLE;
    int scanned = next;
    while (true) {
      int lineEnd = find(scanned);
      if (lineEnd >= 0 && lineEnd - next <= limit + 1) {
        take(lineEnd - next);
        next = lineEnd + 1;
        return;
      }
      if (filled - next > limit + 1) {
        takeBeginning();
        skipLine();
        return;
      }
      int seen = filled - next;
      if (filled == buffer.length) {
        dropRead();
      }
      scanned = next + seen;
      if (!fill()) {
        take(filled - next);
        next = filled;
        finished = true;
        ending = damage();
        return;
      }
    }
  }

  private void take(int bytes) {
    record = buffer;
    from = next;
    length = bytes;
    offset = base + next;
  }

  /** The line is too long: its beginning is kept apart, for the buffer is needed to skip it. */
  private void takeBeginning() {
    take(limit);
    record = Arrays.copyOfRange(buffer, from, from + length);
    from = 0;
    ending = Ending.TOO_LONG;
  }

  /** Drops white space at both ends of the record. */
  private void trim() {
    while (length > 0 && isSpace(record[from + length - 1])) {
      length--;
    }
    while (length > 0 && isSpace(record[from])) {
      from++;
      length--;
      offset++;
    }
    if (length > limit) {
      length = limit;
      ending = Ending.TOO_LONG;
    }
  }

  private static boolean isSpace(byte value) {
    return value == ' ' || value == '\t' || value == '\r' || value == '\n';
  }

  private int find(int scanFrom) {
    return Words.indexOf(buffer, '\n', scanFrom, filled);
  }

  private void skipByteOrderMark() throws IOException {
    boolean more = true;
    while (filled < 3 && more) {
      more = fill();
    }
    if (filled >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      next = 3;
    }
  }

  /** Skips to the byte after the next line end, in no more memory than the buffer has. */
  private void skipLine() throws IOException {
    while (true) {
      int lineEnd = find(next);
      if (lineEnd >= 0) {
        next = lineEnd + 1;
        return;
      }
      next = filled;
      dropRead();
      if (!fill()) {
        finished = true;
        if (damage() != Ending.WHOLE) {
          ending = damage();
        }
        return;
      }
    }
  }

  /** Forgets the bytes before {@link #next}. */
  private void dropRead() {
    base += next;
    System.arraycopy(buffer, next, buffer, 0, filled - next);
    filled -= next;
    next = 0;
  }

  private boolean fill() throws IOException {
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
}
