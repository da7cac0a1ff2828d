package vn.chuyencan.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of JSON that the program writes for itself, whose first line is the SHA-256 of the rest:
 * one that was damaged is as good as none.
 */
public final class SealedJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIGEST_LENGTH = 64;

  private SealedJson() {}

  /** Writes it, over what was there. */
  public static void write(Path file, Object value) throws IOException {
    byte[] content = JSON.writeValueAsBytes(value);
    try (var out = Files.newOutputStream(file)) {
      out.write((Sha256.of(content) + "\n").getBytes(StandardCharsets.US_ASCII));
      out.write(content);
    }
  }

  /** What was written; empty if it is not there, damaged, or of another form. */
  public static <T> Optional<T> read(Path file, Class<T> type) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int start = DIGEST_LENGTH + 1;
      if (bytes.length < start) {
        return Optional.empty();
      }
      Sha256 digest = new Sha256();
      digest.update(bytes, start, bytes.length - start);
      String expected = new String(bytes, 0, DIGEST_LENGTH, StandardCharsets.US_ASCII);
      return digest.hex().equals(expected)
          ? Optional.of(JSON.readValue(bytes, start, bytes.length - start, type))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
