package vn.chuyencan.report.lists;

import java.util.Locale;
import java.util.Set;
import vn.chuyencan.report.Sha256;

/** Names of folders for identifiers of any form, such as IRIs. */
public final class SafeName {
  private static final int LONGEST = 80;
  private static final int DIGEST_SHOWN = 8;

  /** Names that Windows keeps for devices. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private SafeName() {}

  /**
   * A name that every file system takes: the identifier itself where it is one, else what is left
   * of it and the beginning of its SHA-256, so that two identifiers never share a folder.
   */
  public static String of(String id) {
    String safe = id.replaceAll("[^A-Za-z0-9._-]+", "_");
    String bare = safe.toLowerCase(Locale.ROOT).replaceAll("\\..*", "");
    boolean device = DEVICES.contains(bare) || bare.matches("(com|lpt)[0-9]");
    boolean edge = safe.startsWith(".") || safe.startsWith("-") || safe.endsWith(".");
    if (safe.equals(id) && !safe.isEmpty() && safe.length() <= LONGEST && !device && !edge) {
      return safe;
    }
    String shortened = safe.substring(0, Math.min(LONGEST, safe.length()));
    return "_" + shortened + "-" + Sha256.of(id).substring(0, DIGEST_SHOWN);
  }
}
