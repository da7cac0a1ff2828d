package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.testing.TestWorkers;

/** A lake of another format is refused; what no state names goes when a lake is recovered. */
class LakeFormatTest {
  @TempDir private Path warehouse;

  private Lake open() {
    return Lake.open(TestWorkers.shared().hadoop(), warehouse.toString());
  }

  private void state(String json) throws IOException {
    Files.createDirectories(warehouse.resolve("_chuyencan"));
    Files.writeString(warehouse.resolve("_chuyencan/state.json"), json);
  }

  @Test
  void aLakeFromBeforeThereWereFormatsIsRefused() throws IOException {
    state(
        """
        {"lastBatch":3,"measuredBatch":3,"measuredAsOf":"","measuredWith":"",
         "snapshots":{"learning_event":7}}
        """);
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            PipelineException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(fault -> fault.code())
                    .containsExactly(ErrorCode.WAREHOUSE_OF_OTHER_FORMAT));
  }

  @Test
  void aLaterFormatIsRefusedByItsNumber() throws IOException {
    state("{\"format\":5,\"whatever\":1,\"lastBatch\":1,\"snapshots\":{\"x\":7}}");
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            PipelineException.class,
            refused ->
                assertThat(refused.faults().get(0).arguments())
                    .containsExactly(warehouse.toString(), "5", "3"));
  }

  @Test
  void anEmptyLakeOfAnyFormatIsGoneOnWith() throws IOException {
    state("{\"lastBatch\":0,\"snapshots\":{}}");
    assertThat(open().state().lastBatch()).isZero();
  }

  @Test
  void runsThatNoStateNamesGo() throws IOException {
    Lake lake = open();
    Path ids = warehouse.resolve("_chuyencan/ids");
    Files.createDirectories(ids.resolve("kept"));
    Files.createDirectories(ids.resolve("dead"));
    Files.createDirectories(warehouse.resolve("_chuyencan/notes/7"));
    lake.commit(lake.state().withBatch(1, List.of(new IdRun("kept", 1, 5))));

    Lake next = open();
    next.recover();
    assertThat(ids.resolve("kept")).exists();
    assertThat(ids.resolve("dead")).doesNotExist();
    assertThat(warehouse.resolve("_chuyencan/notes")).doesNotExist();
    assertThat(next.state().idRuns()).containsExactly(new IdRun("kept", 1, 5));
  }

  /** A warehouse of an older program goes on: what may be empty by now is allowed to be. */
  @Test
  void aColumnThatMayBeEmptyNowIsAllowedToBe() {
    open()
        .table(Tables.FORUM_POST)
        .updateSchema()
        .allowIncompatibleChanges()
        .requireColumn("event_id")
        .commit();
    org.apache.iceberg.Table table = open().table(Tables.FORUM_POST);
    assertThat(table.schema().findField("event_id").isOptional()).isTrue();
    assertThat(table.schema().findField("post_id").isRequired()).isTrue();
  }

  /** The table as somebody else sees it who knows no contract. */
  private org.apache.iceberg.Table raw() {
    open().table(Tables.FORUM_POST);
    return new HadoopTables(TestWorkers.shared().hadoop())
        .load(warehouse.resolve("chuyencan/forum_post").toString());
  }

  /** What looks for leavings of a dead run sees tables as they are, and leaves none of them so. */
  @Test
  void afterARunThatDiedATableStillGetsTheColumnsThatItLacks() {
    open().recover();
    raw().updateSchema().deleteColumn("event_id").commit();
    Lake next = open();
    next.recover();
    assertThat(next.table(Tables.FORUM_POST).schema().findField("event_id")).isNotNull();
  }

  private void assertRefused(ErrorCode code) {
    assertThatThrownBy(() -> open().table(Tables.FORUM_POST))
        .isInstanceOfSatisfying(
            PipelineException.class,
            refused -> assertThat(refused.faults().get(0).code()).isEqualTo(code));
  }

  @Test
  void aTableOfANewerProgramIsRefused() {
    org.apache.iceberg.Table table = raw();
    for (String version : List.of("999-0-0", "1-999-0", "1-0-999")) {
      table.updateProperties().set("chuyencan.table-version", version).commit();
      assertRefused(ErrorCode.TABLE_OF_NEWER_PROGRAM);
    }
  }

  @Test
  void aColumnOfAnotherTypeIsRefused() {
    org.apache.iceberg.Table table = raw();
    table.updateSchema().deleteColumn("post_id").commit();
    table.updateSchema().addColumn("post_id", Types.LongType.get()).commit();
    assertRefused(ErrorCode.TABLE_OF_OTHER_COLUMNS);
  }

  @Test
  void aTableTellsTheVersionOfItsColumns() {
    assertThat(open().table(Tables.FORUM_POST).properties())
        .containsEntry(
            "chuyencan.table-version", TableContract.of(Tables.FORUM_POST).version().toString());
  }
}
