package vn.chuyencan.job;

/**
 * Whether publications carry pages for people.
 *
 * @param published whether they do
 */
public record SiteSettings(boolean published) {
  /** Where the configuration says nothing. */
  public static final SiteSettings DEFAULT = new SiteSettings(true);

  /** No pages. */
  public static final SiteSettings NONE = new SiteSettings(false);
}
