package vn.chuyencan.xapi.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A source read byte by byte, of which what follows a mark stays in memory. */
final class ByteWindow {
  private static final int CHUNK = 1 << 16;
  private static final int NONE = -1;

  private final InputStream in;
  private byte[] buffer = new byte[CHUNK];
  private int filled;

  /** Offset in the source of the buffer's first byte. */
  private long base;

  private int at;
  private int mark = NONE;

  /**
   * @param in the source
   * @param offset offset of its first byte
   */
  ByteWindow(InputStream in, long offset) {
    this.in = in;
    this.base = offset;
  }

  /** The next byte, or -1 at the end; it stays the next one. */
  int peek() throws IOException {
    return at < filled || fill() ? buffer[at] & 0xff : -1;
  }

  /** Steps over the byte that was peeked. */
  void step() {
    at++;
  }

  /** Offset of the next byte. */
  long offset() {
    return base + at;
  }

  void mark() {
    mark = at;
  }

  void unmark() {
    mark = NONE;
  }

  /** Goes back to the mark and forgets it. */
  void rewind() {
    at = mark;
    mark = NONE;
  }

  boolean isMarked() {
    return mark != NONE;
  }

  /** Bytes between the mark and the next one. */
  int sinceMark() {
    return at - mark;
  }

  byte[] buffer() {
    return buffer;
  }

  /** Index of the mark in the buffer. */
  int markIndex() {
    return mark;
  }

  /** WHOLE, or how compressed data broke off; known at the end. */
  RecordReader.Ending damage() {
    return in instanceof SourceStream source ? source.damage() : RecordReader.Ending.WHOLE;
  }

  void close() throws IOException {
    in.close();
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
}
