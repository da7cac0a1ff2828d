package vn.chuyencan.source.lrs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The three bytes with which some servers begin UTF-8. */
final class ByteOrderMark {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int BUFFER = 1 << 16;

  private ByteOrderMark() {}

  /** How many bytes of a file are its mark: 3 or 0. */
  static int length(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MARK.length), MARK) ? MARK.length : 0;
    }
  }

  /** The bytes of a file after its mark. */
  static InputStream skipped(Path file) throws IOException {
    int length = length(file);
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    in.skipNBytes(length);
    return in;
  }
}
