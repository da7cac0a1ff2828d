package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.shaded.org.apache.parquet.format.FileMetaData;
import org.apache.iceberg.shaded.org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.TestWorkers;

/** What is written again and is the same is not replaced. */
class FileReplacementTest {
  private static final String TABLE = Tables.COMPLETION;
  private static final List<String> COURSES = List.of("Đ1", "Đ2", "Đ3", "Đ4");

  @TempDir private Path warehouse;

  private Lake lake() {
    return Lake.open(TestWorkers.shared().hadoop(), warehouse.toString());
  }

  private static Map<String, Object> row(String course, int learner, String state) {
    return Map.of(
        "course_id",
        course,
        "learner_id",
        "HV" + learner,
        "activity_id",
        "A1",
        "state",
        state,
        "source",
        "lms");
  }

  private static List<Map<String, Object>> rows(Map<String, List<Map<String, Object>>> byCourse) {
    return byCourse.values().stream().flatMap(List::stream).toList();
  }

  private static Expression of(Set<String> courses) {
    return Expressions.in("course_id", courses.toArray());
  }

  /** The rows by course run. */
  private static Map<String, List<String>> stored(Lake lake) throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    try (CloseableIterable<Record> rows = lake.rows(TABLE, Expressions.alwaysTrue())) {
      for (Record row : rows) {
        found
            .computeIfAbsent((String) row.getField("course_id"), course -> new ArrayList<>())
            .add(row.getField("learner_id") + " " + row.getField("state"));
      }
    }
    return found;
  }

  /** The files by course run. */
  private static Map<String, Set<String>> files(Lake lake) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (FileScanTask task : LakeFiles.plan(lake.table(TABLE), Expressions.alwaysTrue())) {
      found
          .computeIfAbsent(task.partition().get(0, String.class), course -> new TreeSet<>())
          .add(task.file().location());
    }
    return found;
  }

  private static void replace(Lake lake, Expression condition, List<Map<String, Object>> rows) {
    lake.change().replaceRows(TABLE, condition, rows).apply();
    lake.commit(lake.state().withLastBatch(lake.state().lastBatch() + 1));
  }

  /** The data files on the disk are those that some snapshot names. */
  private long dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(warehouse)) {
      return files
          .filter(file -> file.toString().contains(TABLE) && file.toString().endsWith(".parquet"))
          .count();
    }
  }

  /**
   * Whatever was replaced by whatever, the rows are those; and what is the same is the same file.
   */
  @Test
  void theRowsAreTheNewOnesAndFilesGoOnlyWhereSomethingChanged() throws IOException {
    Random random = new Random(7);
    Lake lake = lake();
    Map<String, List<Map<String, Object>>> now = new TreeMap<>();
    for (int night = 0; night < 25; night++) {
      Map<String, List<Map<String, Object>>> before = new TreeMap<>(now);
      Map<String, Set<String>> filesBefore = files(lake);
      Set<String> touched = new TreeSet<>();
      boolean all = random.nextInt(4) == 0;
      for (String course : COURSES) {
        if (all || random.nextBoolean()) {
          touched.add(course);
          List<Map<String, Object>> rows = new ArrayList<>();
          // Often as they were; at times as many, so that only the bytes differ; at times none.
          int learners = random.nextInt(3);
          for (int learner = 0; learner < learners; learner++) {
            rows.add(
                row(course, learner, random.nextInt(5) == 0 ? "complete_fail" : "complete_pass"));
          }
          now.put(course, rows);
        }
      }
      Map<String, List<Map<String, Object>>> written = new TreeMap<>(now);
      written.keySet().retainAll(touched);
      replace(lake, all ? Expressions.alwaysTrue() : of(touched), rows(written));

      Map<String, List<String>> expected = new TreeMap<>();
      now.forEach(
          (course, rows) ->
              rows.forEach(
                  row ->
                      expected
                          .computeIfAbsent(course, some -> new ArrayList<>())
                          .add(row.get("learner_id") + " " + row.get("state"))));
      assertThat(stored(lake)).as("night %d", night).isEqualTo(expected);
      for (String course : COURSES) {
        boolean same =
            now.getOrDefault(course, List.of()).equals(before.getOrDefault(course, List.of()));
        assertThat(
                files(lake)
                    .getOrDefault(course, Set.of())
                    .equals(filesBefore.getOrDefault(course, Set.of())))
            .as("night %d, %s", night, course)
            .isEqualTo(same);
      }
    }
  }

  @Test
  void whatIsAllTheSameIsNoChange() throws IOException {
    Lake lake = lake();
    List<Map<String, Object>> rows =
        List.of(row("Đ1", 1, "complete_pass"), row("Đ2", 1, "complete_fail"));
    replace(lake, Expressions.alwaysTrue(), rows);
    long snapshot = lake.table(TABLE).currentSnapshot().snapshotId();

    replace(lake, Expressions.alwaysTrue(), rows);
    assertThat(lake.table(TABLE).currentSnapshot().snapshotId()).isEqualTo(snapshot);
    assertThat(dataFiles()).isEqualTo(2);

    replace(lake, of(Set.of("Đ2")), List.of());
    assertThat(stored(lake)).containsOnlyKeys("Đ1");
  }

  /** As another run of Parquet's writer may have written it: encodings in another order. */
  private void writeOtherwise(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int tail = 2 * Integer.BYTES;
    int length =
        ByteBuffer.wrap(bytes, bytes.length - tail, tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
    int start = bytes.length - tail - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, start, length));
    footer.getRow_groups().stream()
        .flatMap(group -> group.getColumns().stream())
        .forEach(column -> Collections.reverse(column.getMeta_data().getEncodings()));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, written);
    assertThat(written.toByteArray()).hasSize(length);
    assertThat(written.toByteArray())
        .isNotEqualTo(Arrays.copyOfRange(bytes, start, start + length));
    System.arraycopy(written.toByteArray(), 0, bytes, start, length);
    Files.write(file, bytes);
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }

  @Test
  void whatAnotherProcessWroteIsTheSameToo() throws IOException {
    Lake lake = lake();
    List<Map<String, Object>> rows = List.of(row("Đ1", 1, "complete_pass"));
    replace(lake, Expressions.alwaysTrue(), rows);
    long snapshot = lake.table(TABLE).currentSnapshot().snapshotId();
    for (Set<String> some : files(lake).values()) {
      for (String file : some) {
        writeOtherwise(Path.of(new org.apache.hadoop.fs.Path(file).toUri().getPath()));
      }
    }

    replace(lake, Expressions.alwaysTrue(), rows);
    assertThat(lake.table(TABLE).currentSnapshot().snapshotId()).isEqualTo(snapshot);
  }

  /** Whether a bit of it flipped or it is gone: measured again it is whole again. */
  @Test
  void aDamagedFileIsReplaced() throws IOException {
    Lake lake = lake();
    List<Map<String, Object>> rows = List.of(row("Đ1", 1, "complete_pass"));
    replace(lake, Expressions.alwaysTrue(), rows);
    for (String damage : List.of("body", "footer", "length", "checksum", "gone")) {
      String location = files(lake).get("Đ1").iterator().next();
      Path file = Path.of(new org.apache.hadoop.fs.Path(location).toUri().getPath());
      byte[] bytes = Files.readAllBytes(file);
      if (damage.equals("gone")) {
        Files.delete(file);
      } else {
        int place =
            switch (damage) {
              case "body" -> 5;
              case "footer" -> bytes.length - 40;
              default -> bytes.length - 6;
            };
        bytes[place] ^= 0x55;
        Files.write(file, bytes);
        if (!damage.equals("checksum")) {
          Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        }
      }
      replace(lake, of(Set.of("Đ1")), rows);

      assertThat(files(lake).get("Đ1")).as(damage).doesNotContain(location).hasSize(1);
      assertThat(stored(lake).get("Đ1")).as(damage).containsExactly("HV1 complete_pass");
    }
  }

  /** Two files of one course run that are alike stand for as many rows as they have. */
  @Test
  void twoFilesThatAreAlikeCountTwice() throws IOException {
    Lake lake = lake();
    List<Map<String, Object>> one = List.of(row("Đ1", 1, "complete_pass"));
    LakeChange change = lake.change();
    change.replaceRows(TABLE, of(Set.of("Đ1")), one).replaceRows(TABLE, of(Set.of("Đ1")), one);
    change.apply();
    lake.commit(lake.state().withLastBatch(1));
    assertThat(stored(lake).get("Đ1")).hasSize(2);

    replace(lake, of(Set.of("Đ1")), one);
    assertThat(stored(lake).get("Đ1")).hasSize(1);

    lake.change()
        .replaceRows(TABLE, of(Set.of("Đ1")), one)
        .replaceRows(TABLE, of(Set.of("Đ1")), one)
        .apply();
    assertThat(stored(lake).get("Đ1")).hasSize(2);
  }

  /**
   * A condition that names some rows of a file is refused, as Iceberg does, and nothing is lost.
   */
  @Test
  void aFileIsNeverReplacedInPart() throws IOException {
    Lake lake = lake();
    replace(
        lake,
        Expressions.alwaysTrue(),
        List.of(row("Đ1", 1, "complete_pass"), row("Đ1", 2, "complete_pass")));
    Map<String, List<String>> before = stored(lake);

    assertThatThrownBy(
            () ->
                lake.change()
                    .replaceRows(
                        TABLE,
                        Expressions.equal("learner_id", "HV1"),
                        List.of(row("Đ1", 1, "complete_fail")))
                    .apply())
        .isInstanceOf(RuntimeException.class);
    assertThat(stored(lake)).isEqualTo(before);
  }

  /** An encrypted file is never the same twice, and is replaced. */
  @Test
  void encryptedFilesAreReplaced() throws IOException {
    Lake lake =
        Lake.open(
            TestWorkers.shared().hadoop(),
            new LakePlace(
                warehouse.toString(),
                CatalogSettings.FOLDERS,
                Vault.within(warehouse.toString()),
                LakeSecret.draw(),
                true));
    List<Map<String, Object>> rows = List.of(row("Đ1", 1, "complete_pass"));
    replace(lake, Expressions.alwaysTrue(), rows);
    Map<String, Set<String>> before = files(lake);
    replace(lake, Expressions.alwaysTrue(), rows);

    assertThat(stored(lake).get("Đ1")).containsExactly("HV1 complete_pass");
    assertThat(files(lake)).isNotEqualTo(before);
  }
}
