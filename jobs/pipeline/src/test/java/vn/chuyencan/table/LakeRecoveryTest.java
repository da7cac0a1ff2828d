package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.SparkSessions;

/** What a run that dies leaves in the lake, and that the next run takes it back. */
class LakeRecoveryTest {
  @TempDir private Path warehouse;
  private SparkSession spark;

  @BeforeEach
  void session() {
    // A session of its own: a session keeps the catalog of the first lake that it opened.
    spark = SparkSessions.shared().newSession();
    SparkSession.setActiveSession(spark);
  }

  @AfterEach
  void sharedSession() {
    SparkSession.setActiveSession(SparkSessions.shared());
  }

  private Lake open() {
    return Lake.open(spark, warehouse.toUri().toString());
  }

  private Dataset<Row> voiding(long batch) {
    return spark.createDataFrame(
        List.of(
            RowFactory.create(new UUID(0, batch).toString(), new UUID(1, batch).toString(), batch)),
        TableContract.of(Tables.VOIDING).sparkSchema());
  }

  private static List<Long> batches(Lake lake) {
    return lake.read(Tables.VOIDING).select("batch_id").orderBy("batch_id").collectAsList().stream()
        .map(row -> row.getLong(0))
        .toList();
  }

  private Path stateFile() {
    return warehouse.resolve("_chuyencan/state.json");
  }

  @Test
  void rowsOfAStepThatDiedGoAndCommittedOnesStay() {
    Lake dying = open();
    dying.append(Tables.VOIDING, voiding(1));
    dying.commit(dying.state().withLastBatch(1));
    dying.append(Tables.VOIDING, voiding(2));

    Lake next = open();
    assertThat(batches(next)).containsExactly(1L, 2L);
    assertThat(next.recover()).containsExactly(Tables.VOIDING);
    assertThat(batches(next)).containsExactly(1L);
    assertThat(next.recover()).isEmpty();
  }

  @Test
  void aTableThatTheDeadStepFirstFilledIsEmptyAndGoesOn() {
    Lake dying = open();
    dying.append(Tables.VOIDING, voiding(1));

    Lake next = open();
    assertThat(next.recover()).containsExactly(Tables.VOIDING);
    assertThat(batches(next)).isEmpty();
    next.append(Tables.VOIDING, voiding(3));
    next.commit(next.state().withLastBatch(1));
    assertThat(batches(open())).containsExactly(3L);
    assertThat(open().recover()).isEmpty();
  }

  @Test
  void recoveryThatDiesIsDoneAgainByTheNext() {
    Lake dying = open();
    dying.append(Tables.VOIDING, voiding(1));
    open().recover();

    Lake next = open();
    next.recover();
    assertThat(batches(next)).isEmpty();
  }

  @Test
  void aTableHalfMadeIsNoTableYet() throws IOException {
    open();
    // What Iceberg has on the disk before it gives a table's first metadata their name.
    Path metadata =
        Files.createDirectories(warehouse.resolve("chuyencan/" + Tables.VOIDING + "/metadata"));
    Files.writeString(metadata.resolve(new UUID(7, 7) + ".metadata.json"), "{");

    Lake next = open();
    assertThat(next.recover()).isEmpty();
    next.append(Tables.VOIDING, voiding(1));
    next.commit(next.state().withLastBatch(1));
    assertThat(batches(open())).containsExactly(1L);
  }

  @Test
  void aHalfWrittenNextStateDoesNotCount() throws IOException {
    Lake lake = open();
    lake.commit(lake.state().withLastBatch(4));
    Files.writeString(stateFile().resolveSibling("state.json.next"), "{ \"lastBatch\" : 5");

    assertThat(open().state().lastBatch()).isEqualTo(4);
    Lake next = open();
    next.commit(next.state().withLastBatch(5));
    assertThat(open().state().lastBatch()).isEqualTo(5);
  }

  @Test
  void theStateHasNoChecksumBesideItThatCouldLagBehind() throws IOException {
    Lake lake = open();
    lake.commit(lake.state().withLastBatch(1));
    byte[] stale = "crc\0of another state".getBytes(StandardCharsets.UTF_8);
    Files.write(stateFile().resolveSibling(".state.json.crc"), stale);

    assertThat(open().state().lastBatch()).isEqualTo(1);
  }
}
