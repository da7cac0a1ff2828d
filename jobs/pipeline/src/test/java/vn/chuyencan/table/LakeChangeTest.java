package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;

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
}
