package vn.chuyencan.source.lrs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;

/** The certificates of an institution's own authority: a key store, or PEM text. */
final class TrustStore {
  private static final String PEM = "-----BEGIN CERTIFICATE";

  private TrustStore() {}

  /**
   * A context that trusts what the file holds, and nobody else.
   *
   * @param password of a key store; null: none
   * @throws PipelineException {@link ErrorCode#TRUST_STORE_UNUSABLE}, {@link
   *     ErrorCode#SECRET_FILE_UNUSABLE}
   */
  static SSLContext context(Path file, Secret password) {
    char[] word = password == null ? null : password.reveal("trust_store_password").toCharArray();
    try {
      KeyStore store = isPem(file) ? ofPem(file) : KeyStore.getInstance(file.toFile(), word);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new PipelineException(
          Fault.of(ErrorCode.TRUST_STORE_UNUSABLE, file.toString(), Reason.ofNamed(file, e)), e);
    }
  }

  private static boolean isPem(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(PEM);
  }

  private static KeyStore ofPem(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int number = 0;
    for (Certificate certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      store.setCertificateEntry(Integer.toString(number++), certificate);
    }
    return store;
  }
}
