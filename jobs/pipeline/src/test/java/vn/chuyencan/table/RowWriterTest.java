package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.measure.LearnerCourse;
import vn.chuyencan.testing.SyntheticRows;
import vn.chuyencan.testing.TestWorkers;

/** Rows that go straight into columns are in the files as Iceberg's own writers put them there. */
class RowWriterTest {
  private static final int ROWS = 300;
  private static final List<String> COURSES = List.of("Đ1", "Đ2", "Đ3");

  @TempDir private Path warehouse;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = Lake.open(TestWorkers.shared().hadoop(), warehouse.toString());
  }

  /** All that are divided by course run, and one that is not divided. */
  static Stream<String> tables() {
    return Stream.concat(
        Tables.names().stream()
            .filter(
                name ->
                    TableContract.of(name).partitions().stream()
                        .map(TableContract.Partition::column)
                        .toList()
                        .equals(List.of("course_id"))),
        Stream.of(Tables.DECISION_CHANGE));
  }

  private static List<Map<String, Object>> rows(String name) {
    Random random = new Random(name.hashCode());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String course : COURSES) {
      for (int row = 0; row < ROWS; row++) {
        rows.add(SyntheticRows.row(TableContract.of(name), random, Map.of("course_id", course)));
      }
    }
    return rows;
  }

  /** A row as the measures make it: structs are arrays of their members. */
  private static Object[] row(RowShape shape, Map<String, Object> values) {
    Object[] row = shape.row();
    values.forEach((column, value) -> row[shape.place(column)] = withArrays(value));
    return row;
  }

  private static Object withArrays(Object value) {
    return value instanceof List<?> list
        ? list.stream()
            .map(one -> one instanceof Map<?, ?> map ? map.values().toArray() : one)
            .toList()
        : value;
  }

  private static List<DataFile> write(Table table, String name, List<Map<String, Object>> rows)
      throws IOException {
    RowShape shape = RowShape.of(name);
    try (RowWriter writer = new RowWriter(table, shape, 1, 0)) {
      rows.forEach(row -> writer.write(row(shape, row)));
      return writer.finish();
    }
  }

  private static List<Record> read(Table table, DataFile file) throws IOException {
    List<Record> records = new ArrayList<>();
    try (CloseableIterable<Record> rows =
        Parquet.read(table.io().newInputFile(file.location()))
            .project(table.schema())
            .createReaderFunc(stored -> GenericParquetReaders.buildReader(table.schema(), stored))
            .build()) {
      rows.forEach(records::add);
    }
    return records;
  }

  private static String told(Map<Integer, ?> byColumn) {
    return String.valueOf(byColumn == null ? null : new TreeMap<>(byColumn));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void filesAreThoseOfIcebergsOwnWriters(String name) throws IOException {
    Table table = lake.table(name);
    List<Map<String, Object>> rows = rows(name);
    List<DataFile> own = write(table, name, rows);
    List<DataFile> icebergs;
    try (LakeWriter writer = new LakeWriter(table, 2, 0)) {
      rows.forEach(row -> writer.write(LakeRecords.of(table.schema().asStruct(), row)));
      icebergs = writer.finish();
    }

    assertThat(own).hasSameSizeAs(icebergs);
    Map<String, DataFile> byPartition = new HashMap<>();
    icebergs.forEach(file -> byPartition.put(file.partition().toString(), file));
    for (DataFile file : own) {
      DataFile other = byPartition.get(file.partition().toString());
      assertThat(read(table, file)).isNotEmpty().isEqualTo(read(table, other));
      assertThat(file.recordCount()).isEqualTo(other.recordCount());
      assertThat(told(file.valueCounts())).isEqualTo(told(other.valueCounts()));
      assertThat(told(file.nullValueCounts())).isEqualTo(told(other.nullValueCounts()));
      assertThat(told(file.lowerBounds())).isEqualTo(told(other.lowerBounds()));
      assertThat(told(file.upperBounds())).isEqualTo(told(other.upperBounds()));
      assertThat(told(file.columnSizes())).isEqualTo(told(other.columnSizes()));
      assertThat(file.fileSizeInBytes()).isEqualTo(other.fileSizeInBytes());
      assertThat(file.splitOffsets()).isEqualTo(other.splitOffsets());
    }
  }

  @Test
  void theseAreTheTablesThatMeasuringAndDecidingWrite() {
    assertThat(tables())
        .containsAll(LearnerCourse.TABLES)
        .containsAll(Decider.TABLES)
        .contains(Tables.INTEGRITY_SIGNAL, Tables.FEEDBACK_RESPONSE, Tables.CORRECTION_NOTICE);
  }

  /** Several row groups in a file, and several files, hold the same rows in the same order. */
  @Test
  void longFilesAreDivided() throws IOException {
    Table table = lake.table(Tables.FORUM_POST);
    table.updateProperties().set("write.parquet.row-group-size-bytes", "20000").commit();
    RowShape shape = RowShape.of(Tables.FORUM_POST);
    Random random = new Random(1);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int row = 0; row < 12_500; row++) {
      rows.add(
          SyntheticRows.row(
              TableContract.of(Tables.FORUM_POST),
              random,
              Map.of("course_id", "Đ1", "post_id", "p" + row)));
    }

    List<DataFile> files;
    try (RowWriter writer = new RowWriter(table, shape, 1, 0, 200_000)) {
      rows.forEach(row -> writer.write(row(shape, row)));
      files = writer.finish();
    }

    assertThat(files).hasSizeGreaterThan(1);
    assertThat(files.get(0).splitOffsets()).hasSizeGreaterThan(1);
    List<Record> found = new ArrayList<>();
    for (DataFile file : files) {
      found.addAll(read(table, file));
    }
    assertThat(found)
        .isEqualTo(
            rows.stream().map(row -> LakeRecords.of(table.schema().asStruct(), row)).toList());
  }

  @Test
  void rowsOfAPartitionMustNotComeApart() {
    List<Map<String, Object>> rows = rows(Tables.FORUM_POST);
    List<Map<String, Object>> apart = List.of(rows.get(0), rows.get(ROWS), rows.get(1));

    assertThatThrownBy(() -> write(lake.table(Tables.FORUM_POST), Tables.FORUM_POST, apart))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("rows of Đ1 come apart in forum_post");
  }

  @Test
  void noRowsMakeNoFile() throws IOException {
    assertThat(write(lake.table(Tables.FORUM_POST), Tables.FORUM_POST, List.of())).isEmpty();
  }

  private void refuses(String name, String column, Object wrong, String reason) {
    Map<String, Object> row = rows(name).get(0);
    row.put(column, wrong);

    assertThatThrownBy(() -> write(lake.table(name), name, List.of(row)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name + "." + column)
        .hasMessageContaining(reason);
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsPlace() {
    refuses(Tables.FORUM_POST, "learner_id", null, "no value");
    refuses(Tables.FORUM_POST, "learner_id", 1L, "");
    refuses(Tables.LEARNER_COURSE_WEEK, "minutes", new BigDecimal("0.1234567890123"), "Rounding");
    refuses(
        Tables.LEARNER_COURSE_WEEK, "minutes", new BigDecimal("1e30"), "more digits than decimal");
    refuses(Tables.LEARNER_COURSE_WEEK, "minutes", "12", "");
    refuses(Tables.LEARNER_COURSE_WEEK, "sessions", new Object(), "it is a Object");
    for (int members : new int[] {1, 9}) {
      refuses(
          Tables.ELIGIBILITY_DECISION,
          "to_supply",
          List.of((Object) new Object[members]),
          members + " members instead of");
    }
  }

  @Test
  void aTableDividedByDaysIsNoneOfThese() {
    assertThatThrownBy(
            () ->
                new RowWriter(
                    lake.table(Tables.FORUM_EVENT), RowShape.of(Tables.FORUM_EVENT), 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Tables.FORUM_EVENT);
  }
}
