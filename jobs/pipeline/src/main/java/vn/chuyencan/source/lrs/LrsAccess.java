package vn.chuyencan.source.lrs;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * As whom the LRS is asked: a user with a password, a token, or nobody.
 *
 * @param user of basic authentication; null: none
 * @param password of the user; null: none
 * @param token of bearer authentication; null: none
 */
public record LrsAccess(String user, Secret password, Secret token) {
  /** An LRS that lets everybody read. */
  public static final LrsAccess NOBODY = new LrsAccess(null, null, null);

  /**
   * Reads the secrets.
   *
   * @throws PipelineException {@link ErrorCode#SECRET_FILE_UNUSABLE}, {@link
   *     ErrorCode#CONFIGURATION_VALUE_INVALID}
   */
  Opened open() {
    if (token != null) {
      String bearer = token.reveal("token").strip();
      if (bearer.isEmpty() || !bearer.chars().allMatch(sign -> sign > ' ' && sign < 127)) {
        // The value itself must not be told.
        throw new PipelineException(
            Fault.at(
                ErrorCode.CONFIGURATION_VALUE_INVALID, "", 0, "token", "***", "A-Z a-z 0-9 …"));
      }
      return new Opened("Bearer " + bearer, List.of(bearer));
    }
    if (user == null) {
      return new Opened(null, List.of());
    }
    String word = password.reveal("password");
    String pair =
        Base64.getEncoder().encodeToString((user + ":" + word).getBytes(StandardCharsets.UTF_8));
    return new Opened("Basic " + pair, List.of(pair, word));
  }

  /**
   * What goes over the line.
   *
   * @param header value of the header {@code Authorization}; null: none
   * @param secrets what no message may tell
   */
  record Opened(String header, List<String> secrets) {

    Opened {
      // The longest first, so that a short one does not spoil it.
      List<String> told = new ArrayList<>(secrets);
      told.removeIf(String::isEmpty);
      List.copyOf(told).forEach(secret -> told.addAll(inJson(secret)));
      told.sort((one, other) -> Integer.compare(other.length(), one.length()));
      secrets = List.copyOf(told);
    }

    /** As servers write it in JSON: with escapes where they must be, and with all that may be. */
    private static List<String> inJson(String secret) {
      String needed = new String(JsonStringEncoder.getInstance().quoteAsString(secret));
      StringBuilder escaped = new StringBuilder();
      needed
          .chars()
          .forEach(
              sign ->
                  escaped.append(
                      sign < 128
                          ? Character.toString(sign)
                          : String.format(Locale.ROOT, "\\u%04x", sign)));
      return List.of(needed, escaped.toString(), escaped.toString().replace("/", "\\/"));
    }

    /** A text of the server's, which may repeat what it was sent. */
    String without(String text) {
      String safe = text;
      for (String secret : secrets) {
        safe = safe.replace(secret, "***");
      }
      return safe;
    }

    @Override
    public String toString() {
      return "***";
    }
  }
}
