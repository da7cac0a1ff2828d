package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.table.CatalogSettings;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakePlace;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.Golden;
import vn.chuyencan.testing.RestCatalogServer;
import vn.chuyencan.testing.StoreFiles;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.testing.TravellingWorkers;
import vn.chuyencan.work.ThreadWorkers;
import vn.chuyencan.work.Workers;

/** Nights whose tables a database names publish what nights of a plain directory do. */
class CatalogNightTest {
  private static final LocalDate EARLIER = LocalDate.of(2026, 10, 4);

  @TempDir private Path folder;

  private static CatalogSettings jdbc(String address, String user, String password) {
    Map<String, String> properties = new HashMap<>();
    properties.put("type", "jdbc");
    properties.put("uri", address);
    properties.put("jdbc.user", user);
    properties.put("jdbc.password", password);
    return new CatalogSettings(CatalogSettings.Kind.JDBC, "chuyencan", address, properties);
  }

  /** The warehouse and the statements lie where a rename is none. */
  @Test
  void onADatabaseInMemoryAndAStoreOfObjects() throws IOException {
    CatalogSettings catalog = jdbc("jdbc:h2:mem:catalog;DB_CLOSE_DELAY=-1", "lake", "secret");
    try (Workers workers =
        // Keys of files must travel with the tables that tasks write.
        new TravellingWorkers(
            new ThreadWorkers(2, StoreFiles.settings(TestWorkers.shared().hadoop())))) {
      publishesTheExpected(
          new SampleNights(folder, workers)
              .catalog(catalog)
              .encrypting()
              .place(path -> StoreFiles.place(Path.of(path))));
    }
    assertThat(folder.resolve("warehouse/_chuyencan/state.json")).exists();
    assertThat(folder.resolve("warehouse/_chuyencan/state.json.next")).doesNotExist();
  }

  @Test
  @Tag("database")
  void onPostgreSql() throws IOException, SQLException {
    DatabaseServer server = DatabaseServer.POSTGRESQL;
    String name = "chuyencan_catalog_" + UUID.randomUUID().toString().replace("-", "");
    administer(server, "CREATE DATABASE " + name);
    try {
      publishesTheExpected(
          new SampleNights(folder)
              .catalog(jdbc(server.url(name), server.user(), server.password())));
    } finally {
      administer(server, "DROP DATABASE " + name + " WITH (FORCE)");
    }
  }

  /** A server of Iceberg's REST protocol, which tells where the tables' metadata stand. */
  @Test
  void onARestServer() throws IOException {
    String warehouse = folder.resolve("warehouse").toString();
    try (RestCatalogServer server =
        new RestCatalogServer(TestWorkers.shared().hadoop(), warehouse, "let me in")) {
      publishesTheExpected(
          new SampleNights(folder).catalog(rest(server.uri(), "let me in")).encrypting());

      PipelineException refused =
          catchThrowableOfType(
              PipelineException.class,
              () ->
                  Lake.open(
                      TestWorkers.shared().hadoop(),
                      LakePlace.in(warehouse, rest(server.uri(), "it is me"))));
      assertThat(refused.faults().get(0).code()).isEqualTo(ErrorCode.CATALOG_LOGIN_REFUSED);
      assertThat(refused.faults().get(0).message(Language.EN)).doesNotContain("it is me");
    }
  }

  private static CatalogSettings rest(String address, String token) {
    return new CatalogSettings(
        CatalogSettings.Kind.REST,
        "chuyencan",
        address,
        Map.of("type", "rest", "uri", address, "token", token));
  }

  private static void administer(DatabaseServer server, String statement) throws SQLException {
    try (Connection connection = server.administer();
        Statement asked = connection.createStatement()) {
      asked.execute(statement);
    }
  }

  /** A first night, a second that dies while it writes, and the second again. */
  private static void publishesTheExpected(SampleNights nights) throws IOException {
    nights.deliver(SampleNights.allFiles().stream().filter(file -> !file.contains("W4")).toList());
    nights.run(EARLIER, "first");

    nights.deliver(SampleNights.allFiles());
    Lake dying = nights.night(SampleNights.LAST).lake();
    dying
        .change()
        .appendRows(
            Tables.VOIDING,
            List.of(
                Map.of(
                    "by_event_id", new UUID(0, 1),
                    "target_event_id", new UUID(0, 2),
                    "batch_id", 77L)))
        .apply();
    dying.close();

    NightlyRun.Outcome again = nights.run(SampleNights.LAST, "again");
    for (Manifest.Table table : again.manifest().tables()) {
      if (!table.operational()) {
        Golden.assertMatches(
            nights.published().resolve("latest").resolve(table.csv()), table.csv());
      }
    }
    assertThat(nights.run(SampleNights.LAST, "third").manifest().digest())
        .isEqualTo(again.manifest().digest());
  }
}
