package vn.chuyencan.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  void update(byte[] bytes) {
    digest.update(bytes);
  }

  /** The digest in lower-case hexadecimal; ends the run. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
