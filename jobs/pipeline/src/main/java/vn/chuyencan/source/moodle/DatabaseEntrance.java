package vn.chuyencan.source.moodle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Opens connections that wait as long as they were told, read only, and see one moment. */
final class DatabaseEntrance {
  private static final long MILLIS = 1000;

  /** How long a server may say nothing, to both drivers. */
  private static final String SILENCE = "socketTimeout";

  /** A reader that writes files between two fetches must not be taken for one that is gone. */
  private static final String MARIADB_PATIENCE = "net_write_timeout=3600";

  private DatabaseEntrance() {}

  /** Opens one. */
  static Connection open(MoodleSettings settings) throws SQLException {
    Properties properties = new Properties();
    if (settings.user() != null) {
      properties.setProperty("user", settings.user());
    }
    if (settings.password() != null) {
      properties.setProperty("password", settings.password());
    }
    usual(settings)
        .forEach(
            (name, value) -> {
              // What an administrator wrote into the address was meant.
              if (!isTold(settings.url(), name)) {
                properties.setProperty(name, value);
              }
            });
    Connection connection = DriverManager.getConnection(settings.url(), properties);
    if (!isTold(settings.url(), SILENCE)) {
      connection.setNetworkTimeout(
          Runnable::run, Math.toIntExact(settings.patience().answerMillis()));
    }
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  private static Map<String, String> usual(MoodleSettings settings) {
    DatabasePatience patience = settings.patience();
    Map<String, String> usual = new TreeMap<>();
    if (settings.isPostgres()) {
      // Its driver counts in seconds. Until the user is let in the second of these is for a server
      // that takes the connection and then says nothing; the first is for one that does not even
      // take it.
      usual.put("connectTimeout", seconds(patience.connectMillis()));
      usual.put(SILENCE, seconds(patience.connectMillis()));
      usual.put("tcpKeepAlive", "true");
      usual.put("ApplicationName", "chuyencan");
    } else {
      usual.put("connectTimeout", Long.toString(patience.connectMillis()));
      usual.put(SILENCE, Long.toString(patience.connectMillis()));
      usual.put("tcpKeepAlive", "true");
      usual.put("sessionVariables", MARIADB_PATIENCE);
      // Else a server may ask for any file of this machine.
      usual.put("allowLocalInfile", "false");
      if (settings.url().startsWith("jdbc:mysql:")) {
        // Its protocol is spoken by MariaDB's driver, which wants to be told that it is meant.
        usual.put("permitMysqlScheme", "true");
      }
    }
    return usual;
  }

  private static String seconds(long millis) {
    return Long.toString((millis + MILLIS - 1) / MILLIS);
  }

  private static boolean isTold(String url, String name) {
    return Pattern.compile("[?&]" + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "=")
        .matcher(url.toLowerCase(Locale.ROOT))
        .find();
  }
}
