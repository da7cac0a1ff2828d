package vn.chuyencan.source.moodle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
          "targetservertype",
          // H2
          "access_mode_data",
          "case_insensitive_identifiers",
          "cipher",
          "database_to_upper",
          "db_close_delay",
          "db_close_on_exit",
          "ifexists",
          "lock_timeout",
          "mode",
          "write_delay",
          // of others whose drivers may be on the class path
          "databasename",
          "encrypt");

  /** Where hosts are written with their parameters, {@code (host=h,port=1)}. */
  private static final Pattern OF_HOST = Pattern.compile("[(,]\\s*([^=(),]+)=");

  private static final Set<String> HOST_PARAMETERS = Set.of("host", "port", "type", "protocol");

  private JdbcAddress() {}

  /** The first parameter of an address that is not let through, as it stands there. */
  public static Optional<String> refusedParameter(String url) {
    String[] parts = url.split("[?;]", 2);
    Matcher host = OF_HOST.matcher(parts[0]);
    while (host.find()) {
      String name = host.group(1).strip();
      if (!isLetThrough(name) && !HOST_PARAMETERS.contains(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(name);
      }
    }
    if (parts.length < 2) {
      return Optional.empty();
    }
    for (String pair : parts[1].split("[&;]", -1)) {
      int end = pair.indexOf('=');
      String name = end < 0 ? pair : pair.substring(0, end);
      if (!name.isEmpty() && !isLetThrough(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Whether a driver may be given a parameter of that name. */
  public static boolean isLetThrough(String parameter) {
    return PARAMETERS.contains(parameter.toLowerCase(Locale.ROOT));
  }
}
