package vn.chuyencan.source.export;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text in rows, none of which may be longer than memory bears: a quote that is never closed makes
 * one row of all that follows, and a packed file of a few kilobytes may hold gigabytes of it.
 */
final class RowGuard extends FilterReader {
  /** Characters; the longest real rows have some thousands. */
  static final int LONGEST = 16 << 20;

  private long sinceRow;

  RowGuard(Reader text) {
    super(text);
  }

  /** A row that does not end. */
  static final class RowTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    private RowTooLong() {
      super("a row has more than " + LONGEST + " characters");
    }
  }

  /** Tells that a row came to its end. */
  void rowEnds() {
    sinceRow = 0;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    sinceRow += read;
    if (sinceRow > LONGEST) {
      throw new RowTooLong();
    }
  }
}
