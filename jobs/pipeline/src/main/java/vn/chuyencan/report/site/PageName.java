package vn.chuyencan.report.site;

import java.util.Locale;
import vn.chuyencan.report.Sha256;

/** Names of pages for identifiers of any form. */
final class PageName {
  private static final int LONGEST = 60;
  private static final int DIGEST_SHOWN = 10;

  private PageName() {}

  /** A name for a file and a link: the identifier where it is one, else with part of its digest. */
  static String of(String id) {
    String safe = id.replaceAll("[^A-Za-z0-9_-]+", "_");
    boolean same = safe.equals(id) && !safe.isEmpty() && safe.length() <= LONGEST;
    // On some file systems two names that differ in case only are one.
    if (same && safe.equals(safe.toUpperCase(Locale.ROOT))) {
      return safe;
    }
    return safe.substring(0, Math.min(LONGEST, safe.length()))
        + "-"
        + Sha256.of(id).substring(0, DIGEST_SHOWN);
  }
}
