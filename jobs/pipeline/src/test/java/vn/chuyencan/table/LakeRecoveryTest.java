package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import vn.chuyencan.testing.TestWorkers;

/** What a run that dies leaves in the lake, and that the next run takes it back. */
class LakeRecoveryTest {
  @TempDir private Path warehouse;

  private Lake open() {
    return Lake.open(TestWorkers.shared().hadoop(), warehouse.toUri().toString());
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

  private Path stateFile() {
    return warehouse.resolve("_chuyencan/state.json");
  }

  @Test
  void rowsOfAStepThatDiedGoAndCommittedOnesStay() {
    Lake dying = open();
    append(dying, 1);
    dying.commit(dying.state().withLastBatch(1));
    append(dying, 2);

    Lake next = open();
    assertThat(batches(next)).containsExactly(1L, 2L);
    assertThat(next.recover()).containsExactly(Tables.VOIDING);
    assertThat(batches(next)).containsExactly(1L);
    assertThat(next.recover()).isEmpty();
  }

  @Test
  void aTableThatTheDeadStepFirstFilledIsEmptyAndGoesOn() {
    Lake dying = open();
    append(dying, 1);

    Lake next = open();
    assertThat(next.recover()).containsExactly(Tables.VOIDING);
    assertThat(batches(next)).isEmpty();
    append(next, 3);
    next.commit(next.state().withLastBatch(1));
    assertThat(batches(open())).containsExactly(3L);
    assertThat(open().recover()).isEmpty();
  }

  @Test
  void recoveryThatDiesIsDoneAgainByTheNext() {
    Lake dying = open();
    append(dying, 1);
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
    append(next, 1);
    next.commit(next.state().withLastBatch(1));
    assertThat(batches(open())).containsExactly(1L);
  }

  /** Files beneath the tables, but for the versions of metadata, which every commit adds to. */
  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(warehouse.resolve("chuyencan"))) {
      return all.filter(Files::isRegularFile)
          .map(file -> warehouse.relativize(file).toString())
          .filter(file -> !file.contains(".metadata.json"))
          .sorted()
          .toList();
    }
  }

  @Test
  void noFileStaysOfWhatADeadRunWrote() throws IOException {
    Lake first = open();
    first.recover();
    append(first, 1);
    first.commit(first.state().withLastBatch(1));
    first.ended(false);
    List<String> committed = files();

    Lake dying = open();
    dying.recover();
    append(dying, 2);
    Path data = warehouse.resolve("chuyencan/" + Tables.VOIDING + "/data");
    Files.writeString(data.resolve("of-a-task.parquet"), "not committed");
    Files.writeString(data.resolveSibling("metadata").resolve("x-version-hint.temp"), "9");
    Path halfMade = warehouse.resolve("chuyencan/" + Tables.VERB + "/metadata");
    Files.writeString(
        Files.createDirectories(halfMade).resolve(new UUID(7, 7) + ".metadata.json"), "{");
    Files.writeString(
        Files.createDirectories(warehouse.resolve("_chuyencan/notes")).resolve("1"), "a note");

    Lake next = open();
    assertThat(next.recover()).containsExactly(Tables.VOIDING);

    assertThat(files()).containsExactlyElementsOf(committed);
    assertThat(batches(next)).containsExactly(1L);
    assertThat(halfMade).isEmptyDirectory();
    next.ended(false);
    assertThat(warehouse.resolve("_chuyencan"))
        .isDirectoryNotContaining(file -> !file.endsWith("state.json"));
  }

  /** Executors that are lost, or slower than a second attempt elsewhere, leave such files. */
  @Test
  void noFileStaysOfAnAttemptThatDidNotCount() throws IOException {
    Lake lake = open();
    lake.recover();
    append(lake, 1);
    lake.commit(lake.state().withLastBatch(1));
    List<String> committed = files();
    Path data = warehouse.resolve("chuyencan/" + Tables.VOIDING + "/data");
    Files.writeString(data.resolve("of-a-lost-attempt.parquet"), "not committed");
    lake.ended(true);
    assertThat(files()).containsExactlyElementsOf(committed);

    Files.writeString(data.resolve("of-an-attempt-that-went-on.parquet"), "nor this");
    Lake next = open();
    assertThat(next.recover()).isEmpty();
    assertThat(files()).containsExactlyElementsOf(committed);
    assertThat(batches(next)).containsExactly(1L);
  }

  @Test
  void ofATableThatTheDeadRunFirstFilledNoRowIsOnTheDisk() throws IOException {
    Lake dying = open();
    dying.recover();
    append(dying, 1);
    append(dying, 2);

    open().recover();

    assertThat(files()).noneMatch(file -> file.endsWith(".parquet"));
  }

  /** It died between the state and the end of the run: all that it wrote counts. */
  @Test
  void whatWasCommittedStaysThoughTheRunDied() throws IOException {
    Lake dying = open();
    dying.recover();
    append(dying, 1);
    dying.commit(dying.state().withLastBatch(1));
    List<String> committed = files();

    Lake next = open();
    assertThat(next.recover()).isEmpty();

    assertThat(files()).containsExactlyElementsOf(committed);
    assertThat(batches(next)).containsExactly(1L);
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
