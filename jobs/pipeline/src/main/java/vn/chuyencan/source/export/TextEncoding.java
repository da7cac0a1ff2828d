package vn.chuyencan.source.export;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Opens a download as text: by its byte order mark, or the zeros between the letters of a UTF-16
 * without one; else UTF-8 when it is, but for a few broken characters; else Windows-1252, which is
 * what older spreadsheets save.
 */
final class TextEncoding {
  private static final char MARK = '\ufeff';
  private static final int BLOCK = 1 << 16;

  private TextEncoding() {}

  /** The text without a byte order mark. */
  static Reader open(Download download, Charset configured) throws IOException {
    Charset charset = configured == null ? of(download) : configured;
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(download.open(), charset), BLOCK);
    reader.mark(1);
    if (reader.read() != MARK) {
      reader.reset();
    }
    return reader;
  }

  static Charset of(Download download) throws IOException {
    try (InputStream bytes = new BufferedInputStream(download.open(), BLOCK)) {
      bytes.mark(2);
      int first = bytes.read();
      int second = bytes.read();
      bytes.reset();
      if (first == 0xfe && second == 0xff) {
        return StandardCharsets.UTF_16BE;
      } else if (first == 0xff && second == 0xfe) {
        return StandardCharsets.UTF_16LE;
      } else if (first == 0 && second > 0) {
        return StandardCharsets.UTF_16BE;
      } else if (first > 0 && second == 0) {
        return StandardCharsets.UTF_16LE;
      }
      return isUtf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }
  }

  /**
   * Whether text is UTF-8: every character beyond ASCII, or most of them. One that was cut in two
   * or pasted from elsewhere does not make all others Windows-1252, in which hardly any two letters
   * in succession look like one of UTF-8.
   */
  private static boolean isUtf8(InputStream bytes) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    byte[] block = new byte[BLOCK];
    CharBuffer text = CharBuffer.allocate(BLOCK);
    ByteBuffer pending = ByteBuffer.wrap(block).limit(0);
    long broken = 0;
    long whole = 0;
    while (true) {
      pending.compact();
      int read = bytes.read(block, pending.position(), pending.remaining());
      boolean end = read < 0;
      pending.limit(pending.position() + Math.max(read, 0)).position(0);
      CoderResult result = decoder.decode(pending, text.clear(), end);
      whole += beyondAscii(text.flip());
      while (result.isError()) {
        broken++;
        pending.position(pending.position() + result.length());
        result = decoder.decode(pending, text.clear(), end);
        whole += beyondAscii(text.flip());
      }
      if (end) {
        return broken == 0 || broken < whole;
      }
    }
  }

  private static long beyondAscii(CharBuffer text) {
    return text.chars().filter(character -> character > 127).count();
  }
}
