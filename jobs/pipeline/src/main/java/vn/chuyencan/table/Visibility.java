package vn.chuyencan.table;

import java.util.Locale;

/** How far the rows of a table, or the values of a column, may go. */
public enum Visibility {
  /** It is published and part of the publication's digest. */
  PUBLISHED,
  /**
   * It is published, but it tells how data arrived and not what is true: two nights with the same
   * facts may differ in it, so it is no part of the publication's digest.
   */
  OPERATIONAL,
  /** It never leaves the lake. */
  LAKE,
  /**
   * A command makes it when it is asked for; it is not in the lake, in a publication only where the
   * configuration asks for it, and then no part of the digest.
   */
  REQUEST;

  /** The word that the schemas use, such as {@code published}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
