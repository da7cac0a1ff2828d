package vn.chuyencan.table;

import java.nio.charset.StandardCharsets;

/**
 * The key that the configuration gives. As long as a warehouse's key was never rotated it is itself
 * the secret under which persons become keys; afterwards it only opens the vault's {@link
 * VaultSecret}.
 */
public final class OperatorKey {
  /** A shorter new key is refused: whoever has the vault's file could try all of them. */
  public static final int LEAST_CHARACTERS = 16;

  private final String text;
  private final boolean given;

  private OperatorKey(String text, boolean given) {
    this.text = text;
    this.given = given;
  }

  /**
   * A key.
   *
   * @param institution the institution's id
   * @param key as the configuration gives it; null derives one from the id, which hides identifiers
   *     from the eye but not from whoever knows the id
   */
  public static OperatorKey of(String institution, String key) {
    return new OperatorKey(key == null ? "chuyencan/" + institution : key, key != null);
  }

  /** Whether the configuration gives it; else it follows from the institution's id. */
  public boolean isGiven() {
    return given;
  }

  /** Whether others could guess it. */
  public boolean isShort() {
    return text.codePointCount(0, text.length()) < LEAST_CHARACTERS;
  }

  /** Whether it is the same key. */
  public boolean isSame(OperatorKey other) {
    return text.equals(other.text);
  }

  /** The secret of a warehouse whose key was never rotated. */
  public LakeSecret asSecret() {
    return LakeSecret.plain(text.getBytes(StandardCharsets.UTF_8));
  }

  char[] characters() {
    return text.toCharArray();
  }

  /** Never the key. */
  @Override
  public String toString() {
    return given ? "given" : "derived";
  }
}
