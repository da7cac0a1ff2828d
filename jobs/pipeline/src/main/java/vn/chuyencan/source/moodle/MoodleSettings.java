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
 * @param chapters how the name of a question's category says the chapter: a regular expression with
 *     one group, sought without regard to case
 */
public record MoodleSettings(
    String source,
    String url,
    String user,
    String password,
    String prefix,
    String site,
    Duration overlap,
    DatabasePatience patience,
    String chapters)
    implements Serializable {

  /** How late rows may appear, unless the configuration says otherwise. */
  public static final Duration USUAL_OVERLAP = Duration.ofDays(30);

  /** «Chương 3», «Chapter 3», «Chương III». */
  public static final String USUAL_CHAPTERS = "(?:chương|chapter)\\s*(\\d+|[ivxl]+)\\b";

  /** Where the configuration says nothing of chapters. */
  public MoodleSettings(
      String source,
      String url,
      String user,
      String password,
      String prefix,
      String site,
      Duration overlap,
      DatabasePatience patience) {
    this(source, url, user, password, prefix, site, overlap, patience, USUAL_CHAPTERS);
  }

  public MoodleSettings {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(overlap, "overlap");
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(chapters, "chapters");
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
