package vn.chuyencan.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A Moodle's tables in a database of a test's own, which is dropped when the site is closed. */
public final class MoodleSite implements AutoCloseable {
  private final DatabaseServer server;
  private final String database;
  private final String prefix;
  private final Map<String, List<MoodleVersion.Column>> tables;
  private final Connection connection;
  private final List<String> users = new ArrayList<>();

  /** Makes the tables, all empty. */
  public MoodleSite(DatabaseServer server, MoodleVersion version, String prefix) {
    this.server = server;
    this.database = "chuyencan_test_" + UUID.randomUUID().toString().replace("-", "");
    this.prefix = prefix;
    this.tables = version.tables();
    String tail = server == DatabaseServer.MARIADB ? " CHARACTER SET utf8mb4" : "";
    administer("CREATE DATABASE " + database + tail);
    try {
      this.connection = server.open(database);
      connection.setAutoCommit(false);
      for (Map.Entry<String, List<MoodleVersion.Column>> table : tables.entrySet()) {
        execute(
            "CREATE TABLE "
                + server.quoted(prefix + table.getKey())
                + " ("
                + table.getValue().stream().map(this::definition).collect(Collectors.joining(", "))
                + ")");
      }
      connection.commit();
    } catch (SQLException failure) {
      administer("DROP DATABASE " + database);
      throw new AssertionError(failure);
    }
  }

  /** A site of version 4.5 with the usual prefix. */
  public MoodleSite(DatabaseServer server) {
    this(server, MoodleVersion.V4_5, "mdl_");
  }

  private String definition(MoodleVersion.Column column) {
    if (column.name().equals("id")) {
      return "id BIGINT PRIMARY KEY";
    }
    String type =
        column
            .kind()
            .replace("long-text", server == DatabaseServer.MARIADB ? "LONGTEXT" : "TEXT")
            .replace("text(", "VARCHAR(")
            .replace("number", "BIGINT");
    return server.quoted(column.name())
        + " "
        + type.toUpperCase(Locale.ROOT)
        + (column.nullable() ? "" : " NOT NULL")
        + (column.usual() == null ? "" : " DEFAULT '" + column.usual() + "'");
  }

  public DatabaseServer server() {
    return server;
  }

  public String prefix() {
    return prefix;
  }

  /** The name of the database. */
  public String database() {
    return database;
  }

  public String url() {
    return server.url(database);
  }

  /**
   * Adds a row. What is not told and has no default is 0 or an empty text.
   *
   * @param told names of columns, each followed by its value
   */
  public MoodleSite add(String table, Object... told) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (MoodleVersion.Column column : tables.get(table)) {
      if (!column.nullable() && column.usual() == null) {
        row.put(column.name(), column.kind().contains("text") ? "" : Integer.valueOf(0));
      }
    }
    for (int i = 0; i < told.length; i += 2) {
      row.put((String) told[i], told[i + 1]);
    }
    String names = row.keySet().stream().map(server::quoted).collect(Collectors.joining(", "));
    String places = row.values().stream().map(value -> "?").collect(Collectors.joining(", "));
    String query =
        "INSERT INTO " + server.quoted(prefix + table) + " (" + names + ") VALUES (" + places + ")";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      int place = 1;
      for (Object value : row.values()) {
        statement.setObject(place++, value);
      }
      statement.executeUpdate();
      return this;
    } catch (SQLException failure) {
      throw new AssertionError(query, failure);
    }
  }

  /** Makes what was added and changed visible to others. */
  public MoodleSite commit() {
    try {
      connection.commit();
      return this;
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Changes the site by a statement in which {@code {name}} stands for a table, and commits. */
  public MoodleSite change(String statement) {
    execute(named(statement));
    return commit();
  }

  private String named(String statement) {
    String text = statement;
    for (String table : tables.keySet()) {
      text = text.replace("{" + table + "}", server.quoted(prefix + table));
    }
    return text;
  }

  private void execute(String query) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(query);
    } catch (SQLException failure) {
      throw new AssertionError(query, failure);
    }
  }

  /** How many rows each table of the database has, to see that nothing is written. */
  public Map<String, Long> contents() {
    Map<String, Long> contents = new TreeMap<>();
    for (String table : tables.keySet()) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT COUNT(*) FROM " + server.quoted(prefix + table))) {
        rows.next();
        contents.put(table, rows.getLong(1));
      } catch (SQLException failure) {
        throw new AssertionError(table, failure);
      }
    }
    commit();
    return contents;
  }

  /** Creates a user who may read this site and nothing else, and gives its name. */
  public String reader(String password) {
    String name = "reader_" + UUID.randomUUID().toString().substring(0, 8);
    users.add(name);
    if (server == DatabaseServer.MARIADB) {
      administer("CREATE USER " + name + "@'%' IDENTIFIED BY '" + password + "'");
      administer("GRANT SELECT ON " + database + ".* TO " + name + "@'%'");
    } else {
      administer("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
      change("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + name);
    }
    return name;
  }

  /** The same for somebody who may read every table but one. */
  public String readerWithout(String table, String password) {
    return readerWithout(Set.of(table), password);
  }

  /** The same for somebody who may read every table but some. */
  public String readerWithout(Set<String> hidden, String password) {
    String name = "reader_" + UUID.randomUUID().toString().substring(0, 8);
    users.add(name);
    boolean maria = server == DatabaseServer.MARIADB;
    administer(
        maria
            ? "CREATE USER " + name + "@'%' IDENTIFIED BY '" + password + "'"
            : "CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
    for (String other : tables.keySet()) {
      if (!hidden.contains(other)) {
        change("GRANT SELECT ON {" + other + "} TO " + name + (maria ? "@'%'" : ""));
      }
    }
    return name;
  }

  /** Ends all connections to this site but the test's own, as an administrator may. */
  public void killOthers() {
    if (server == DatabaseServer.POSTGRESQL) {
      administer(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
              + database
              + "' AND application_name = 'chuyencan'");
      return;
    }
    List<Long> others = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
                    + " AND db = '"
                    + database
                    + "'")) {
      while (rows.next()) {
        others.add(rows.getLong(1));
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    others.forEach(id -> administer("KILL " + id));
  }

  private void administer(String query) {
    try (Connection administrator = server.administer();
        Statement statement = administrator.createStatement()) {
      statement.execute(query);
    } catch (SQLException failure) {
      throw new AssertionError(
          query + " (the tests tagged database need the server " + server + ")", failure);
    }
  }

  @Override
  public void close() {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    } finally {
      administer(
          "DROP DATABASE "
              + database
              + (server == DatabaseServer.POSTGRESQL ? " WITH (FORCE)" : ""));
      users.forEach(name -> administer("DROP USER " + name));
    }
  }
}
