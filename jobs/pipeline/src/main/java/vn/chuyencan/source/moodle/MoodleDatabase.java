package vn.chuyencan.source.moodle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final String TABLE_ABSENT = "42S02";

  /** The list of modules that are installed. */
  private static final String INSTALLED = "modules";

  /** A table that every Moodle has, and nothing else has under this name. */
  private static final String TELLING = "course_modules";

  private static final String SCHEMA_OF_TABLE =
      "SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
          + " ON n.oid = c.relnamespace WHERE c.oid = to_regclass(quote_ident(lower(?)))";

  private final MoodleSettings settings;
  private final Connection connection;
  private final String quote;
  private final DatabaseFaults faults;
  private final Map<String, Set<String>> known = new HashMap<>();
  private final Set<Fault> found;
  private Set<String> installed;
  private String schema;

  private MoodleDatabase(
      MoodleSettings settings, Connection connection, String quote, Set<Fault> found) {
    this.settings = settings;
    this.connection = connection;
    this.quote = quote;
    this.found = found;
    this.faults = new DatabaseFaults(settings);
  }

  /** Uses the row at which a query stands. */
  interface RowUse {
    void use(MoodleRow row) throws SQLException;
  }

  /**
   * Opens it.
   *
   * @throws PipelineException {@link ErrorCode#DATABASE_UNREACHABLE}, {@link
   *     ErrorCode#DATABASE_HOST_UNKNOWN}, {@link ErrorCode#DATABASE_LOGIN_REFUSED}, {@link
   *     ErrorCode#DATABASE_UNKNOWN}, {@link ErrorCode#DATABASE_SILENT}
   */
  static MoodleDatabase open(MoodleSettings settings) {
    return open(settings, null);
  }

  /**
   * Opens it to be tried: every table that is read is asked for its columns and for no row, and
   * what is at fault goes into a set instead of ending the reading.
   *
   * @throws PipelineException as {@link #open(MoodleSettings)} does
   */
  static MoodleDatabase tried(MoodleSettings settings, Set<Fault> found) {
    return open(settings, found);
  }

  private static MoodleDatabase open(MoodleSettings settings, Set<Fault> found) {
    try {
      Connection connection = DatabaseEntrance.open(settings);
      return new MoodleDatabase(
          settings, connection, connection.getMetaData().getIdentifierQuoteString(), found);
    } catch (SQLException failure) {
      throw new DatabaseFaults(settings).opening(failure);
    }
  }

  /** Whether it is only tried, and no row is read of it. */
  boolean isTried() {
    return found != null;
  }

  /**
   * Conditions for any number of ids; one at least where the database is only tried, for then every
   * table is to be asked once.
   */
  List<String> several(Collection<Long> ids) {
    return IdLists.several(isTried() ? Set.of(0L) : ids);
  }

  MoodleSettings settings() {
    return settings;
  }

  /**
   * Whether the site has this table of a module: plugins need not be there.
   *
   * @throws PipelineException {@link ErrorCode#DATABASE_RIGHT_MISSING} if the module is installed
   *     and the user may not see its table: what it tells must not be taken for nothing
   */
  boolean has(String module, String table) {
    if (!columns(table).isEmpty()) {
      return true;
    }
    if (installed().contains(module)) {
      try {
        requireRight(table);
      } catch (PipelineException refused) {
        note(refused);
      }
    }
    return false;
  }

  private Set<String> installed() {
    if (installed == null) {
      Set<String> names = new HashSet<>();
      read(INSTALLED, "name", "", row -> names.add(row.text("name")));
      installed = names;
    }
    return installed;
  }

  /** Whether a module keeps what it is called in a table of its own name, as modules do. */
  boolean hasNames(String module) {
    return has(module, module) && columns(module).contains("name");
  }

  /** Whether the site has a table of Moodle itself with this column: versions differ. */
  boolean hasColumn(String table, String column) {
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
            .getColumns(connection.getCatalog(), schema(), escaped(name), null)) {
      while (found.next()) {
        if (found.getString("TABLE_NAME").equalsIgnoreCase(name)) {
          columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
      return columns;
    } catch (SQLException failure) {
      throw faults.reading(failure, table);
    }
  }

  /**
   * Asks for no row of a table that cannot be seen: the server says whether that is for a right.
   */
  private void requireRight(String table) {
    if (settings.isPostgres()) {
      // It shows tables also to those who may not read them; the reading will tell.
      return;
    }
    String query = "SELECT 1 FROM " + named(table) + " WHERE 1 = 0";
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery(query)) {
      none.next();
    } catch (SQLException failure) {
      if (DatabaseFaults.isRightMissing(failure)) {
        throw faults.rightMissing(table, failure);
      }
      if (!TABLE_ABSENT.equals(failure.getSQLState())) {
        throw faults.reading(failure, table);
      }
    }
  }

  private PipelineException missing(String table) {
    List<String> prefixes = prefixes();
    if (!prefixes.isEmpty() && !prefixes.contains(settings.prefix())) {
      return new PipelineException(
          Fault.of(
              ErrorCode.DATABASE_PREFIX_WRONG,
              settings.source(),
              settings.place(),
              settings.prefix(),
              String.join(", ", prefixes)));
    }
    return new PipelineException(
        Fault.of(
            ErrorCode.DATABASE_TABLE_MISSING,
            settings.source(),
            settings.prefix() + table,
            settings.place()));
  }

  /** Under which prefixes there are tables of a Moodle. */
  private List<String> prefixes() {
    List<String> prefixes = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                schema(),
                "%" + escaped(TELLING),
                new String[] {"TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        prefixes.add(name.substring(0, name.length() - TELLING.length()));
      }
      return prefixes.stream().sorted().toList();
    } catch (SQLException failure) {
      throw faults.reading(failure, TELLING);
    }
  }

  /**
   * Where the site's tables lie. On PostgreSQL the first schema of the search path can be another,
   * as of a user who has a schema of his own name.
   */
  private String schema() throws SQLException {
    if (!settings.isPostgres()) {
      return connection.getSchema();
    }
    if (schema == null) {
      schema = connection.getSchema();
      try (PreparedStatement statement = connection.prepareStatement(SCHEMA_OF_TABLE)) {
        statement.setString(1, settings.prefix() + TELLING);
        try (ResultSet found = statement.executeQuery()) {
          if (found.next()) {
            schema = found.getString(1);
          }
        }
      }
    }
    return schema;
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
   *     ErrorCode#DATABASE_PREFIX_WRONG}, {@link ErrorCode#DATABASE_RIGHT_MISSING}, {@link
   *     ErrorCode#DATABASE_COLUMN_MISSING}, {@link ErrorCode#DATABASE_STOPPED}, {@link
   *     ErrorCode#DATABASE_SILENT}, {@link ErrorCode#DATABASE_FAILED}
   */
  void each(String table, String columns, String where, RowUse use) {
    // Which modules there are decides which tables are to be tried.
    boolean tried = found != null && !table.equals(INSTALLED);
    try {
      read(table, columns, tried ? "WHERE 1 = 0" : where, use);
    } catch (PipelineException refused) {
      note(refused);
    }
  }

  /** Goes on after a fault where the database is only tried and still answers. */
  private void note(PipelineException refused) {
    if (found == null || !isOpen()) {
      throw refused;
    }
    found.addAll(refused.faults());
    try {
      // PostgreSQL answers nothing more in a transaction in which something failed.
      connection.rollback();
    } catch (SQLException lost) {
      throw refused;
    }
  }

  private boolean isOpen() {
    try {
      return !connection.isClosed();
    } catch (SQLException lost) {
      return false;
    }
  }

  private void read(String table, String columns, String where, RowUse use) {
    Set<String> there = columns(table);
    if (there.isEmpty()) {
      requireRight(table);
      throw missing(table);
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
    ask("SELECT " + names + " FROM " + named(table) + " " + where, table, use);
  }

  private String quoted(String name) {
    return quote + name + quote;
  }

  /**
   * Asks what no reading of one table's rows tells.
   *
   * @param table the one that is asked about, for messages
   */
  void ask(String query, String table, RowUse use) {
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
      throw faults.reading(failure, table);
    }
  }

  /** A table's name as it stands in a query. */
  String named(String table) {
    return quoted(settings.prefix() + table);
  }

  /** One number that a query over a table gives; 0 for null. */
  long number(String expression, String table, String where) {
    String query = "SELECT " + expression + " FROM " + named(table) + " " + where;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException failure) {
      throw faults.reading(failure, table);
    }
  }

  /** The database's clock, in epoch seconds. */
  long now() {
    String query =
        settings.isPostgres()
            ? "SELECT CAST(EXTRACT(EPOCH FROM now()) AS BIGINT)"
            : "SELECT UNIX_TIMESTAMP()";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      throw faults.reading(failure, "");
    }
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
