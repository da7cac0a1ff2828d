package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Execution;
import vn.chuyencan.table.FileTrees;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeFiles;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.TestWorkers;

/** A disk that gives other bytes than it was given, or loses files. */
class LakeDamageTest {
  private static final int ROWS = 500;

  @TempDir private Path warehouse;

  @BeforeEach
  void fill() {
    Lake lake = open();
    lake.change()
        .appendRows(
            Tables.VOIDING,
            IntStream.range(0, ROWS)
                .mapToObj(
                    row ->
                        Map.<String, Object>of(
                            "by_event_id", new UUID(row * 77L, row * 991L),
                            "target_event_id", new UUID(row * 13L, row * 17L),
                            "batch_id", 1L))
                .toList())
        .apply();
    lake.commit(lake.state().withLastBatch(1));
    lake.close();
  }

  private Lake open() {
    return Lake.open(TestWorkers.shared().hadoop(), warehouse.toString());
  }

  private Path file(String folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(warehouse.resolve("chuyencan/voiding/" + folder))) {
      return all.filter(one -> one.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  private static int count(CloseableIterable<Record> rows) {
    int count = 0;
    try (rows) {
      for (Record row : rows) {
        assertThat(row.getField("batch_id")).isNotNull();
        count++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count;
  }

  /** The ways in which files of a table are read. */
  private int read(int way) {
    try (Lake lake = open()) {
      Table table = lake.table(Tables.VOIDING);
      FileScanTask task = lake.files(Tables.VOIDING, Expressions.alwaysTrue()).get(0);
      return count(
          switch (way) {
            case 0 -> lake.rows(Tables.VOIDING, Expressions.alwaysTrue());
            case 1 -> LakeFiles.read(table, task, table.schema());
            default -> new LakeFileRows(table, table.schema()).of(task);
          });
    }
  }

  /** What a command makes of it. */
  private Fault refusal(int way) {
    Execution execution = new Execution(1, Optional.empty(), Map.of());
    PipelineException refused =
        catchThrowableOfType(PipelineException.class, () -> execution.during(workers -> read(way)));
    assertThat(refused).as("way " + way).isNotNull();
    assertThat(refused.exitStatus()).isEqualTo(5);
    assertThat(refused.faults().get(0).code()).isEqualTo(ErrorCode.WAREHOUSE_DAMAGED);
    return refused.faults().get(0);
  }

  @Test
  void oneByteThatChangedIsToldWithTheFile() throws IOException {
    Path data = file("data", ".parquet");
    byte[] bytes = Files.readAllBytes(data);
    for (int way = 0; way < 3; way++) {
      assertThat(read(way)).isEqualTo(ROWS);
    }
    // Within the page of the first column, after its header.
    bytes[200] ^= 1;
    Files.write(data, bytes);

    assertThat(refusal(0).message(Language.EN)).contains("chuyencan.voiding: ", "backup");
    assertThat(refusal(1).message(Language.EN)).contains(data.getFileName().toString());
    assertThat(refusal(2).message(Language.VI))
        .contains(data.getFileName().toString(), "kho dữ liệu đã hỏng");
  }

  @Test
  void filesThatAreGoneOrCutAreTold() throws IOException {
    Path data = file("data", ".parquet");
    byte[] bytes = Files.readAllBytes(data);

    Files.write(data, Arrays.copyOf(bytes, 100));
    for (int way = 0; way < 3; way++) {
      refusal(way);
    }
    Files.delete(data);
    for (int way = 0; way < 3; way++) {
      assertThat(refusal(way).message(Language.EN)).contains(data.getFileName().toString());
    }
    Files.write(data, bytes);
    Path list = file("metadata", ".avro");
    byte[] listed = Files.readAllBytes(list);
    Files.write(list, new byte[] {1, 2, 3});
    refusal(0);
    Files.write(list, listed);
    Files.writeString(file("metadata", "v2.metadata.json"), "{");
    refusal(0);
    Files.writeString(warehouse.resolve("_chuyencan/state.json"), "{\"format\":");
    assertThat(refusal(0).message(Language.EN)).contains("_chuyencan/state.json: ");
  }

  @Test
  void aTableThatIsGoneIsNotMadeAnewAndEmpty() throws IOException {
    Lake lake = open();
    FileTrees.delete(warehouse.resolve("chuyencan/voiding"));

    PipelineException refused =
        catchThrowableOfType(PipelineException.class, () -> lake.table(Tables.VOIDING));
    assertThat(refused.faults())
        .extracting(Fault::code)
        .isEqualTo(List.of(ErrorCode.WAREHOUSE_DAMAGED));
    assertThat(warehouse.resolve("chuyencan/voiding")).doesNotExist();
    lake.close();
  }
}
