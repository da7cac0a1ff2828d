package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.TestWorkers;

/** Small tables over many nights. */
class LakeChangeTest {
  private static final int NIGHTS = 60;
  private static final int FEW = 25;

  @TempDir private Path warehouse;

  @Test
  void aSmallTableStaysInFewFilesAndLosesNothing() throws Exception {
    Lake lake = Lake.open(TestWorkers.shared().hadoop(), warehouse.toString());
    for (long night = 1; night <= NIGHTS; night++) {
      Map<String, Object> row =
          Map.of(
              "target_event_id", new UUID(1, night),
              "by_event_id", new UUID(2, night),
              "batch_id", night);
      lake.change().appendRows(Tables.VOIDING, List.of(row)).apply();
      lake.commit(lake.state().withLastBatch(night));
    }
    List<Object> batches = new ArrayList<>();
    try (CloseableIterable<Record> rows = lake.rows(Tables.VOIDING, Expressions.alwaysTrue())) {
      rows.forEach(row -> batches.add(row.getField("batch_id")));
    }
    assertThat(batches)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, NIGHTS).mapToObj(night -> (Object) night).toList());
    List<FileScanTask> files = LakeFiles.plan(lake.table(Tables.VOIDING), Expressions.alwaysTrue());
    assertThat(files).hasSizeLessThan(FEW);
  }

  private static Map<String, Object> voiding(long number) {
    return Map.of(
        "target_event_id", new UUID(1, number),
        "by_event_id", new UUID(2, number),
        "batch_id", number);
  }

  private static List<Object> batches(Lake lake) throws Exception {
    List<Object> batches = new ArrayList<>();
    try (CloseableIterable<Record> rows = lake.rows(Tables.VOIDING, Expressions.alwaysTrue())) {
      rows.forEach(row -> batches.add(row.getField("batch_id")));
    }
    return batches;
  }

  /** Two months of a table replaced in one change: neither stands twice. */
  @Test
  void whatIsReplacedInSeveralCallsAddsUp() throws Exception {
    Lake lake = Lake.open(TestWorkers.shared().hadoop(), warehouse.toString());
    for (int time = 0; time < 2; time++) {
      LakeChange change = lake.change();
      for (long number = 1; number <= 2; number++) {
        change.replaceRows(
            Tables.VOIDING, Expressions.equal("batch_id", number), List.of(voiding(number)));
      }
      change.apply();
      lake.commit(lake.state().withLastBatch(2));
    }

    assertThat(batches(lake)).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void rowsAddedTwiceToATableOfManyFilesStandOnce() throws Exception {
    Lake lake = Lake.open(TestWorkers.shared().hadoop(), warehouse.toString());
    for (long night = 1; night <= FEW; night++) {
      lake.change().appendRows(Tables.VOIDING, List.of(voiding(night))).apply();
      lake.commit(lake.state().withLastBatch(night));
    }
    lake.change()
        .appendRows(Tables.VOIDING, List.of(voiding(FEW + 1)))
        .appendRows(Tables.VOIDING, List.of(voiding(FEW + 2)))
        .apply();

    assertThat(batches(lake)).hasSize(FEW + 2).doesNotHaveDuplicates();
  }

  @Test
  void aCommitOfTheCallersOwnLosesNothingSilently() {
    Lake lake = Lake.open(TestWorkers.shared().hadoop(), warehouse.toString());
    LakeChange change =
        lake.change()
            .appendRows(Tables.VOIDING, List.of(voiding(1)))
            .commit(Tables.VOIDING, table -> {});

    assertThatThrownBy(change::apply).hasMessageContaining(Tables.VOIDING);
  }
}
