package vn.chuyencan.job.draft;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.chuyencan.error.Language;

/**
 * What a person asked for who wants a draft.
 *
 * @param from paths and addresses of sources
 * @param out directory of the configuration to come
 * @param language in which it is commented
 * @param institution id; empty: a person will fill it in
 * @param name of the institution; empty: a person will fill it in
 * @param zone of days and weeks
 * @param database how to enter a database
 */
public record DraftRequest(
    List<String> from,
    Path out,
    Language language,
    Optional<String> institution,
    Optional<String> name,
    ZoneId zone,
    Database database) {

  public DraftRequest {
    from = List.copyOf(from);
  }

  /**
   * How to enter a database.
   *
   * @param user may read; empty: the address names it, or there is none
   * @param site address of the Moodle site
   * @param prefix of its tables
   * @param passwordVariable environment variable that holds the password
   * @param environment the value of an environment variable, or null
   */
  public record Database(
      Optional<String> user,
      Optional<String> site,
      Optional<String> prefix,
      String passwordVariable,
      UnaryOperator<String> environment) {}
}
