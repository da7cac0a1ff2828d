package vn.chuyencan.source.lrs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The content of an answer, out of the encoding in which it travelled. */
final class AnswerBody {
  private static final int BUFFER = 1 << 16;
  private static final List<String> GZIP = List.of("gzip", "x-gzip");
  private static final List<String> PLAIN = List.of("", "identity", "none");

  private AnswerBody() {}

  /**
   * Unpacks an answer in place, to its last byte.
   *
   * @throws BrokenAnswer if it is packed otherwise than was asked for
   * @throws IOException if it is not whole
   */
  static Path unpacked(Path body, HttpHeaders headers) throws IOException, BrokenAnswer {
    if (PLAIN.contains(encoding(headers))) {
      return body;
    }
    Path plain = body.resolveSibling(body.getFileName() + ".plain");
    try {
      try (InputStream in = LimitedFile.of(open(body, headers), LimitedFile.LONGEST)) {
        Files.copy(in, plain);
      }
      return Files.move(plain, body, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  static InputStream open(Path body, HttpHeaders headers) throws IOException, BrokenAnswer {
    String encoding = encoding(headers);
    InputStream in = new BufferedInputStream(Files.newInputStream(body), BUFFER);
    if (PLAIN.contains(encoding)) {
      return in;
    }
    try {
      if (GZIP.contains(encoding)) {
        return new GZIPInputStream(in, BUFFER);
      }
    } catch (IOException broken) {
      in.close();
      throw broken;
    }
    in.close();
    throw new BrokenAnswer("Content-Encoding: " + ServerMessage.shortened(encoding));
  }

  private static String encoding(HttpHeaders headers) {
    return headers.firstValue("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
  }
}
