package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.SparkSessions;
import vn.chuyencan.testing.SyntheticRows;
import vn.chuyencan.testing.TestWorkers;

/** What a publication copies from the one before, and that nobody can tell by its files. */
class LakePublicationTest {
  private static final LocalDate AS_OF = SyntheticRows.MONDAY.plusWeeks(2);
  private static final List<String> COURSES = List.of("A-1", "a-2", "Lớp 3", "ﬁ", "😀-4");

  private static final List<TableContract> CONTRACTS =
      Stream.of(
              Tables.LEARNER_WEEK,
              Tables.LEARNER_COURSE_WEEK,
              Tables.LEARNER_COURSE_MEASURE,
              Tables.REJECTED_RECORD)
          .map(name -> TableContract.of(name).published())
          .toList();

  @TempDir Path folder;
  private final List<String> made = Collections.synchronizedList(new ArrayList<>());
  private Lake lake;
  private TableParts parts = TableParts.NONE;
  private PublicationSupplement reading = PublicationSupplement.NONE;
  private final SortedMap<String, Integer> ahead = new TreeMap<>();
  private int runs;

  @BeforeEach
  void aLakeOfSomeCourseRuns() {
    lake = Lake.open(TestWorkers.shared().hadoop(), folder.resolve("warehouse").toString());
    write(COURSES, 3, 1);
    batch(1, 5);
  }

  private void write(List<String> courses, int weeks, long seed) {
    var change = lake.change();
    for (String name :
        List.of(Tables.LEARNER_WEEK, Tables.LEARNER_COURSE_WEEK, Tables.LEARNER_COURSE_MEASURE)) {
      TableContract table = TableContract.of(name);
      List<Map<String, Object>> rows = new ArrayList<>();
      for (String course : courses) {
        rows.addAll(
            name.equals(Tables.LEARNER_COURSE_MEASURE)
                ? SyntheticRows.learners(table, course, 4, seed + course.hashCode())
                : SyntheticRows.weeks(table, course, 4, weeks, seed + course.hashCode()));
      }
      change.replaceRows(name, Expressions.in("course_id", courses.toArray()), rows);
    }
    change.apply();
  }

  private void batch(long number, int rejected) {
    TableContract table = TableContract.of(Tables.REJECTED_RECORD);
    Random random = new Random(number);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (long offset = 0; offset < rejected; offset++) {
      rows.add(SyntheticRows.row(table, random, Map.of("batch_id", number, "file_offset", offset)));
    }
    lake.change().appendRows(Tables.REJECTED_RECORD, rows).apply();
  }

  private Path publish(String directory, LocalDate asOf, String version, CsvMark mark)
      throws IOException {
    Map<String, TableSource> sources = new TreeMap<>();
    for (TableContract table : CONTRACTS) {
      boolean weeks = table.name().endsWith("_week");
      sources.put(
          table.name(),
          LakeSource.of(lake, table, weeks ? new Cut("first_day", asOf, ahead) : null));
    }
    made.clear();
    Path published = folder.resolve(directory);
    new Publication(
            published,
            PublicationRows.SEAL,
            CONTRACTS,
            (step, table) -> {},
            (table, segment, origin) -> made.add(table + "/" + segment + " " + origin))
        .dividedBy(parts)
        .publish(
            new PublicationHeader(
                "run-" + ++runs, asOf, version, "c", "r", Map.of(), Map.of(), Map.of(), ""),
            sources,
            mark,
            reading);
    return LatestPublication.find(published).orElseThrow();
  }

  private Path publish(LocalDate asOf) throws IOException {
    return publish("published", asOf, "1", CsvMark.ABSENT);
  }

  /** Its files are those of a publication that copied nothing. */
  private void assertAsFromNothing(Path publication, LocalDate asOf) throws IOException {
    List<String> before = List.copyOf(made);
    Path fresh = publish("fresh-" + runs, asOf, "1", CsvMark.ABSENT);
    made.clear();
    made.addAll(before);
    PublicationChecks.assertComplete(publication);
    Manifest manifest = ManifestFile.read(publication);
    assertThat(manifest.tables()).isEqualTo(ManifestFile.read(fresh).tables());
    for (Manifest.Table table : manifest.tables()) {
      for (String file : List.of(table.csv(), table.parquet())) {
        assertThat(publication.resolve(file)).as(file).hasSameBinaryContentAs(fresh.resolve(file));
      }
    }
  }

  private static List<String> lines(Path publication, String table) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Manifest.Table file : ManifestFile.read(publication).tables()) {
      if (file.name().equals(table)) {
        List<String> some = Files.readAllLines(publication.resolve(file.csv()));
        lines.addAll(some.subList(1, some.size()));
        assertThat(file.rows()).isEqualTo(some.size() - 1);
      }
    }
    return lines.stream().sorted().toList();
  }

  private static List<String> files(Path publication, String table) throws IOException {
    return ManifestFile.read(publication).tables().stream()
        .filter(file -> file.name().equals(table))
        .map(Manifest.Table::file)
        .toList();
  }

  /** Three course runs of one month, one of another, and one of which nobody tells. */
  private static TableParts months(String ofA1) {
    return new TableParts(
        Map.of("A-1", ofA1, "a-2", "2026-09", "Lớp 3", "2026-09", "ﬁ", "2026-09"), 30);
  }

  private long count(SegmentListener.Origin origin) {
    return made.stream().filter(one -> one.endsWith(" " + origin)).count();
  }

  @Test
  void onlyTheCourseRunThatChangedIsBuilt() throws IOException {
    publish(AS_OF);
    assertThat(count(SegmentListener.Origin.BUILT)).isEqualTo(16);
    write(List.of("a-2"), 3, 2);

    Path second = publish(AS_OF);

    assertThat(made)
        .contains("learner_week/a-2 BUILT", "learner_week/A-1 COPIED", "rejected_record/ LINKED");
    assertThat(count(SegmentListener.Origin.BUILT)).isEqualTo(3);
    assertThat(count(SegmentListener.Origin.COPIED)).isEqualTo(12);
    assertAsFromNothing(second, AS_OF);
    Path parquet = second.resolve("parquet/learner_week.parquet");
    var rows = SparkSessions.shared().read().parquet(parquet.toString());
    assertThat(rows.count()).isEqualTo(60);
    assertThat(rows.where("course_id = 'a-2' and sessions >= 0").count()).isEqualTo(12);
  }

  @Test
  void aNightWithoutNewsLinksEveryFile() throws IOException {
    Path first = publish(AS_OF);

    Path second = publish(AS_OF);

    assertThat(made).hasSize(4).allMatch(one -> one.endsWith(" LINKED"));
    assertThat(Files.readAllBytes(second.resolve(SegmentIndex.FILE)))
        .isEqualTo(Files.readAllBytes(first.resolve(SegmentIndex.FILE)));
    assertAsFromNothing(second, AS_OF);
  }

  @Test
  void whatIsGoneInTheLakeIsGoneInThePublication() throws IOException {
    publish(AS_OF);
    lake.change()
        .replaceRows(Tables.LEARNER_WEEK, Expressions.in("course_id", "A-1", "😀-4"), List.of())
        .apply();

    Path second = publish(AS_OF);

    assertThat(made).contains("learner_week/Lớp 3 COPIED");
    assertThat(Files.readString(second.resolve("csv/learner_week.csv"))).doesNotContain("A-1");
    assertAsFromNothing(second, AS_OF);
  }

  @Test
  void aLongTableIsPublishedByMonthAndOfTheOthersNothingIsMadeAnew() throws IOException {
    Path whole = publish(AS_OF);
    parts = months("2025-09");
    Path first = publish(AS_OF);

    assertThat(files(first, Tables.LEARNER_WEEK))
        .containsExactly("learner_week-2025-09", "learner_week-2026-09", "learner_week-other");
    assertThat(files(first, Tables.LEARNER_COURSE_MEASURE))
        .containsExactly("learner_course_measure");
    assertThat(files(first, Tables.REJECTED_RECORD)).containsExactly("rejected_record");
    assertThat(lines(first, Tables.LEARNER_WEEK)).isEqualTo(lines(whole, Tables.LEARNER_WEEK));
    assertAsFromNothing(first, AS_OF);
    assertThat(new PublicationCheck(folder.resolve("published"), PublicationRows.SEAL).check(first))
        .isEmpty();

    write(List.of("a-2"), 3, 2);
    Path second = publish(AS_OF);

    assertThat(count(SegmentListener.Origin.BUILT)).isEqualTo(3);
    // Of two tables two parts, and the table of refused records.
    assertThat(count(SegmentListener.Origin.LINKED)).isEqualTo(5);
    assertThat(made)
        .contains("learner_week/Lớp 3 COPIED")
        .doesNotContain("learner_week/A-1 COPIED");
    assertAsFromNothing(second, AS_OF);
    publish(AS_OF);
    assertThat(made).allMatch(one -> one.endsWith(" LINKED"));
  }

  @Test
  void whoReadsADividedTableFindsAllOfIt() throws IOException {
    List<List<String>> all = new ArrayList<>();
    List<List<String>> ofRun = new ArrayList<>();
    List<String> fingerprints = new ArrayList<>();
    List<List<String>> divided = new ArrayList<>();
    reading =
        (header, tables, place, latest) -> {
          List<String> rows = new ArrayList<>();
          tables.each(
              Tables.LEARNER_WEEK, row -> rows.add(row.text("course_id") + row.text("minutes")));
          assertThat(tables.rows(Tables.LEARNER_WEEK)).isEqualTo(rows.size());
          all.add(rows.stream().sorted().toList());
          List<String> own = new ArrayList<>();
          tables.each(Tables.LEARNER_WEEK, "A-1", row -> own.add(row.text("minutes")));
          ofRun.add(own);
          fingerprints.add(tables.fingerprint(Tables.LEARNER_WEEK, "A-1"));
          divided.add(tables.divided());
          return Optional.empty();
        };

    publish(AS_OF);
    parts = months("2025-09");
    publish(AS_OF);

    assertThat(divided)
        .containsExactly(List.of(), List.of(Tables.LEARNER_COURSE_WEEK, Tables.LEARNER_WEEK));
    assertThat(all.get(0)).hasSize(60).isEqualTo(all.get(1));
    assertThat(ofRun.get(0)).hasSize(12).isEqualTo(ofRun.get(1));
    assertThat(fingerprints.get(0)).isNotEmpty().isEqualTo(fingerprints.get(1));
  }

  @Test
  void aRunThatOpensInAnotherMonthGoesToAnotherFile() throws IOException {
    parts = months("2025-09");
    publish(AS_OF);
    parts = months("2024-09");

    Path moved = publish(AS_OF);

    assertThat(files(moved, Tables.LEARNER_WEEK))
        .containsExactly("learner_week-2024-09", "learner_week-2026-09", "learner_week-other");
    assertAsFromNothing(moved, AS_OF);
  }

  @Test
  void aTableGrowsLongAndShortAgain() throws IOException {
    publish(AS_OF);
    parts = months("2025-09");
    assertAsFromNothing(publish(AS_OF), AS_OF);
    write(List.of("a-2", "Lớp 3", "ﬁ", "😀-4"), 0, 1);

    Path few = publish(AS_OF);

    assertThat(files(few, Tables.LEARNER_WEEK)).containsExactly("learner_week");
    assertAsFromNothing(few, AS_OF);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPartThatIsGoneOrDamagedIsMadeAgain(boolean gone) throws IOException {
    parts = months("2025-09");
    Path part = publish(AS_OF).resolve("csv/learner_week-2025-09.csv");
    byte[] bytes = Files.readAllBytes(part);
    Files.delete(part);
    if (!gone) {
      bytes[bytes.length / 2] ^= 0x41;
      Files.write(part, bytes);
    }
    assertThat(
            new PublicationCheck(folder.resolve("published"), PublicationRows.SEAL)
                .check(part.getParent().getParent()))
        .hasSize(1);

    Path next = publish(AS_OF);

    assertThat(made).contains("learner_week/A-1 BUILT");
    assertAsFromNothing(next, AS_OF);
  }

  @Test
  void weeksThatBeginAreAddedAndOthersAreCopied() throws IOException {
    write(List.of("Lớp 3"), 6, 1);
    publish(AS_OF);

    Path nextDay = publish(AS_OF.plusDays(1));
    assertThat(made).hasSize(4).allMatch(one -> one.endsWith(" LINKED"));
    assertAsFromNothing(nextDay, AS_OF.plusDays(1));

    Path nextWeek = publish(AS_OF.plusWeeks(1));
    assertThat(made).contains("learner_week/Lớp 3 BUILT", "learner_course_week/Lớp 3 BUILT");
    assertThat(count(SegmentListener.Origin.BUILT)).isEqualTo(2);
    assertAsFromNothing(nextWeek, AS_OF.plusWeeks(1));

    Path earlier = publish(AS_OF.minusDays(1));
    assertThat(count(SegmentListener.Origin.BUILT)).isEqualTo(10);
    assertAsFromNothing(earlier, AS_OF.minusDays(1));
  }

  /** A run's clocks may be ahead of the institution's or behind, and may change sides. */
  @Test
  void weeksBeginByTheCourseRunsOwnClocks() throws IOException {
    write(List.of("A-1", "Lớp 3"), 6, 1);
    LocalDate saturday = AS_OF.plusDays(5);
    publish(saturday);

    ahead.put("Lớp 3", 1);
    assertAsFromNothing(publish(saturday), saturday);
    assertThat(made).hasSize(4).allMatch(one -> one.endsWith(" LINKED"));

    assertAsFromNothing(publish(saturday.plusDays(1)), saturday.plusDays(1));
    assertThat(made).contains("learner_week/Lớp 3 BUILT", "learner_week/A-1 COPIED");
    assertThat(count(SegmentListener.Origin.BUILT)).isEqualTo(2);

    // Nothing but the zone is another: what was published already is not there yet.
    ahead.put("Lớp 3", -1);
    assertAsFromNothing(publish(saturday.plusDays(2)), saturday.plusDays(2));
    assertThat(made).contains("learner_week/Lớp 3 BUILT", "learner_week/A-1 BUILT");
    assertThat(count(SegmentListener.Origin.BUILT)).isEqualTo(4);

    assertAsFromNothing(publish(saturday.plusDays(3)), saturday.plusDays(3));
    assertThat(made).contains("learner_week/Lớp 3 BUILT", "learner_week/A-1 COPIED");
  }

  @Test
  void batchesShareSegmentsSoThatManyNightsStayOneTable() throws IOException {
    publish(AS_OF);
    batch(31, 2);
    batch(32, 3);
    assertAsFromNothing(publish(AS_OF), AS_OF);
    batch(33, 1);

    Path third = publish(AS_OF);

    assertThat(made)
        .contains(
            "rejected_record/0000000000000000000 COPIED",
            "rejected_record/0000000000000000001 BUILT");
    assertAsFromNothing(third, AS_OF);
  }

  @Test
  void anotherVersionAnotherMarkAndNoIndexAreReasonsToBuild() throws IOException {
    Path first = publish(AS_OF);
    publish("published", AS_OF, "2", CsvMark.ABSENT);
    assertThat(made).hasSize(16).allMatch(one -> one.endsWith(" BUILT"));

    publish("published", AS_OF, "2", CsvMark.PRESENT);
    assertThat(made).hasSize(16).allMatch(one -> one.endsWith(" BUILT"));
    publish("published", AS_OF, "2", CsvMark.PRESENT);
    assertThat(made).hasSize(4).allMatch(one -> one.endsWith(" LINKED"));

    Path last = publish("published", AS_OF, "1", CsvMark.ABSENT);
    Files.delete(last.resolve(SegmentIndex.FILE));
    assertThat(first).exists();
    assertAsFromNothing(publish(AS_OF), AS_OF);
    assertThat(made).hasSize(16).allMatch(one -> one.endsWith(" BUILT"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anIndexThatWasTouchedIsNotBelieved(boolean digit) throws IOException {
    Path index = publish(AS_OF).resolve(SegmentIndex.FILE);
    String text = Files.readString(index);
    Files.writeString(
        index, digit ? text.replace("\"rows\":60", "\"rows\":61") : text.substring(0, 40));

    assertAsFromNothing(publish(AS_OF), AS_OF);

    assertThat(made).hasSize(16).allMatch(one -> one.endsWith(" BUILT"));
  }

  @Test
  void anotherContractIsAReasonToBuild() {
    TableContract whole = TableContract.of(Tables.REJECTED_RECORD);
    assertThat(ContractDigest.of(whole)).isNotEqualTo(ContractDigest.of(whole.published()));
    assertThat(ContractDigest.of(whole.published())).isEqualTo(ContractDigest.of(CONTRACTS.get(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv/learner_week.csv", "parquet/learner_week.parquet"})
  void damagedFilesAreMadeAgain(String file) throws IOException {
    for (boolean news : new boolean[] {false, true}) {
      for (int place : new int[] {-1, 2, 5, 9}) {
        Path damaged = publish(AS_OF).resolve(file);
        byte[] bytes = Files.readAllBytes(damaged);
        Path copy = Files.write(folder.resolve("copy"), bytes);
        if (place < 0) {
          Files.write(copy, Arrays.copyOf(bytes, bytes.length - 1));
        } else {
          bytes[bytes.length * place / 10] ^= 0x41;
          Files.write(copy, bytes);
        }
        // Under this name only: a file of several publications has several.
        Files.move(copy, damaged, StandardCopyOption.REPLACE_EXISTING);
        if (news) {
          write(List.of("A-1"), 3, 100 + place);
        }

        Path next = publish(AS_OF);

        assertThat(made).contains("learner_week/Lớp 3 BUILT");
        assertAsFromNothing(next, AS_OF);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverChangesNobodyCanTellWhatWasCopied(long seed) throws IOException {
    Random random = new Random(seed);
    parts = seed == 1 ? TableParts.NONE : months("2025-09");
    LocalDate asOf = AS_OF.minusWeeks(1);
    for (int night = 0; night < 5; night++) {
      List<String> some = COURSES.stream().filter(course -> random.nextInt(3) == 0).toList();
      if (!some.isEmpty()) {
        write(some, random.nextInt(6), random.nextInt(3));
      }
      if (random.nextBoolean()) {
        batch(2 + night * 20L, 1 + random.nextInt(4));
      }
      asOf = asOf.plusDays(random.nextInt(5));
      assertAsFromNothing(publish(asOf), asOf);
    }
  }
}
