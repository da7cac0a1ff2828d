package vn.chuyencan.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.chuyencan.table.LakeSecret;

/**
 * The seal of an institution on its manifests: HMAC-SHA-256 under its key. Whoever has no key can
 * neither make nor change a manifest without its being seen.
 */
public final class ManifestSeal {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final String name;

  private ManifestSeal(SecretKeySpec key, String name) {
    this.key = key;
    this.name = name;
  }

  /**
   * The seal of an institution.
   *
   * @param secret the institution's key
   */
  public static ManifestSeal of(byte[] secret) {
    return new ManifestSeal(new SecretKeySpec(secret, ALGORITHM), LakeSecret.nameOf(secret));
  }

  /** A name of the key that does not tell it: 16 hexadecimal digits. */
  public String keyName() {
    return name;
  }

  /** The manifest with its seal. */
  Manifest seal(Manifest manifest) {
    return manifest.with(manifest.chain().sealed(sealOf(manifest)));
  }

  /** Whether the manifest's seal is of this key and of this very content. */
  public boolean holds(Manifest manifest) {
    return manifest.chain() != null
        && MessageDigest.isEqual(
            sealOf(manifest).getBytes(StandardCharsets.UTF_8),
            manifest.chain().seal().getBytes(StandardCharsets.UTF_8));
  }

  private String sealOf(Manifest manifest) {
    try {
      return hmac(ManifestFile.bytes(manifest.with(manifest.chain().sealed(""))));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private String hmac(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(content));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
