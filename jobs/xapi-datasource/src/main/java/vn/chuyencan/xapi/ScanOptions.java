package vn.chuyencan.xapi;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import vn.chuyencan.xapi.rules.XapiVersion;

/**
 * What a scan must know besides the bytes.
 *
 * @param mode how strictly the rules are applied
 * @param actorSecret key of the HMAC-SHA-256 that turns an identifier into an actor key; not empty
 * @param zoneOfUnzonedTimestamps zone of timestamps that name none, or null: such statements are
 *     rejected
 * @param latestPlausible statements that happened later are rejected
 * @param from statements that happened earlier are out of scope; null: no lower limit
 * @param until statements that happened at this instant or later are out of scope; null: no limit
 * @param unversioned rules for statements that have no {@code version} property
 * @param lineLimit longest record in bytes; a longer one is rejected without being read into memory
 * @param dialect whose conventions are looked for in statements
 * @param fingerprints of which things that are never kept a fingerprint is taken
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out; equality is never asked
public record ScanOptions(
    ScanMode mode,
    byte[] actorSecret,
    ZoneId zoneOfUnzonedTimestamps,
    Instant latestPlausible,
    Instant from,
    Instant until,
    XapiVersion unversioned,
    int lineLimit,
    Dialect dialect,
    Fingerprints fingerprints)
    implements Serializable {

  /**
   * Statements that happened earlier are rejected: before any platform of learning, there are only
   * clocks that were never set and the zero dates of programming languages. One of these would make
   * a course of thousands of weeks.
   */
  public static final Instant EARLIEST_PLAUSIBLE = Instant.parse("1990-01-01T00:00:00Z");

  /** The longest record, in bytes, that a scan reads unless told otherwise: 16 MiB. */
  public static final int DEFAULT_LINE_LIMIT = 16 << 20;

  private static final int LARGEST_LINE_LIMIT = 1 << 30;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the secret or the range of time is empty, or the limit
   *     below 64 or above 1 GiB
   */
  public ScanOptions {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(latestPlausible, "latestPlausible");
    Objects.requireNonNull(unversioned, "unversioned");
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(fingerprints, "fingerprints");
    actorSecret = actorSecret.clone();
    if (actorSecret.length == 0) {
      throw new IllegalArgumentException("The actor secret is empty. Give at least one byte.");
    }
    if (lineLimit < 64 || lineLimit > LARGEST_LINE_LIMIT) {
      throw new IllegalArgumentException(
          "The line limit is " + lineLimit + " bytes; it must lie between 64 and 1 GiB.");
    }
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("The range " + from + " to " + until + " is empty.");
    }
  }

  /**
   * Options with the usual values: no zone, no range of time, rules of xAPI 2.0 for statements
   * without a version, which accept whatever 1.0.3 accepts, and dialects by content.
   *
   * @param mode see {@link #mode}
   * @param actorSecret see {@link #actorSecret}
   * @param latestPlausible see {@link #latestPlausible}
   */
  public static ScanOptions of(ScanMode mode, byte[] actorSecret, Instant latestPlausible) {
    return new ScanOptions(
        mode,
        actorSecret,
        null,
        latestPlausible,
        null,
        null,
        XapiVersion.V2_0,
        DEFAULT_LINE_LIMIT,
        Dialect.AUTO,
        Fingerprints.NONE);
  }

  /** These options with another zone for timestamps that name none; null rejects them. */
  public ScanOptions withZone(ZoneId zone) {
    return new ScanOptions(
        mode,
        actorSecret,
        zone,
        latestPlausible,
        from,
        until,
        unversioned,
        lineLimit,
        dialect,
        fingerprints);
  }

  /** These options with a range of time; either end may be null. */
  public ScanOptions withRange(Instant first, Instant afterLast) {
    return new ScanOptions(
        mode,
        actorSecret,
        zoneOfUnzonedTimestamps,
        latestPlausible,
        first,
        afterLast,
        unversioned,
        lineLimit,
        dialect,
        fingerprints);
  }

  /** These options with other rules for statements that have no version. */
  public ScanOptions withUnversioned(XapiVersion version) {
    return new ScanOptions(
        mode,
        actorSecret,
        zoneOfUnzonedTimestamps,
        latestPlausible,
        from,
        until,
        version,
        lineLimit,
        dialect,
        fingerprints);
  }

  /** These options with another limit of a record's bytes. */
  public ScanOptions withLineLimit(int bytes) {
    return new ScanOptions(
        mode,
        actorSecret,
        zoneOfUnzonedTimestamps,
        latestPlausible,
        from,
        until,
        unversioned,
        bytes,
        dialect,
        fingerprints);
  }

  /** These options with the conventions of one dialect only, or of all. */
  public ScanOptions withDialect(Dialect only) {
    return new ScanOptions(
        mode,
        actorSecret,
        zoneOfUnzonedTimestamps,
        latestPlausible,
        from,
        until,
        unversioned,
        lineLimit,
        only,
        fingerprints);
  }

  /** These options with other fingerprints; none are taken unless told. */
  public ScanOptions withFingerprints(Fingerprints wanted) {
    return new ScanOptions(
        mode,
        actorSecret,
        zoneOfUnzonedTimestamps,
        latestPlausible,
        from,
        until,
        unversioned,
        lineLimit,
        dialect,
        wanted);
  }

  @Override
  public byte[] actorSecret() {
    return actorSecret.clone();
  }

  /** The options without the secret, so that they may be logged. */
  @Override
  public String toString() {
    return "ScanOptions[mode="
        + mode
        + ", zoneOfUnzonedTimestamps="
        + zoneOfUnzonedTimestamps
        + ", latestPlausible="
        + latestPlausible
        + ", from="
        + from
        + ", until="
        + until
        + ", unversioned="
        + unversioned
        + ", lineLimit="
        + lineLimit
        + ", dialect="
        + dialect
        + ", fingerprints="
        + fingerprints
        + "]";
  }
}
