package vn.chuyencan.table;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a warehouse: under it identifiers become actor keys, erased persons tombstones, and
 * manifests are sealed. It stays the same as long as the warehouse is there.
 */
public final class LakeSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int NAME_DIGITS = 16;
  private static final int DRAWN_BYTES = 32;

  private final byte[] bytes;
  private final boolean wrapped;
  private final boolean drawn;

  private LakeSecret(byte[] bytes, boolean wrapped, boolean drawn) {
    this.bytes = bytes;
    this.wrapped = wrapped;
    this.drawn = drawn;
  }

  /** A secret that is the operator's key itself. */
  static LakeSecret plain(byte[] bytes) {
    return new LakeSecret(bytes.clone(), false, false);
  }

  /** A secret that lies wrapped in the vault. */
  static LakeSecret wrapped(byte[] bytes, boolean drawn) {
    return new LakeSecret(bytes.clone(), true, drawn);
  }

  /** A new one that nobody has, to be wrapped. */
  public static LakeSecret draw() {
    byte[] bytes = new byte[DRAWN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new LakeSecret(bytes, true, true);
  }

  /** Whether it was drawn, so that it never was a key that somebody had. */
  boolean isDrawn() {
    return drawn;
  }

  /** Whether it lies wrapped in the vault, and the operator's key only opens it. */
  boolean isWrapped() {
    return wrapped;
  }

  /** The secret itself. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** A name that does not tell it: 16 hexadecimal digits. */
  public String name() {
    return nameOf(bytes);
  }

  /** The name of a secret that does not tell it: 16 hexadecimal digits. */
  public static String nameOf(byte[] secret) {
    return HexFormat.of().formatHex(hmac(secret, "chuyencan key")).substring(0, NAME_DIGITS);
  }

  /** HMAC-SHA-256 of a text. */
  static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Its name, never the secret. */
  @Override
  public String toString() {
    return name();
  }
}
