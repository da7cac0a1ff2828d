package vn.chuyencan.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The SHA-1 by which statements name a mail address without telling it. xAPI wants the hash of the
 * whole {@code mailto:} IRI; some systems hash the bare address, and most hash it in lower case.
 */
public final class MailHash {
  private static final String MAILTO = "mailto:";

  private MailHash() {}

  /** The hash that xAPI asks for. */
  public static String of(String mailto) {
    return sha1(mailto);
  }

  /** Every hash that means this address, without repeats; the one that xAPI asks for is first. */
  public static List<String> all(String mailto) {
    String bare = mailto.startsWith(MAILTO) ? mailto.substring(MAILTO.length()) : mailto;
    Set<String> hashes = new LinkedHashSet<>();
    for (String address : List.of(bare, bare.toLowerCase(Locale.ROOT))) {
      hashes.add(sha1(MAILTO + address));
      hashes.add(sha1(address));
    }
    return new ArrayList<>(hashes);
  }

  private static String sha1(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }
}
