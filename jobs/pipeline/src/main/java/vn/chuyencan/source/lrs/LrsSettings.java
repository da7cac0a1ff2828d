package vn.chuyencan.source.lrs;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * All that a pull must know. Secrets are never part of its text.
 *
 * @param source id of the source
 * @param url the LRS's xAPI endpoint, to which {@code /statements} is added
 * @param access as whom
 * @param limit statements wanted in an answer; 0: as many as the server likes
 * @param filtersOn what the server compares with {@code since}
 * @param overlap how much is asked for again each night; null: an hour, or seven days of a server
 *     that filters on timestamp
 * @param since nothing that the LRS stored until then is wanted; null: all
 * @param version of xAPI, for the header
 * @param patience how long it is waited for
 * @param route by which way
 */
public record LrsSettings(
    String source,
    URI url,
    LrsAccess access,
    int limit,
    FiltersOn filtersOn,
    Duration overlap,
    Instant since,
    String version,
    LrsPatience patience,
    LrsRoute route) {
  /** Covers statements that become visible later than others that were stored after them. */
  static final Duration OVERLAP = Duration.ofHours(1);

  /** Covers acts that reach the server late: a mobile application was offline, a queue stood. */
  static final Duration OVERLAP_OF_TIMESTAMPS = Duration.ofDays(7);

  /** Checked by {@link LrsSettingsBuilder}, which tells all faults at once. */
  public LrsSettings {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(filtersOn, "filtersOn");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(route, "route");
  }

  /** Settings to be completed. */
  public static LrsSettingsBuilder of(String source, String url) {
    return new LrsSettingsBuilder(source, url);
  }

  /** How much is asked for again of a server that filters so. */
  Duration overlapOf(FiltersOn filter) {
    if (filter != FiltersOn.TIMESTAMP) {
      return overlap == null ? OVERLAP : overlap;
    }
    boolean meantForTimestamps = filtersOn == FiltersOn.TIMESTAMP && overlap != null;
    boolean wider = overlap != null && overlap.compareTo(OVERLAP_OF_TIMESTAMPS) > 0;
    return meantForTimestamps || wider ? overlap : OVERLAP_OF_TIMESTAMPS;
  }
}
