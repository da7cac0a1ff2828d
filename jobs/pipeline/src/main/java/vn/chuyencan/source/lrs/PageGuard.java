package vn.chuyencan.source.lrs;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/**
 * Notices a server that goes in a circle. The same {@code more} may come again as long as it brings
 * something new, for it is the server's own business what it means; and a page may come twice. But
 * several pages without anything new are a circle.
 */
final class PageGuard {
  private static final int PATIENCE = 3;
  private static final int EMPTY_PAGES = 1000;

  private final Set<String> pages = new HashSet<>();
  private final Set<URI> links = new HashSet<>();
  private int nothingNew;
  private int empty;

  /**
   * Whether the reading may go on.
   *
   * @param statements of the page
   * @param digest of its statements
   * @param next the page after it
   */
  boolean goesOn(int statements, String digest, URI next) {
    boolean newLink = links.add(next);
    boolean newPage = statements > 0 ? pages.add(digest) : newLink;
    nothingNew = newPage ? 0 : nothingNew + 1;
    empty = statements > 0 ? 0 : empty + 1;
    return nothingNew < PATIENCE && empty < EMPTY_PAGES;
  }
}
