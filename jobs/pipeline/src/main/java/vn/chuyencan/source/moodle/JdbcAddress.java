package vn.chuyencan.source.moodle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The address of a database as the configuration gives it. Drivers have parameters that read files
 * for the server, load classes or write where they are told; only those that say how to connect are
 * let through.
 */
public final class JdbcAddress {
  /** How the addresses of the databases begin that are understood. */
  public static final List<String> KINDS =
      List.of("jdbc:mariadb:", "jdbc:mysql:", "jdbc:postgresql:");

  private static final Set<String> PARAMETERS =
      Set.of(
          // of all
          "user",
          "password",
          "connecttimeout",
          "sockettimeout",
          "tcpkeepalive",
          "sslmode",
          "ssl",
          // MariaDB and MySQL
          "usessl",
          "requiressl",
          "verifyservercertificate",
          "trustservercertificate",
          "serversslcert",
          "truststore",
          "truststorepassword",
          "truststoretype",
          "enabledsslprotocolsuites",
          "enabledsslciphersuites",
          "tlsversions",
          "usecompression",
          "useunicode",
          "characterencoding",
          "connectioncollation",
          "timezone",
          "servertimezone",
          "connectiontimezone",
          "allowpublickeyretrieval",
          "serverrsapublickeyfile",
          "tinyint1isbit",
          "zerodatetimebehavior",
          // PostgreSQL
          "sslrootcert",
          "sslcert",
          "sslkey",
          "sslpassword",
          "sslnegotiation",
          "channelbinding",
          "gssencmode",
          "logintimeout",
          "applicationname",
          "currentschema",
          "targetservertype");

  private JdbcAddress() {}

  /** The first parameter of an address that is not let through, as it stands there. */
  public static Optional<String> refusedParameter(String url) {
    int mark = url.indexOf('?');
    if (mark < 0) {
      return Optional.empty();
    }
    for (String pair : url.substring(mark + 1).split("[&;]", -1)) {
      int end = pair.indexOf('=');
      String name = end < 0 ? pair : pair.substring(0, end);
      if (!name.isEmpty() && !PARAMETERS.contains(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
