package vn.chuyencan.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * A small file of an encrypting lake that is no table's: AES-256-GCM under a key that follows from
 * the lake's secret, behind a mark by which it is told from a plain one.
 */
final class SealedContent {
  private static final byte[] MARK = "chuyencan-1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;
  private final boolean writes;

  /**
   * @param secret the lake's; null for who reads plain files only
   * @param writes whether what is written from now on is sealed
   */
  SealedContent(LakeSecret secret, boolean writes) {
    this.key = secret == null ? null : LakeSecret.hmac(secret.bytes(), "chuyencan kept files");
    this.writes = writes;
  }

  /** What is written of a content. */
  byte[] written(byte[] content) {
    if (!writes) {
      return content;
    }
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
      return ByteBuffer.allocate(MARK.length + NONCE_BYTES + closed.length)
          .put(MARK)
          .put(nonce)
          .put(closed)
          .array();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /**
   * The content of what was written, sealed or not.
   *
   * @throws PipelineException {@link ErrorCode#FILE_KEY_REFUSED}
   */
  byte[] read(String file, byte[] stored) {
    if (!Arrays.equals(MARK, Arrays.copyOf(stored, MARK.length))) {
      return stored;
    }
    try {
      if (key == null) {
        throw new GeneralSecurityException("no key was given");
      }
      int from = MARK.length + NONCE_BYTES;
      byte[] nonce = Arrays.copyOfRange(stored, MARK.length, from);
      return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(stored, from, stored.length - from);
    } catch (GeneralSecurityException | IllegalArgumentException refused) {
      throw new PipelineException(
          Fault.of(ErrorCode.FILE_KEY_REFUSED, file, String.valueOf(refused.getMessage())),
          refused);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
