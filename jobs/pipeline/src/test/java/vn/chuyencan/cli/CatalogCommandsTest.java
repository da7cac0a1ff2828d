package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that only read a lake whose tables a database names. */
class CatalogCommandsTest {
  private static final String DATABASE = "jdbc:h2:mem:commands;DB_CLOSE_DELAY=-1";

  @TempDir private Path place;

  private CommandLines.Result command(String name, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = name;
    arguments[1] = "--config=" + place.resolve("chuyencan.yaml");
    arguments[2] = "--lang=en";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandLines.runWithSpark(arguments);
  }

  /** The connections to the database but the one that asks. */
  private static long connections() throws SQLException {
    try (Connection database = DriverManager.getConnection(DATABASE, "lake", "secret");
        Statement question = database.createStatement();
        ResultSet sessions =
            question.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")) {
      sessions.next();
      return sessions.getLong(1) - 1;
    }
  }

  @Test
  void whoOnlyReadsFindsTheCatalogAndLeavesNoConnectionBehind() throws IOException, SQLException {
    CommandLines.configuration(
        place,
        "policies: [flipped-classroom]\ncatalog: {kind: jdbc, uri: '"
            + DATABASE
            + "', user: lake, password: secret}\n");
    CommandLines.write(place, "statements/one.ndjson", CommandLines.STATEMENT);
    command("run", "--as-of=2026-09-08").done();
    assertThat(connections()).isZero();

    JsonNode status = new ObjectMapper().readTree(command("status", "--json").done().out());
    assertThat(status.path("troubles")).isEmpty();
    assertThat(status.at("/sources/lms/accepted").asLong()).isEqualTo(1);
    assertThat(connections()).as("status").isZero();

    command("identities").done();
    assertThat(connections()).as("identities").isZero();
    assertThat(command("verify", "--run=latest").done().out()).contains("Equal: ");
    assertThat(connections()).as("verify").isZero();
    assertThat(command("query", "SELECT events FROM source_health", "--format=csv").done().out())
        .isEqualTo("events\n1\n");
    assertThat(connections()).as("query").isZero();
  }
}
