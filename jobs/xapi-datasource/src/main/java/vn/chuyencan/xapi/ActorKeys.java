package vn.chuyencan.xapi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The 64-bit keys of actors under an institution's secret. Not safe for use by two threads. */
public final class ActorKeys {
  private final Mac mac;

  /** Keys under this secret, which must not be empty. */
  public ActorKeys(byte[] secret) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has HmacSHA256.", impossible);
    }
  }

  /**
   * First 8 bytes, big-endian, of HMAC-SHA-256 of the canonical identifier in UTF-8.
   *
   * @param canonical see {@link ActorIdentity#canonical}
   */
  public long of(String canonical) {
    return Keys.first64(mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8)));
  }
}
