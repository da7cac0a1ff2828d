package vn.chuyencan.source.moodle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * A Moodle's database, opened for reading. All that is read through one of these is of one moment:
 * it reads in one transaction that is repeatable and may not write.
 */
final class MoodleDatabase implements AutoCloseable {
  private static final int FETCHED_AT_ONCE = 10_000;
  private static final String LOGIN_REFUSED_CLASS = "28";
  private static final int ACCESS_TO_DATABASE_DENIED = 1044;
  private static final String RIGHT_MISSING = "42501";

  private final MoodleSettings settings;
  private final Connection connection;
  private final String quote;
  private final Map<String, Set<String>> known = new HashMap<>();

  private MoodleDatabase(MoodleSettings settings, Connection connection, String quote) {
    this.settings = settings;
    this.connection = connection;
    this.quote = quote;
  }

  /** Uses the row at which a query stands. */
  interface RowUse {
    void use(MoodleRow row) throws SQLException;
  }

  /**
   * Opens it.
   *
   * @throws PipelineException {@link ErrorCode#DATABASE_UNREACHABLE}, {@link
   *     ErrorCode#DATABASE_LOGIN_REFUSED}
   */
  static MoodleDatabase open(MoodleSettings settings) {
    Properties properties = new Properties();
    if (settings.user() != null) {
      properties.setProperty("user", settings.user());
    }
    if (settings.password() != null) {
      properties.setProperty("password", settings.password());
    }
    if (settings.url().startsWith("jdbc:mysql:")) {
      // Its protocol is spoken by MariaDB's driver, which wants to be told that it is meant.
      properties.setProperty("permitMysqlScheme", "true");
    }
    try {
      Connection connection = DriverManager.getConnection(settings.url(), properties);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new MoodleDatabase(
          settings, connection, connection.getMetaData().getIdentifierQuoteString());
    } catch (SQLException failure) {
      throw new PipelineException(
          Fault.of(
              isRefusal(failure)
                  ? ErrorCode.DATABASE_LOGIN_REFUSED
                  : ErrorCode.DATABASE_UNREACHABLE,
              settings.source(),
              settings.place(),
              reason(failure)),
          failure);
    }
  }

  private static boolean isRefusal(SQLException failure) {
    return failure instanceof SQLInvalidAuthorizationSpecException
        || failure.getErrorCode() == ACCESS_TO_DATABASE_DENIED
        || RIGHT_MISSING.equals(failure.getSQLState())
        || (failure.getSQLState() != null && failure.getSQLState().startsWith(LOGIN_REFUSED_CLASS));
  }

  /** What the database said, on one line and without its full stop. */
  private static String reason(SQLException failure) {
    return String.valueOf(failure.getMessage())
        .strip()
        .replaceAll("\\s+", " ")
        .replaceAll("\\.+$", "");
  }

  MoodleSettings settings() {
    return settings;
  }

  /** Whether the site has this table: plugins need not be there. */
  boolean has(String table) {
    return !columns(table).isEmpty();
  }

  /** Whether the site's table has this column: versions differ. */
  boolean has(String table, String column) {
    return columns(table).contains(column);
  }

  private Set<String> columns(String table) {
    return known.computeIfAbsent(table, this::lookUp);
  }

  private Set<String> lookUp(String table) {
    String name = settings.prefix() + table;
    Set<String> columns = new HashSet<>();
    // PostgreSQL keeps names in lower case, MariaDB as they were given.
    try (ResultSet found =
        connection
            .getMetaData()
            .getColumns(connection.getCatalog(), connection.getSchema(), escaped(name), null)) {
      while (found.next()) {
        if (found.getString("TABLE_NAME").equalsIgnoreCase(name)) {
          columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
      return columns;
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /** The name as a pattern that only it meets. */
  private String escaped(String name) throws SQLException {
    String escape = connection.getMetaData().getSearchStringEscape();
    return name.replace("_", escape + "_");
  }

  /**
   * Reads rows of one table.
   *
   * @param columns what is wanted; a column with {@code ?} at its end may be absent
   * @param where condition and order, or an empty text; column names need no quotes
   * @throws PipelineException {@link ErrorCode#DATABASE_TABLE_MISSING}, {@link
   *     ErrorCode#DATABASE_COLUMN_MISSING}, {@link ErrorCode#DATABASE_FAILED}
   */
  void each(String table, String columns, String where, RowUse use) {
    Set<String> there = columns(table);
    if (there.isEmpty()) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.DATABASE_TABLE_MISSING,
              settings.source(),
              settings.prefix() + table,
              settings.place()));
    }
    List<String> wanted = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String column : columns.split(" ", -1)) {
      boolean optional = column.endsWith("?");
      String name = optional ? column.substring(0, column.length() - 1) : column;
      if (there.contains(name)) {
        wanted.add(name);
      } else if (!optional) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.DATABASE_COLUMN_MISSING,
              settings.source(),
              settings.prefix() + table,
              String.join(", ", missing)));
    }
    String names = wanted.stream().map(this::quoted).collect(Collectors.joining(", "));
    read("SELECT " + names + " FROM " + quoted(settings.prefix() + table) + " " + where, use);
  }

  private String quoted(String name) {
    return quote + name + quote;
  }

  private void read(String query, RowUse use) {
    try (PreparedStatement statement =
        connection.prepareStatement(
            query, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // Streamed: a log has more rows than there is memory.
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        ResultSetMetaData meta = rows.getMetaData();
        Map<String, Integer> places = new HashMap<>();
        for (int place = 1; place <= meta.getColumnCount(); place++) {
          places.put(meta.getColumnLabel(place).toLowerCase(Locale.ROOT), place);
        }
        MoodleRow row = new MoodleRow(rows, places);
        while (rows.next()) {
          use.use(row);
        }
      }
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /** One number that a query over a table gives; 0 for null. */
  long number(String expression, String table, String where) {
    String query =
        "SELECT " + expression + " FROM " + quoted(settings.prefix() + table) + " " + where;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /** The database's clock, in epoch seconds. */
  long now() {
    boolean postgres = settings.url().startsWith("jdbc:postgresql:");
    String query =
        postgres ? "SELECT CAST(EXTRACT(EPOCH FROM now()) AS BIGINT)" : "SELECT UNIX_TIMESTAMP()";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  private PipelineException failed(SQLException failure) {
    return new PipelineException(
        Fault.of(ErrorCode.DATABASE_FAILED, settings.source(), settings.place(), reason(failure)),
        failure);
  }

  @Override
  public void close() {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException lost) {
      // Nothing was written; a connection that is gone needs no closing.
    }
  }
}
