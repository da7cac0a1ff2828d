package vn.chuyencan.table;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.iceberg.encryption.EncryptionKeyMetadata;
import org.apache.iceberg.encryption.NativeEncryptionKeyMetadata;

/**
 * The key of one file of an encrypted table. It stands beside the file's name in the table's
 * metadata, in the form of Iceberg's standard key metadata, whose key is here wrapped under the
 * lake's key of files: AES-256-GCM, the nonce before it. Iceberg itself adds the length of the file
 * to that form, so it must be this one.
 *
 * @see <a href="https://iceberg.apache.org/docs/latest/encryption/">Iceberg: encryption</a>
 */
final class FileKey implements NativeEncryptionKeyMetadata {
  /**
   * Of Iceberg's form: an Avro datum of a key, a prefix that may be null, and a length likewise.
   */
  private static final byte VERSION = 1;

  private static final int PRESENT = 1;
  private static final int KEY_BYTES = 32;
  private static final int PREFIX_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] wrapped;
  private final byte[] key;
  private final byte[] prefix;
  private final Long length;

  private FileKey(byte[] wrapped, byte[] key, byte[] prefix, Long length) {
    this.wrapped = wrapped;
    this.key = key;
    this.prefix = prefix;
    this.length = length;
  }

  /**
   * A new key.
   *
   * @param outer the lake's key of files, 32 bytes
   */
  static FileKey draw(byte[] outer) {
    byte[] key = random(KEY_BYTES);
    byte[] prefix = random(PREFIX_BYTES);
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, outer, nonce, prefix).doFinal(key);
      byte[] wrapped =
          ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
      return new FileKey(wrapped, key, prefix, null);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /**
   * The key that stands in a table's metadata.
   *
   * @throws GeneralSecurityException when it is under another key, or was changed
   */
  static FileKey opened(byte[] outer, ByteBuffer stored) throws GeneralSecurityException {
    ByteBuffer read = stored.duplicate();
    try {
      if (read.get() != VERSION) {
        throw new GeneralSecurityException("the key of the file has a form that is not known");
      }
      byte[] wrapped = bytes(read);
      byte[] prefix = number(read) == PRESENT ? bytes(read) : new byte[0];
      Long length = number(read) == PRESENT ? Long.valueOf(number(read)) : null;
      Cipher cipher =
          cipher(Cipher.DECRYPT_MODE, outer, Arrays.copyOf(wrapped, NONCE_BYTES), prefix);
      byte[] key = cipher.doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
      return new FileKey(wrapped, key, prefix, length);
    } catch (BufferUnderflowException | IllegalArgumentException broken) {
      throw new GeneralSecurityException("the key of the file is not whole", broken);
    }
  }

  @Override
  public ByteBuffer encryptionKey() {
    return ByteBuffer.wrap(key);
  }

  @Override
  public ByteBuffer aadPrefix() {
    return ByteBuffer.wrap(prefix);
  }

  @Override
  public Long fileLength() {
    return length;
  }

  @Override
  public NativeEncryptionKeyMetadata copyWithLength(long bytes) {
    return new FileKey(wrapped, key, prefix, bytes);
  }

  @Override
  public ByteBuffer buffer() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(VERSION);
    write(out, wrapped);
    write(out, PRESENT);
    write(out, prefix);
    if (length == null) {
      write(out, 0);
    } else {
      write(out, PRESENT);
      write(out, length);
    }
    return ByteBuffer.wrap(out.toByteArray());
  }

  @Override
  public EncryptionKeyMetadata copy() {
    return new FileKey(wrapped.clone(), key.clone(), prefix.clone(), length);
  }

  private static void write(ByteArrayOutputStream out, byte[] bytes) {
    write(out, bytes.length);
    out.write(bytes, 0, bytes.length);
  }

  /** Avro's long: zigzag, seven bits a byte, the lowest first. */
  private static void write(ByteArrayOutputStream out, long number) {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long number(ByteBuffer in) {
    long zigzag = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      zigzag |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0 && shift < Long.SIZE);
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  private static byte[] bytes(ByteBuffer in) {
    long size = number(in);
    if (size < 0 || size > in.remaining()) {
      throw new IllegalArgumentException("a length of " + size);
    }
    byte[] bytes = new byte[(int) size];
    in.get(bytes);
    return bytes;
  }

  private static Cipher cipher(int mode, byte[] outer, byte[] nonce, byte[] prefix)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(outer, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(prefix);
    return cipher;
  }

  private static byte[] random(int bytes) {
    byte[] drawn = new byte[bytes];
    RANDOM.nextBytes(drawn);
    return drawn;
  }
}
