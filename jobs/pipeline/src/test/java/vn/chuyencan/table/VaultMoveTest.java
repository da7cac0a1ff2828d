package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.TestWorkers;

/** A warehouse of an older program has its identifiers among the other tables. */
class VaultMoveTest {
  @TempDir private Path warehouse;

  private static Configuration hadoop() {
    return TestWorkers.shared().hadoop();
  }

  private static List<String> identifiers(Lake lake) throws IOException {
    List<String> found = new ArrayList<>();
    try (CloseableIterable<Record> rows =
        lake.rows(Tables.ACTOR, Expressions.alwaysTrue(), "identifier")) {
      rows.forEach(row -> found.add((String) row.getField("identifier")));
    }
    return found;
  }

  @Test
  void theFirstWriterBringsThemIntoTheVaultAndReadersFindThemBeforeAndAfter() throws IOException {
    Lake old =
        Lake.open(
            hadoop(),
            new LakePlace(warehouse.toString(), CatalogSettings.FOLDERS, warehouse.toString()));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("actor_key", 7L);
    row.put("kind", "account");
    row.put("home_page", "https://lms.example");
    row.put("identifier", "an");
    row.put("name", null);
    row.put("first_batch_id", 1L);
    LakeChange change = old.change();
    change.appendRows(Tables.ACTOR, List.of(row));
    change.apply();
    old.commit(old.state().withLastBatch(1));
    Path before = warehouse.resolve("chuyencan/actor");
    assertThat(before).isDirectory();

    assertThat(identifiers(Lake.reading(hadoop(), warehouse.toString()))).containsExactly("an");
    Lake lake = Lake.open(hadoop(), warehouse.toString());
    assertThat(lake.recover()).isEmpty();
    assertThat(before).doesNotExist();
    assertThat(warehouse.resolve("vault/chuyencan/actor")).isDirectory();
    assertThat(identifiers(lake)).containsExactly("an");
    assertThat(identifiers(Lake.reading(hadoop(), warehouse.toString()))).containsExactly("an");
    assertThat(Lake.open(hadoop(), warehouse.toString()).recover()).isEmpty();
  }
}
