package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.testing.TestWorkers;

/** A lake whose tables are named by a database, and what is refused of such a catalog. */
class LakeCatalogTest {
  @TempDir private Path folder;

  private String database() {
    return "jdbc:h2:file:" + folder.resolve("catalog");
  }

  private static CatalogSettings jdbc(String address, String name, String password) {
    return new CatalogSettings(
        CatalogSettings.Kind.JDBC,
        name,
        address,
        Map.of("type", "jdbc", "uri", address, "jdbc.user", "lake", "jdbc.password", password));
  }

  private CatalogSettings own() {
    return jdbc(database(), "chuyencan", "secret");
  }

  private Lake open(String warehouse, CatalogSettings catalog) {
    return Lake.open(
        TestWorkers.shared().hadoop(), LakePlace.in(folder.resolve(warehouse).toString(), catalog));
  }

  private Lake open() {
    return open("warehouse", own());
  }

  private static void append(Lake lake, long batch) {
    lake.change()
        .appendRows(
            Tables.VOIDING,
            List.of(
                Map.of(
                    "by_event_id", new UUID(0, batch),
                    "target_event_id", new UUID(1, batch),
                    "batch_id", batch)))
        .apply();
  }

  private static List<Long> batches(Lake lake) {
    List<Long> batches = new ArrayList<>();
    try (CloseableIterable<Record> rows =
        lake.rows(Tables.VOIDING, Expressions.alwaysTrue(), "batch_id")) {
      rows.forEach(row -> batches.add((Long) row.getField("batch_id")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    batches.sort(null);
    return batches;
  }

  /** A lake with one committed row. */
  private void firstNight(String warehouse, CatalogSettings catalog) {
    try (Lake lake = open(warehouse, catalog)) {
      append(lake, 1);
      lake.commit(lake.state().withLastBatch(1));
    }
  }

  private Fault refusal(String warehouse, CatalogSettings catalog) {
    PipelineException refused =
        catchThrowableOfType(
            PipelineException.class,
            () -> {
              try (Lake lake = open(warehouse, catalog)) {
                append(lake, 9);
              }
            });
    assertThat(refused.faults()).hasSize(1);
    return refused.faults().get(0);
  }

  @Test
  void tablesLieInTheWarehouseAndTheirNamesInTheDatabase() throws SQLException {
    firstNight("warehouse", own());

    assertThat(folder.resolve("warehouse/chuyencan/" + Tables.VOIDING + "/metadata"))
        .isDirectoryContaining("glob:**/00001-*.metadata.json")
        .isDirectoryNotContaining("glob:**/version-hint.text");
    try (Connection connection = DriverManager.getConnection(database(), "lake", "secret");
        var names =
            connection
                .createStatement()
                .executeQuery("SELECT table_name FROM iceberg_tables ORDER BY 1")) {
      assertThat(names.next()).isTrue();
      assertThat(names.getString(1)).isEqualTo(Tables.VOIDING);
    }
  }

  @Test
  void rowsOfAStepThatDiedGoAndCommittedOnesStay() {
    firstNight("warehouse", own());
    try (Lake dying = open()) {
      append(dying, 2);
    }

    try (Lake next = open()) {
      assertThat(batches(next)).containsExactly(1L, 2L);
      assertThat(next.recover()).containsExactly(Tables.VOIDING);
      assertThat(batches(next)).containsExactly(1L);
      assertThat(next.recover()).isEmpty();
      append(next, 3);
      next.commit(next.state().withLastBatch(2));
    }
    try (Lake reader =
        Lake.reading(
            TestWorkers.shared().hadoop(),
            LakePlace.in(folder.resolve("warehouse").toString(), own()))) {
      assertThat(batches(reader)).containsExactly(1L, 3L);
    }
  }

  @Test
  void aTableThatTheDeadStepFirstFilledIsEmptyAndGoesOn() {
    try (Lake dying = open()) {
      append(dying, 1);
    }

    try (Lake next = open()) {
      assertThat(next.recover()).containsExactly(Tables.VOIDING);
      assertThat(batches(next)).isEmpty();
      append(next, 3);
      next.commit(next.state().withLastBatch(1));
      assertThat(batches(next)).containsExactly(3L);
    }
  }

  @Test
  void aTableHalfMadeIsNoTableYet() throws IOException {
    open().close();
    // What Iceberg has on the disk before it writes the table's name into the database.
    Path metadata =
        Files.createDirectories(
            folder.resolve("warehouse/chuyencan/" + Tables.VOIDING + "/metadata"));
    Files.writeString(metadata.resolve("00000-" + new UUID(7, 7) + ".metadata.json"), "{");

    try (Lake next = open()) {
      assertThat(next.recover()).isEmpty();
      append(next, 1);
      next.commit(next.state().withLastBatch(1));
      assertThat(batches(next)).containsExactly(1L);
    }
  }

  @Test
  void aReaderOfNothingMakesNothing() throws SQLException {
    try (Lake reader =
        Lake.reading(
            TestWorkers.shared().hadoop(),
            LakePlace.in(folder.resolve("warehouse").toString(), own()))) {
      assertThat(reader.exists(Tables.VOIDING)).isFalse();
    }

    try (Connection connection = DriverManager.getConnection(database(), "lake", "secret");
        var tables = connection.getMetaData().getTables(null, null, "ICEBERG%", null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  @Test
  void severalWarehousesShareADatabaseUnderNames() {
    firstNight("one", jdbc(database(), "one", "secret"));
    firstNight("two", jdbc(database(), "two", "secret"));

    try (Lake lake = open("two", jdbc(database(), "two", "secret"))) {
      assertThat(batches(lake)).containsExactly(1L);
    }
  }

  @Test
  void aCatalogOfAnotherWarehouseIsRefusedBeforeAnythingIsWritten() {
    firstNight("warehouse", own());

    Fault fault = refusal("other", own());
    assertThat(fault.code()).isEqualTo(ErrorCode.CATALOG_OF_OTHER_WAREHOUSE);
    assertThat(fault.code().kind().exitStatus()).isEqualTo(5);
    assertThat(fault.message(Language.EN))
        .contains("voiding", folder.resolve("other").toString(), "another `name`");
    assertThat(fault.message(Language.VI)).contains("là của kho khác");
    try (Lake lake = open()) {
      assertThat(batches(lake)).containsExactly(1L);
    }
  }

  @Test
  void aWarehouseUnderAnotherKindOfCatalogIsRefused() {
    firstNight("warehouse", own());
    firstNight("folders", CatalogSettings.FOLDERS);

    for (Fault fault :
        List.of(
            refusal("warehouse", CatalogSettings.FOLDERS),
            refusal("folders", jdbc(database(), "nobody", "secret")),
            refusal("warehouse", jdbc(database(), "nobody", "secret")))) {
      assertThat(fault.code()).isEqualTo(ErrorCode.WAREHOUSE_OF_OTHER_CATALOG);
      assertThat(fault.message(Language.EN)).contains("voiding", "was written with another");
    }
    try (Lake lake = open()) {
      assertThat(batches(lake)).containsExactly(1L);
    }
  }

  @Test
  void aWrongPasswordIsToldAndNotShown() {
    firstNight("warehouse", own());

    Fault fault = refusal("warehouse", jdbc(database() + ";IFEXISTS=TRUE", "chuyencan", "wr0ng"));
    assertThat(fault.code()).isEqualTo(ErrorCode.CATALOG_LOGIN_REFUSED);
    assertThat(fault.code().kind().exitStatus()).isEqualTo(5);
    assertThat(fault.message(Language.EN)).contains("refuses the user").doesNotContain("wr0ng");
  }

  @Test
  void aServerThatIsNotThereIsTold() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String address = "jdbc:postgresql://127.0.0.1:" + port + "/lake?password=wr0ng";

    Fault fault = refusal("warehouse", jdbc(address, "chuyencan", "secret"));
    assertThat(fault.code()).isEqualTo(ErrorCode.CATALOG_UNREACHABLE);
    assertThat(fault.message(Language.VI))
        .contains("không trả lời", "127.0.0.1:" + port)
        .doesNotContain("wr0ng");
  }

  @Test
  void aRestServerThatIsNotThereIsTold() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String address = "http://127.0.0.1:" + port;

    Fault fault =
        refusal(
            "warehouse",
            new CatalogSettings(
                CatalogSettings.Kind.REST,
                "chuyencan",
                address,
                Map.of("type", "rest", "uri", address)));
    assertThat(fault.code()).isEqualTo(ErrorCode.CATALOG_UNREACHABLE);
  }

  @Test
  void aDatabaseWhoseTablesAreSomebodyElsesIsTold() throws SQLException {
    try (Connection connection = DriverManager.getConnection(database(), "lake", "secret");
        var asked = connection.createStatement()) {
      asked.execute("CREATE TABLE iceberg_tables (weight_of_iceberg INT)");
    }

    Fault fault = refusal("warehouse", own());
    assertThat(fault.code()).isEqualTo(ErrorCode.CATALOG_FAILED);
    assertThat(fault.message(Language.EN)).contains("E5112", "failed");
  }

  @Test
  void anAddressThatNoDriverTakesIsTold() {
    Fault fault = refusal("warehouse", jdbc("jdbc:nobody://host/lake", "chuyencan", "secret"));
    assertThat(fault.code()).isEqualTo(ErrorCode.CATALOG_UNREACHABLE);
    assertThat(fault.message(Language.EN)).contains("jdbc:nobody:");
  }
}
