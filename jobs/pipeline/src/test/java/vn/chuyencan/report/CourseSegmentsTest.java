package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** Each course run has its own bytes, whichever part of the table it lies in. */
class CourseSegmentsTest {
  private static final TableContract WEEKS = TableContract.of(Tables.LEARNER_WEEK);
  private static final String DIGEST = "d".repeat(64);

  private final SortedMap<TableFile, SegmentIndex.Table> files = new TreeMap<>();

  private void file(String part, SegmentIndex.Entry... segments) {
    FileBytes bytes = new FileBytes(0, 0);
    files.put(
        new TableFile(WEEKS, part),
        new SegmentIndex.Table("", "", "", 0, DIGEST, bytes, bytes, List.of(segments), List.of()));
  }

  private static SegmentIndex.Entry entry(String course, long bytes) {
    return new SegmentIndex.Entry(course, "made of " + course, Validity.ALWAYS, 1, bytes);
  }

  @ParameterizedTest
  @EnumSource(CsvMark.class)
  void everySegmentIsFoundWhereItsRecordsBegin(CsvMark mark) {
    String header = String.join(",", WEEKS.columns().stream().map(TableColumn::name).toList());
    long start = (long) header.length() + "\r\n".length() + (mark == CsvMark.PRESENT ? 3 : 0);
    file("2025-09", entry("A", 10), entry("B", 0), entry("C", 7));
    file("2026-09", entry("D", 5), entry("Đ", 3));
    CourseSegments segments = new CourseSegments(files, mark);

    assertThat(segments.areCourses()).isTrue();
    List<String> found = new ArrayList<>();
    for (String course : List.of("A", "B", "C", "D", "Đ")) {
      segments
          .of(course)
          .forEach(
              place ->
                  found.add(
                      course
                          + " "
                          + place.file().part()
                          + " "
                          + (place.offset() - start)
                          + "+"
                          + place.entry().csvBytes()));
    }
    assertThat(found)
        .containsExactly(
            "A 2025-09 0+10", "B 2025-09 10+0", "C 2025-09 10+7", "D 2026-09 0+5", "Đ 2026-09 5+3");
    assertThat(segments.of("E")).isEmpty();
  }

  @Test
  void aNameIsFoundHoweverItsLettersAreComposed() {
    file("", entry("Ấ", 1));
    assertThat(new CourseSegments(files, CsvMark.ABSENT).of("A\u0302\u0301")).hasSize(1);
  }

  @Test
  void aSegmentOfAllRowsIsNoCourseRun() {
    file("", entry("", 1));
    assertThat(new CourseSegments(files, CsvMark.ABSENT).areCourses()).isFalse();
    assertThat(new CourseSegments(Collections.emptySortedMap(), CsvMark.ABSENT).areCourses())
        .isTrue();
  }
}
