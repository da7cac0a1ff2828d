package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

/** A warehouse under another name of its folder, and one that was moved or copied. */
class LakePlaceTest {
  @TempDir private Path folder;

  private static Lake open(Path warehouse) {
    return open(LakePlace.in(warehouse.toString()));
  }

  private static Lake open(LakePlace place) {
    return Lake.open(TestWorkers.shared().hadoop(), place);
  }

  private static void night(Lake lake, long batch) {
    lake.recover();
    append(lake, batch);
    lake.commit(lake.state().withLastBatch(batch));
    lake.ended(false);
    lake.close();
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
        .appendRows(
            Tables.ACTOR,
            List.of(
                Map.of(
                    "actor_key",
                    batch,
                    "kind",
                    "account",
                    "home_page",
                    "https://lms.example",
                    "identifier",
                    "hv" + batch,
                    "first_batch_id",
                    batch)))
        .apply();
  }

  private static List<Long> batches(Lake lake, String table) {
    String column = table.equals(Tables.ACTOR) ? "first_batch_id" : "batch_id";
    List<Long> batches = new ArrayList<>();
    try (lake;
        CloseableIterable<Record> rows = lake.rows(table, Expressions.alwaysTrue(), column)) {
      rows.forEach(row -> batches.add((Long) row.getField(column)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    batches.sort(null);
    return batches;
  }

  private static Fault refusal(LakePlace place) {
    PipelineException refused =
        catchThrowableOfType(PipelineException.class, () -> open(place).close());
    assertThat(refused).isNotNull();
    return refused.faults().get(0);
  }

  private static List<String> files(Path warehouse) throws IOException {
    try (Stream<Path> all = Files.walk(warehouse)) {
      return all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    }
  }

  /** A folder with a symbolic link to it, and a night under each of the two names. */
  private Path nightsUnderTwoNames() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("warehouse"), real);
    night(open(link), 1);
    night(open(real), 2);
    return real;
  }

  @Test
  void theSweepAfterADeadRunKeepsFilesThatAreToldByTheOtherName() throws IOException {
    Path real = nightsUnderTwoNames();
    Lake dying = open(real);
    dying.recover();
    append(dying, 3);
    dying.close();

    Lake next = open(real);
    assertThat(next.recover()).containsExactly(Tables.ACTOR, Tables.VOIDING);
    next.close();

    for (String name : List.of("real", "warehouse")) {
      assertThat(batches(open(folder.resolve(name)), Tables.VOIDING)).containsExactly(1L, 2L);
      assertThat(batches(open(folder.resolve(name)), Tables.ACTOR)).containsExactly(1L, 2L);
    }
  }

  @Test
  void forgettingThePastKeepsThePresentThatIsToldByTheOtherName() throws IOException {
    Path real = nightsUnderTwoNames();

    Lake lake = open(real);
    append(lake, 3);
    lake.table(Tables.VOIDING)
        .newDelete()
        .deleteFromRowFilter(Expressions.equal("batch_id", 3L))
        .commit();
    lake.commit(lake.state());
    lake.forgetPast();
    assertThat(lake.table(Tables.VOIDING).snapshots())
        .containsExactly(lake.table(Tables.VOIDING).currentSnapshot());
    lake.close();

    assertThat(batches(open(real), Tables.VOIDING)).containsExactly(1L, 2L);
    assertThat(batches(open(folder.resolve("warehouse")), Tables.ACTOR))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void aWarehouseThatWasMovedIsRefused() throws IOException {
    Path first = folder.resolve("first");
    night(open(first), 1);
    Path moved = Files.move(first, folder.resolve("moved"));

    Fault fault = refusal(LakePlace.in(moved.toString()));
    assertThat(fault.code()).isEqualTo(ErrorCode.WAREHOUSE_MOVED);
    assertThat(fault.message(Language.EN))
        .contains(moved.toString(), first.toString(), "was moved, or is a copy");
    assertThat(fault.message(Language.VI)).contains("đã bị chuyển chỗ");

    Files.move(moved, first);
    assertThat(batches(open(first), Tables.VOIDING)).containsExactly(1L);
  }

  @Test
  void aCopyIsRefusedAndTheOriginalStaysAsItWas() throws IOException {
    Path original = folder.resolve("original");
    night(open(original), 1);
    Path copy = folder.resolve("copy");
    try (Stream<Path> all = Files.walk(original)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Files.copy(file, copy.resolve(original.relativize(file).toString()));
      }
    }
    List<String> before = files(original);

    assertThat(refusal(LakePlace.in(copy.toString())).code()).isEqualTo(ErrorCode.WAREHOUSE_MOVED);
    assertThat(files(original)).isEqualTo(before);
  }

  @Test
  void anotherVaultThanThatOfTheWarehouseIsRefused() throws IOException {
    Path warehouse = folder.resolve("warehouse");
    night(open(warehouse), 1);

    LakePlace elsewhere =
        new LakePlace(
            warehouse.toString(), CatalogSettings.FOLDERS, folder.resolve("vault").toString());
    Fault fault = refusal(elsewhere);
    assertThat(fault.code()).isEqualTo(ErrorCode.VAULT_OF_OTHER_WAREHOUSE);
    assertThat(fault.message(Language.EN)).contains(folder.resolve("vault").toString(), "actor");
    assertThat(fault.message(Language.VI)).contains("kho định danh");

    FileTrees.delete(folder.resolve("vault"));
    Files.move(warehouse.resolve("vault"), folder.resolve("vault"));
    assertThat(refusal(elsewhere).code()).isEqualTo(ErrorCode.WAREHOUSE_MOVED);
    Files.move(folder.resolve("vault"), warehouse.resolve("vault"));
    assertThat(batches(open(warehouse), Tables.ACTOR)).containsExactly(1L);
  }
}
