package vn.chuyencan.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.chuyencan.model.Digests;

/** A running SHA-256. */
public final class Sha256 {
  private final MessageDigest digest = Digests.sha256();

  /** The digest of a text in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of bytes. */
  public static String of(byte[] bytes) {
    Sha256 digest = new Sha256();
    digest.update(bytes, 0, bytes.length);
    return digest.hex();
  }

  void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** Adds a line of text, which holds no line end itself or does no harm by it. */
  void line(String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The digest in lower-case hexadecimal; ends the run. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
