package vn.chuyencan.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;

/**
 * The servers on which the tests tagged {@code database} make databases of their own. Where one is
 * and who may create databases there is told by a system property such as {@code
 * chuyencan.mariadb.host}, else by an environment variable such as {@code CHUYENCAN_MARIADB_HOST},
 * likewise {@code port}, {@code user} and {@code password}.
 */
public enum DatabaseServer {
  MARIADB("3306", "root", "`", ""),
  POSTGRESQL("5432", "postgres", "\"", "postgres");

  private final String usualPort;
  private final String usualUser;
  private final String quote;
  private final String administration;

  DatabaseServer(String usualPort, String usualUser, String quote, String administration) {
    this.usualPort = usualPort;
    this.usualUser = usualUser;
    this.quote = quote;
    this.administration = administration;
  }

  public String host() {
    return setting("host", "127.0.0.1");
  }

  public int port() {
    return Integer.parseInt(setting("port", usualPort));
  }

  /** Somebody who may create databases and users. */
  public String user() {
    return setting("user", usualUser);
  }

  public String password() {
    return setting("password", "");
  }

  /** The address of a database, with the port of a server that stands between, perhaps. */
  public String url(String database, int port) {
    return "jdbc:" + name().toLowerCase(Locale.ROOT) + "://" + host() + ":" + port + "/" + database;
  }

  /** The address of a database. */
  public String url(String database) {
    return url(database, port());
  }

  /** A name as it stands in a statement. */
  public String quoted(String name) {
    return quote + name + quote;
  }

  /** Opens the server itself, to make and drop databases. */
  public Connection administer() throws SQLException {
    return open(administration);
  }

  /** Opens a database for writing. */
  public Connection open(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user());
    properties.setProperty("password", password());
    return DriverManager.getConnection(url(database), properties);
  }

  private String setting(String name, String usual) {
    String server = name().toLowerCase(Locale.ROOT);
    String told = System.getProperty("chuyencan." + server + "." + name);
    if (told == null) {
      told = System.getenv("CHUYENCAN_" + name() + "_" + name.toUpperCase(Locale.ROOT));
    }
    return told == null ? usual : told;
  }
}
