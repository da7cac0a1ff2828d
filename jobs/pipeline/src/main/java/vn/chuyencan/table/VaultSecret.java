package vn.chuyencan.table;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;

/**
 * The secret of a warehouse where its vault keeps it under the operator's key. A vault whose key
 * was never rotated has none: there the key is the secret. The file is replaced as a whole, so who
 * dies while the key is changed leaves it under the old key or under the new one.
 */
public final class VaultSecret {
  /** Its name in the vault. */
  public static final String FILE = "secret.json";

  private final Vault vault;
  private final StateFile file;

  /**
   * @param hadoop the settings of file systems
   */
  public VaultSecret(Vault vault, Configuration hadoop) {
    this.vault = vault;
    this.file = new StateFile(new Path(file(vault)), hadoop);
  }

  /** Its path. */
  public String place() {
    return file(vault);
  }

  static String file(Vault vault) {
    return new Path(vault.location(), FILE).toString();
  }

  /**
   * What came of putting the secret under another key.
   *
   * @param generation how many keys have closed it, the new one included
   * @param keyName tells the new key from others, and not the key
   * @param drawn whether the secret never was a key
   */
  public record Closed(int generation, String keyName, boolean drawn) {}

  /**
   * The secret, by the operator's key.
   *
   * @throws PipelineException {@link ErrorCode#KEY_REFUSED}, {@link
   *     ErrorCode#VAULT_SECRET_UNREADABLE}
   */
  public LakeSecret of(OperatorKey key) {
    Optional<WrappedSecret> wrapped = read();
    return wrapped.isEmpty() ? key.asSecret() : opened(wrapped.get(), key);
  }

  /** Whether it is under some key. */
  public boolean isThere() {
    return read().isPresent();
  }

  /**
   * How it lies under a key.
   *
   * @return empty when there is none, or when it is under another key
   * @throws PipelineException {@link ErrorCode#VAULT_SECRET_UNREADABLE}
   */
  public Optional<Closed> under(OperatorKey key) {
    return read().filter(wrapped -> open(wrapped, key).isPresent()).map(VaultSecret::closed);
  }

  /** The number of the next key; the first is the one that is the secret itself. */
  public int nextGeneration() {
    return read().map(WrappedSecret::generation).orElse(1) + 1;
  }

  /**
   * Puts a secret under a key, in the place of whatever is there.
   *
   * @param at when, ISO instant
   * @throws PipelineException {@link ErrorCode#VAULT_SECRET_UNREADABLE}
   */
  public Closed close(LakeSecret secret, OperatorKey key, String at) {
    WrappedSecret wrapped = WrappedSecret.of(secret, key, nextGeneration(), at);
    requireOpens(wrapped, key, secret);
    try {
      vault.make();
      file.replace(wrapped.content(), vault);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
    WrappedSecret written = read().orElseThrow(() -> unreadable(new IOException("it is gone")));
    requireOpens(written, key, secret);
    return closed(written);
  }

  /** What nobody can open must not replace what somebody can. */
  private void requireOpens(WrappedSecret wrapped, OperatorKey key, LakeSecret secret) {
    if (!opened(wrapped, key).name().equals(secret.name())) {
      throw unreadable(new IOException("it holds another secret"));
    }
  }

  private LakeSecret opened(WrappedSecret wrapped, OperatorKey key) {
    return open(wrapped, key)
        .orElseThrow(
            () ->
                new PipelineException(
                    Fault.of(
                        ErrorCode.KEY_REFUSED,
                        file(vault),
                        wrapped.keyName(),
                        Integer.toString(wrapped.generation()),
                        wrapped.wrappedAt())));
  }

  private Optional<LakeSecret> open(WrappedSecret wrapped, OperatorKey key) {
    try {
      return wrapped.open(key);
    } catch (IOException changed) {
      throw unreadable(changed);
    }
  }

  private Optional<WrappedSecret> read() {
    try {
      Optional<byte[]> content = file.read();
      return content.isEmpty() ? Optional.empty() : Optional.of(WrappedSecret.read(content.get()));
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  private PipelineException unreadable(IOException failure) {
    return new PipelineException(
        Fault.of(ErrorCode.VAULT_SECRET_UNREADABLE, file(vault), Reason.of(failure)), failure);
  }

  private static Closed closed(WrappedSecret wrapped) {
    return new Closed(wrapped.generation(), wrapped.keyName(), wrapped.drawn());
  }
}
