package vn.chuyencan.source.lrs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;

/**
 * A password or token, which no text of this program shows. One in a file is read when it is
 * needed, so that it may be changed between two nights.
 */
public final class Secret {
  private static final int LONGEST = 64 << 10;

  private final String text;
  private final Path file;

  private Secret(String text, Path file) {
    this.text = text;
    this.file = file;
  }

  /** One that somebody has read already, from the environment. */
  public static Secret of(String text) {
    return new Secret(Objects.requireNonNull(text, "text"), null);
  }

  /** One that stands in a file; a line end after it is no part of it. */
  public static Secret inFile(Path file) {
    return new Secret(null, Objects.requireNonNull(file, "file"));
  }

  /**
   * The secret itself.
   *
   * @param key the setting that gives it, for messages
   * @throws PipelineException {@link ErrorCode#SECRET_FILE_UNUSABLE}
   */
  String reveal(String key) {
    if (file == null) {
      return text;
    }
    String read;
    try {
      if (Files.size(file) > LONGEST) {
        throw unusable(key, "> 64 KiB", null);
      }
      read = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unusable(key, Reason.ofNamed(file, e), e);
    }
    String secret = read.startsWith("\uFEFF") ? read.substring(1) : read;
    while (secret.endsWith("\n") || secret.endsWith("\r")) {
      secret = secret.substring(0, secret.length() - 1);
    }
    if (secret.isEmpty()) {
      throw unusable(key, Reason.EMPTY.mark(), null);
    }
    return secret;
  }

  private PipelineException unusable(String key, String why, Throwable cause) {
    return new PipelineException(
        Fault.of(ErrorCode.SECRET_FILE_UNUSABLE, file.toString(), key, why), cause);
  }

  /** Where the secret stands, never the secret. */
  @Override
  public String toString() {
    return file == null ? "***" : "*** in " + file;
  }
}
