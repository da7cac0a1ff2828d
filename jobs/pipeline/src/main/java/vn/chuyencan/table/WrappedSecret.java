package vn.chuyencan.table;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A warehouse's secret under an operator's key, as the vault keeps it: AES-256-GCM, its key by
 * PBKDF2 (RFC 8018) of the operator's. All fields but the last are authenticated with it.
 *
 * @param format of this file
 * @param generation how many keys have closed it, this one included
 * @param wrappedAt when, ISO instant
 * @param secretName the name of the secret, see {@link LakeSecret#name}
 * @param drawn whether the secret never was a key
 * @param keyName tells whether a key is the right one, and not the key: 16 hexadecimal digits
 * @param iterations of PBKDF2 with HMAC-SHA-256
 * @param salt of PBKDF2
 * @param nonce of AES-GCM
 * @param secret the secret, encrypted, with its tag
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record WrappedSecret(
    int format,
    int generation,
    String wrappedAt,
    String secretName,
    boolean drawn,
    String keyName,
    int iterations,
    byte[] salt,
    byte[] nonce,
    byte[] secret) {
  static final int FORMAT = 1;

  /** Dear to whoever guesses; a quarter of a second of one processor for who knows. */
  private static final int ITERATIONS = 100_000;

  private static final int MOST_ITERATIONS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BITS = 256;
  private static final int NAME_DIGITS = 16;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          // A later format may have further fields: its number is to be told.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Puts a secret under a key. */
  static WrappedSecret of(LakeSecret secret, OperatorKey key, int generation, String at) {
    byte[] salt = random(SALT_BYTES);
    byte[] nonce = random(NONCE_BYTES);
    byte[] stretched = stretched(key, salt, ITERATIONS);
    WrappedSecret open =
        new WrappedSecret(
            FORMAT,
            generation,
            at,
            secret.name(),
            secret.isDrawn(),
            keyName(stretched),
            ITERATIONS,
            salt,
            nonce,
            new byte[0]);
    try {
      byte[] closed = open.cipher(Cipher.ENCRYPT_MODE, stretched).doFinal(secret.bytes());
      return new WrappedSecret(
          FORMAT,
          generation,
          at,
          open.secretName,
          open.drawn,
          open.keyName,
          ITERATIONS,
          salt,
          nonce,
          closed);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /**
   * The secret.
   *
   * @return empty when the key is another one
   * @throws IOException when the key is right and the file was changed
   */
  Optional<LakeSecret> open(OperatorKey key) throws IOException {
    byte[] stretched = stretched(key, salt, iterations);
    if (!keyName(stretched).equals(keyName)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LakeSecret.wrapped(cipher(Cipher.DECRYPT_MODE, stretched).doFinal(secret), drawn));
    } catch (AEADBadTagException changed) {
      throw new IOException("its content was changed", changed);
    } catch (GeneralSecurityException broken) {
      throw new IOException("it cannot be decrypted: " + broken.getMessage(), broken);
    }
  }

  private Cipher cipher(int mode, byte[] stretched) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(LakeSecret.hmac(stretched, "wrap"), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        String.join(
                "\n",
                Integer.toString(format),
                Integer.toString(generation),
                wrappedAt,
                secretName,
                Boolean.toString(drawn),
                keyName,
                Integer.toString(iterations))
            .getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] stretched(OperatorKey key, byte[] salt, int iterations) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(key.characters(), salt, iterations, KEY_BITS))
          .getEncoded();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String keyName(byte[] stretched) {
    return HexFormat.of().formatHex(LakeSecret.hmac(stretched, "name")).substring(0, NAME_DIGITS);
  }

  private static byte[] random(int bytes) {
    byte[] drawn = new byte[bytes];
    new SecureRandom().nextBytes(drawn);
    return drawn;
  }

  /**
   * Reads the file.
   *
   * @throws IOException when it is none of ours, or of a later format
   */
  static WrappedSecret read(byte[] content) throws IOException {
    WrappedSecret read = JSON.readValue(content, WrappedSecret.class);
    if (read == null || read.format != FORMAT) {
      throw new IOException(
          "it has format " + (read == null ? "none" : read.format) + ", not " + FORMAT);
    }
    boolean whole =
        read.wrappedAt != null
            && read.secretName != null
            && read.keyName != null
            && read.iterations > 0
            && read.iterations <= MOST_ITERATIONS
            && read.salt != null
            && read.salt.length > 0
            && read.nonce != null
            && read.nonce.length == NONCE_BYTES
            && read.secret != null;
    if (!whole) {
      throw new IOException("fields are missing or wrong");
    }
    return read;
  }

  byte[] content() throws IOException {
    return JSON.writeValueAsBytes(this);
  }

  @Override
  public String toString() {
    return "key " + keyName + ", generation " + generation;
  }
}
