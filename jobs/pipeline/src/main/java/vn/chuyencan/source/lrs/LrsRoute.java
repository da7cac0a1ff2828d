package vn.chuyencan.source.lrs;

import java.net.URI;
import java.nio.file.Path;

/**
 * By which way the LRS is reached.
 *
 * @param proxy {@code http://host:port}; null: what the Java machine is told, or none
 * @param trustStore certificates to trust instead of the Java machine's; null: those
 * @param trustStorePassword its password; null: none
 */
public record LrsRoute(URI proxy, Path trustStore, Secret trustStorePassword) {
  /** Straight, with the certificate authorities that everybody trusts. */
  public static final LrsRoute USUAL = new LrsRoute(null, null, null);
}
