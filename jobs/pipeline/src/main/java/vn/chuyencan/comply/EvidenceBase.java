package vn.chuyencan.comply;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What rules ask: registers and tables of the lake in one database, in this process's memory and
 * for as long as it is open. Decimals are exact, days are those of the institution's zone, and
 * nothing in it depends on the clock.
 */
public final class EvidenceBase implements AutoCloseable {
  private static final String ADDRESS =
      "jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
          + ";NON_KEYWORDS=DAY,MONTH,YEAR,VALUE,KEY,USER,HOUR";

  private static final int BATCH = 5_000;

  /** From how many rows an index is worth what it costs to make. */
  private static final int MANY = 200;

  private final Connection connection;

  private EvidenceBase(Connection connection) {
    this.connection = connection;
  }

  /** An empty one for a period. */
  public static EvidenceBase of(ReportPeriod period) {
    try {
      EvidenceBase base = new EvidenceBase(DriverManager.getConnection(ADDRESS));
      base.run("CREATE SCHEMA reg");
      base.run("CREATE SCHEMA lake");
      base.run(
          "CREATE TABLE judged("
              + "rule_id VARCHAR, scope_id VARCHAR, status VARCHAR, missing VARCHAR)");
      base.run(
          "CREATE TABLE period(year INT, first_day DATE, last_day DATE, as_of DATE, cut_off DATE,"
              + " review_days INT, publication_days INT, material_months INT)");
      try (PreparedStatement insert =
          base.connection.prepareStatement("INSERT INTO period VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
        insert.setInt(1, period.year());
        insert.setObject(2, period.firstDay());
        insert.setObject(3, period.lastDay());
        insert.setObject(4, period.asOf());
        insert.setObject(5, period.cutOff());
        insert.setInt(6, period.limits().reviewDays());
        insert.setInt(7, period.limits().publicationDays());
        insert.setInt(8, period.limits().materialMonths());
        insert.execute();
      }
      return base;
    } catch (SQLException impossible) {
      throw new IllegalStateException("no database in memory", impossible);
    }
  }

  /** Adds a table with its rows. */
  public void add(EvidenceTable table) {
    fill(table.origin().schema() + ".\"" + table.name() + '"', table.columns(), table.rows());
  }

  /** A table outside the schemas, in place of one of that name. */
  void put(String name, List<EvidenceTable.Column> columns, List<Object[]> rows) {
    run("DROP TABLE IF EXISTS \"" + name + '"');
    fill('"' + name + '"', columns, rows);
  }

  private void fill(String name, List<EvidenceTable.Column> columns, Iterable<Object[]> rows) {
    run(
        "CREATE TABLE "
            + name
            + columns.stream()
                .map(column -> '"' + column.name() + "\" " + column.type().sql())
                .collect(Collectors.joining(", ", "(", ")")));
    String places = columns.stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + name + " VALUES " + places)) {
      long count = 0;
      int waiting = 0;
      for (Object[] row : rows) {
        for (int column = 0; column < row.length; column++) {
          insert.setObject(column + 1, row[column]);
        }
        insert.addBatch();
        count++;
        waiting++;
        if (waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        insert.executeBatch();
      }
      index(name, count);
    } catch (SQLException failure) {
      throw new IllegalStateException(name + ": " + failure.getMessage(), failure);
    }
  }

  /**
   * Tables are joined by identifiers: without an index the database compares every row with every
   * row.
   */
  private void index(String name, long rows) {
    if (rows >= MANY) {
      for (String column : identifiers(name)) {
        run("CREATE INDEX ON " + name + "(\"" + column + "\")");
      }
    }
  }

  /** The columns of a table that has been added by which others join it. */
  List<String> identifiers(String name) {
    List<String> identifiers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + name + " WHERE FALSE")) {
      ResultSetMetaData columns = none.getMetaData();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        String label = columns.getColumnLabel(column).toLowerCase(Locale.ROOT);
        if (columns.getColumnType(column) == Types.VARCHAR && label.endsWith("_id")) {
          identifiers.add(columns.getColumnLabel(column));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(name + ": " + failure.getMessage(), failure);
    }
    return identifiers;
  }

  /** Adds what rules found, for those that are the sum of others. */
  void addJudged(List<Indicator> found) {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO judged VALUES (?, ?, ?, ?)")) {
      for (Indicator one : found) {
        insert.setString(1, one.rule().id());
        insert.setString(2, one.scopeId());
        insert.setString(3, one.status() == null ? null : one.status().name());
        insert.setString(4, one.missing().isEmpty() ? null : one.missing());
        insert.execute();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("judged: " + failure.getMessage(), failure);
    }
  }

  /** Makes a view's rows once, under its name. */
  void add(Regulation.View view) {
    String name = '"' + view.name() + '"';
    run("CREATE TABLE " + name + " AS " + view.sql());
    BigDecimal count = (BigDecimal) rows("SELECT COUNT(*) AS many FROM " + name).get(0).get("many");
    index(name, count.longValueExact());
  }

  /** The rows of a query, each by its columns' names in small letters, in the query's order. */
  public List<Map<String, Object>> rows(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      ResultSetMetaData columns = result.getMetaData();
      List<Map<String, Object>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
          row.put(
              columns.getColumnLabel(column).toLowerCase(Locale.ROOT),
              value(result, column, columns.getColumnType(column)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage() + "\n" + sql, failure);
    }
  }

  /** The version of the database. */
  String version() {
    try {
      return connection.getMetaData().getDatabaseProductVersion().split(" ", -1)[0];
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Object value(ResultSet result, int column, int type) throws SQLException {
    return switch (type) {
      case Types.DATE -> result.getObject(column, LocalDate.class);
      case Types.TIMESTAMP -> result.getObject(column, LocalDateTime.class);
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.NUMERIC,
          Types.DECIMAL ->
          result.getBigDecimal(column);
      case Types.BOOLEAN -> result.getObject(column, Boolean.class);
      case Types.NULL -> null;
      case Types.CHAR, Types.VARCHAR, Types.CLOB -> result.getString(column);
      default ->
          throw new SQLException(
              "column " + column + " is of a type that is not exact: cast it to NUMERIC");
    };
  }

  private void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage() + "\n" + sql, failure);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IllegalStateException("the database in memory does not close", failure);
    }
  }
}
