package vn.chuyencan.table;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import org.apache.iceberg.encryption.AesGcmInputFile;
import org.apache.iceberg.encryption.AesGcmOutputFile;
import org.apache.iceberg.encryption.EncryptedInputFile;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.encryption.EncryptionUtil;
import org.apache.iceberg.encryption.NativeEncryptionInputFile;
import org.apache.iceberg.encryption.NativeEncryptionKeyMetadata;
import org.apache.iceberg.encryption.NativeEncryptionOutputFile;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.SeekableInputStream;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * How the files of a table are encrypted: data files by Parquet itself (modular encryption, footer
 * too), manifests as Iceberg's AES-GCM streams, each under a key of its own. Which file has a key
 * is told by the table's metadata, so plain files from before are read on. Files of positions that
 * were taken out stay plain: they name files and rows, and nobody.
 */
final class LakeEncryption implements EncryptionManager {
  private static final long serialVersionUID = 1L;
  private static final String POSITIONS = "-deletes.";

  private final byte[] key;
  private final boolean writes;

  private LakeEncryption(byte[] key, boolean writes) {
    this.key = key;
    this.writes = writes;
  }

  /**
   * The encryption of a lake's tables.
   *
   * @param secret the lake's; null for who has none and reads plain files only
   * @param writes whether new files are encrypted
   */
  static LakeEncryption of(LakeSecret secret, boolean writes) {
    if (secret == null && writes) {
      throw new IllegalStateException("without a secret nothing can be encrypted");
    }
    return new LakeEncryption(
        secret == null ? null : LakeSecret.hmac(secret.bytes(), "chuyencan files"), writes);
  }

  @Override
  public EncryptedOutputFile encrypt(OutputFile plain) {
    return writes && !plain.location().contains(POSITIONS)
        ? new Written(plain, FileKey.draw(key))
        : EncryptionUtil.plainAsEncryptedOutput(plain);
  }

  @Override
  public InputFile decrypt(EncryptedInputFile encrypted) {
    ByteBuffer wrapped = encrypted.keyMetadata() == null ? null : encrypted.keyMetadata().buffer();
    return wrapped == null
        ? encrypted.encryptedInputFile()
        : new Read(encrypted.encryptedInputFile(), opened(encrypted, wrapped));
  }

  private FileKey opened(EncryptedInputFile file, ByteBuffer wrapped) {
    String location = file.encryptedInputFile().location();
    if (key == null) {
      throw new PipelineException(
          Fault.of(ErrorCode.FILE_KEY_REFUSED, location, "no key was given"));
    }
    try {
      return FileKey.opened(key, wrapped);
    } catch (GeneralSecurityException refused) {
      throw new PipelineException(
          Fault.of(ErrorCode.FILE_KEY_REFUSED, location, String.valueOf(refused.getMessage())),
          refused);
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private record Written(OutputFile plainOutputFile, FileKey key)
      implements NativeEncryptionOutputFile {

    /** For files that do not encrypt themselves, as Parquet does. */
    @Override
    public OutputFile encryptingOutputFile() {
      return new AesGcmOutputFile(
          plainOutputFile, bytes(key.encryptionKey()), bytes(key.aadPrefix()));
    }

    @Override
    public NativeEncryptionKeyMetadata keyMetadata() {
      return key;
    }
  }

  private record Read(InputFile encryptedInputFile, FileKey key)
      implements NativeEncryptionInputFile {

    @Override
    public NativeEncryptionKeyMetadata keyMetadata() {
      return key;
    }

    private InputFile decrypted() {
      return new AesGcmInputFile(
          encryptedInputFile, bytes(key.encryptionKey()), bytes(key.aadPrefix()), key.fileLength());
    }

    @Override
    public long getLength() {
      return decrypted().getLength();
    }

    @Override
    public SeekableInputStream newStream() {
      return decrypted().newStream();
    }

    @Override
    public String location() {
      return encryptedInputFile.location();
    }

    @Override
    public boolean exists() {
      return encryptedInputFile.exists();
    }
  }
}
