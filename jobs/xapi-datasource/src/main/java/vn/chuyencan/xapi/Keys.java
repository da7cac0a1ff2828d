package vn.chuyencan.xapi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The 64-bit keys of activities, verbs and files. */
public final class Keys {
  private Keys() {}

  /** First 8 bytes, big-endian, of SHA-256 of the text in UTF-8. */
  public static long of(String text) {
    return first64(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static long first64(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }

  static MessageDigest sha256() {
    return digest("SHA-256");
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has " + algorithm + ".", impossible);
    }
  }
}
