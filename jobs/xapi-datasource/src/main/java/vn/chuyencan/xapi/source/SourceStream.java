package vn.chuyencan.xapi.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * The uncompressed bytes of a file. Gzip is known by its first two bytes, whatever the name says;
 * members that follow one another are read as one. Damaged compression ends the stream and is told
 * by {@link #damage}, for what was read before it is good.
 */
public final class SourceStream extends InputStream {
  private static final int CHUNK = 1 << 16;
  private static final int FIRST_OF_MEMBER = 0x1f;

  private final InputStream in;
  private final boolean compressed;
  private final byte[] head = new byte[CHUNK];
  private int headLength;
  private int headRead;
  private RecordReader.Ending damage = RecordReader.Ending.WHOLE;

  private SourceStream(InputStream in, boolean compressed) {
    this.in = in;
    this.compressed = compressed;
  }

  /**
   * Opens a file's bytes from their beginning.
   *
   * @throws IOException if they cannot be read
   */
  public static SourceStream of(InputStream raw) throws IOException {
    GzipMembers.Source buffered = new GzipMembers.Source(raw, CHUNK);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    SourceStream source;
    if (first != FIRST_OF_MEMBER || second != 0x8b) {
      source = new SourceStream(buffered, false);
    } else {
      source = unzip(buffered);
    }
    source.headLength = source.readNBytes(source.head, 0, CHUNK);
    source.headRead = 0;
    return source;
  }

  private static SourceStream unzip(GzipMembers.Source buffered) throws IOException {
    try {
      return new SourceStream(new GzipMembers(buffered, CHUNK), true);
    } catch (EOFException | ZipException broken) {
      buffered.close();
      SourceStream nothing = new SourceStream(InputStream.nullInputStream(), true);
      nothing.note(broken);
      return nothing;
    }
  }

  /** The first bytes of the uncompressed content; reading them does not consume them. */
  byte[] head() {
    return Arrays.copyOf(head, headLength);
  }

  /** Whether the file is compressed. */
  public boolean isCompressed() {
    return compressed;
  }

  /** WHOLE, or how the compressed data broke off; known once the stream has ended. */
  RecordReader.Ending damage() {
    return damage;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (headRead < headLength) {
      int bytes = Math.min(length, headLength - headRead);
      System.arraycopy(head, headRead, target, from, bytes);
      headRead += bytes;
      return bytes;
    }
    if (!compressed) {
      return in.read(target, from, length);
    }
    if (damage != RecordReader.Ending.WHOLE) {
      return -1;
    }
    try {
      int bytes = in.read(target, from, length);
      if (bytes < 0 && in instanceof GzipMembers members) {
        noteFollower(members.follower());
      }
      return bytes;
    } catch (EOFException | ZipException broken) {
      note(broken);
      return -1;
    }
  }

  /** Zeros fill the last block on some media, and gzip itself takes them so. */
  private void noteFollower(int follower) {
    if (follower > 0) {
      damage =
          follower == FIRST_OF_MEMBER ? RecordReader.Ending.TRUNCATED : RecordReader.Ending.CORRUPT;
    }
  }

  private void note(IOException broken) {
    damage =
        broken instanceof EOFException
            ? RecordReader.Ending.TRUNCATED
            : RecordReader.Ending.CORRUPT;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
