package vn.chuyencan.source.lrs;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a server says where it gives no statements: short, on one line, without secrets. */
final class ServerMessage {
  private static final int READ = 4096;
  private static final int SHOWN = 200;

  private ServerMessage() {}

  static String of(Path body, HttpHeaders headers, LrsAccess.Opened access) {
    String text;
    try (InputStream in = AnswerBody.open(body, headers)) {
      text = new String(in.readNBytes(READ), StandardCharsets.UTF_8);
    } catch (IOException | BrokenAnswer unreadable) {
      return "-";
    }
    return shortened(access.without(text));
  }

  /** A text on one line, cut where it is long. */
  static String shortened(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (line.isEmpty()) {
      return "-";
    }
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
