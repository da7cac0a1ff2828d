package vn.chuyencan.source.moodle;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * Where a Moodle's database is and how to read it. Nothing is ever written there: a user that may
 * only read is enough.
 *
 * @param source id of the source
 * @param url {@code jdbc:mariadb:}, {@code jdbc:mysql:} or {@code jdbc:postgresql:}
 * @param user name of a user that may read
 * @param password its password, or null
 * @param prefix of all table names, such as {@code mdl_}; may be empty
 * @param site address of the site without a slash at its end; home page of its accounts and first
 *     part of its activities' IRIs, as Moodle's plugin logstore_xapi sends them
 * @param overlap how long an id that a reading did not find below the highest is looked for again,
 *     because rows may appear late under earlier ids
 * @param patience how long the database is waited for
 */
public record MoodleSettings(
    String source,
    String url,
    String user,
    String password,
    String prefix,
    String site,
    Duration overlap,
    DatabasePatience patience)
    implements Serializable {

  /** How late rows may appear, unless the configuration says otherwise. */
  public static final Duration USUAL_OVERLAP = Duration.ofDays(30);

  public MoodleSettings {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(overlap, "overlap");
    Objects.requireNonNull(patience, "patience");
  }

  /** Whether it is PostgreSQL. */
  boolean isPostgres() {
    return url.startsWith("jdbc:postgresql:");
  }

  /** The address without the parameters, among which a secret may stand. */
  public String place() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  /** The settings without the password, so that they may be logged. */
  @Override
  public String toString() {
    return "MoodleSettings[source=" + source + ", url=" + place() + ", prefix=" + prefix + "]";
  }
}
