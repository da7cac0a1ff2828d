package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.Batch;
import vn.chuyencan.source.xapi.StatementFiles;
import vn.chuyencan.table.Lake;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.work.Workers;
import vn.chuyencan.xapi.ScanMode;
import vn.chuyencan.xapi.ScanOptions;

/** A lake of a test's own, into which what sources deliver is taken. */
public final class TestLake {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final String SOURCE = "lms";

  private final Path folder;
  private final Workers workers = TestWorkers.shared();
  private final Lake lake;
  private int files;

  /** An empty lake below a folder. */
  public TestLake(Path folder) {
    this.folder = folder;
    this.lake = Lake.open(workers.hadoop(), folder.resolve("warehouse").toString());
    lake.recover();
  }

  Lake lake() {
    return lake;
  }

  /** Delivers a file of statements and takes in what is new. */
  Batch takeIn(String source, List<String> statements) {
    Path delivered = folder.resolve(source);
    try {
      Files.createDirectories(delivered);
      Files.write(
          delivered.resolve("%05d.ndjson".formatted(files++)), statements, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return takeIn(source, delivered);
  }

  /** Takes in what is new in a folder, and commits. */
  Batch takeIn(String source, Path statements) {
    return takeIn(source, new StatementFiles(statements.toString()));
  }

  /** Takes in what is new in a source, and commits. */
  public Batch takeIn(String source, RecordSource records) {
    long batchId = lake.state().lastBatch() + 1;
    ScanOptions options =
        ScanOptions.of(
            ScanMode.LENIENT,
            "secret".getBytes(StandardCharsets.UTF_8),
            Instant.parse("2027-01-01T00:00:00Z"));
    Intake intake =
        records.ingest(
            new RecordIntake(
                workers, lake, source, batchId, ZONE, LocalDate.of(2026, 11, 2), "test"),
            options);
    lake.commit(lake.state().withBatch(batchId, intake.idRuns()));
    return intake.batch();
  }

  /** All rows of a table. */
  public List<Record> rows(String table, String... columns) {
    List<Record> rows = new ArrayList<>();
    try (CloseableIterable<Record> found = lake.rows(table, Expressions.alwaysTrue(), columns)) {
      found.forEach(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
