package vn.chuyencan.xapi.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The members of a gzip file as one stream (RFC 1952 section 2.2). The JDK's reader takes whatever
 * follows a member and is no header for the end; this one tells what it was.
 */
final class GzipMembers extends GZIPInputStream {
  private static final int TRAILER = 8;

  private final Source source;

  GzipMembers(Source source, int buffer) throws IOException {
    super(source, buffer);
    this.source = source;
  }

  @Override
  protected void fill() throws IOException {
    source.singles = 0;
    super.fill();
  }

  /**
   * The first byte after the last member; -1 when nothing follows. To be asked once the stream has
   * ended, and before it is closed.
   */
  int follower() {
    int left = inf.getRemaining();
    return left > TRAILER ? buf[len - left + TRAILER] & 0xff : source.singly(TRAILER - left);
  }

  /**
   * A buffer whose {@code available} is 0 only at the end: the JDK's gzip reader takes 0 for the
   * end and would drop the members that follow where a file system answers 0 in between. It
   * remembers the bytes that were read one by one, as trailers and headers are, since the last that
   * were compressed data.
   */
  @SuppressWarnings("InputStreamSlowMultibyteRead") // the buffer's own takes many at once
  static final class Source extends BufferedInputStream {
    private final int[] singly = new int[TRAILER + 1];
    private int singles;

    Source(InputStream in, int buffer) {
      super(in, buffer);
    }

    private int singly(int index) {
      return index < Math.min(singles, singly.length) ? singly[index] : -1;
    }

    @Override
    public synchronized int read() throws IOException {
      int one = super.read();
      if (singles < singly.length) {
        singly[singles++] = one;
      }
      return one;
    }

    @Override
    public synchronized int available() throws IOException {
      int known = count - pos;
      if (known > 0) {
        return known;
      }
      mark(1);
      int next = super.read();
      reset();
      return next < 0 ? 0 : 1;
    }
  }
}
