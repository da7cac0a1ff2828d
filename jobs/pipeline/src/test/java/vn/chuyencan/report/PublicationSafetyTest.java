package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.SparkSessions;

/** Nothing that goes wrong spoils what readers see. */
class PublicationSafetyTest {
  private static final SparkSession SPARK = SparkSessions.shared();
  private static final PublicationListener SILENT = (step, table) -> {};
  private static final SegmentListener NOBODY = (table, segment, origin) -> {};

  @TempDir Path folder;

  private Path published() {
    return folder.resolve("published");
  }

  private Publication publication(PublicationListener listener) {
    return new Publication(
        published(), PublicationRows.SEAL, PublicationRows.contracts(), listener, NOBODY);
  }

  private Manifest publish(String run, Map<String, Dataset<Row>> rows) {
    return publication(SILENT)
        .publish(PublicationRows.header(run), MemorySource.of(rows), CsvMark.ABSENT);
  }

  private Path latest() throws IOException {
    return LatestPublication.find(published()).orElseThrow();
  }

  @Test
  void aTableSortedInRunsIsCheckedAllTheSame() {
    TableContract verbs = TableContract.of(Tables.UNKNOWN_VERB);
    Dataset<Row> twice =
        SPARK.range(9).selectExpr("concat('v', id % 8) as iri", "id as records").repartition(3);

    assertThatThrownBy(
            () -> PublicationChecks.publishTable(verbs, MemorySource.of(verbs, twice), folder, 2))
        .satisfies(refusal -> assertCode(refusal, ErrorCode.TABLE_CONTRACT_BROKEN))
        .hasMessageContaining("two rows have the same iri");
  }

  @ParameterizedTest
  @EnumSource(PublicationStep.class)
  void aRunThatBreaksOffAtAnyStepLeavesACompleteLatest(PublicationStep broken) throws IOException {
    publish("run-1", PublicationRows.frames());
    PublicationListener powerCut =
        (step, table) -> {
          if (step == broken) {
            throw new IllegalStateException("power cut after " + step);
          }
        };

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                publication(powerCut)
                    .publish(
                        PublicationRows.header("run-2"),
                        MemorySource.of(PublicationRows.frames()),
                        CsvMark.ABSENT))
        .withMessage("power cut after " + broken);

    String run = broken == PublicationStep.LATEST_MOVED ? "run-2" : "run-1";
    assertThat(ManifestFile.read(published().resolve("latest")).runId()).isEqualTo(run);
    PublicationChecks.assertComplete(latest());
    publish("run-2", PublicationRows.frames());
    assertThat(ManifestFile.read(published().resolve("latest")).runId()).isEqualTo("run-2");
    PublicationChecks.assertComplete(latest());
    assertThat(visible(published())).containsExactly("2026-10-18", "latest", "ledger.csv");
    assertThat(DurableFiles.entries(published(), ".")).isEmpty();
  }

  @Test
  void whatAKilledRunLeftIsRemovedByTheNext() throws IOException {
    Path remains = Files.createDirectories(published().resolve(".staging-run-0/csv"));
    Files.writeString(remains.resolve("learner_week.csv"), "half a li");
    Path outside = Files.writeString(folder.resolve("outside.txt"), "kept");
    Files.createSymbolicLink(published().resolve(".staging-run-0/link"), outside);
    Files.createSymbolicLink(published().resolve(".latest-run-0"), Path.of("nowhere"));

    publish("run-1", PublicationRows.frames());

    assertThat(DurableFiles.entries(published(), ".")).isEmpty();
    assertThat(outside).hasContent("kept");
  }

  @Test
  void theSameRunAgainChangesNothing() throws IOException {
    Manifest first = publish("run-1", PublicationRows.frames());

    assertThat(publish("run-1", PublicationRows.frames())).isEqualTo(first);
    PublicationChecks.assertComplete(latest());
    assertThat(DurableFiles.entries(published(), ".")).isEmpty();
  }

  @Test
  void aRunNeverReplacesWhatItPublished() throws IOException {
    publish("run-1", PublicationRows.frames());
    Map<String, Dataset<Row>> other = PublicationRows.frames();
    other.put("learner_week", other.get("learner_week").limit(0));

    assertThatThrownBy(() -> publish("run-1", other))
        .satisfies(refusal -> assertCode(refusal, ErrorCode.PUBLICATION_UNWRITABLE))
        .hasMessageContaining("this run has already published something else");
    assertThat(ManifestFile.read(latest()).tables())
        .anySatisfy(table -> assertThat(table.rows()).isEqualTo(4));
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsTold() throws IOException {
    Files.writeString(published(), "a file where the directory should be");

    assertThatThrownBy(() -> publish("run-1", PublicationRows.frames()))
        .satisfies(refusal -> assertCode(refusal, ErrorCode.PUBLICATION_UNWRITABLE))
        .hasMessageStartingWith(
            "E5003: the publication directory " + published() + " cannot be written: ");
  }

  @Test
  void aBrokenRowStopsThePublicationAndLatestStays() throws IOException {
    publish("run-1", PublicationRows.frames());
    Map<String, Dataset<Row>> broken = PublicationRows.frames();
    broken.put(
        "learner_week",
        broken.get("learner_week").selectExpr("* except (events)", "cast(null as long) as events"));

    assertThatThrownBy(() -> publish("run-2", broken))
        .satisfies(refusal -> assertCode(refusal, ErrorCode.TABLE_CONTRACT_BROKEN))
        .hasMessageContaining("table learner_week")
        .hasMessageContaining("the column events has no value where one must be");
    assertThat(ManifestFile.read(latest()).runId()).isEqualTo("run-1");
  }

  @Test
  void twoRowsOfOneKeyStopThePublication() {
    Map<String, Dataset<Row>> twice = PublicationRows.frames();
    twice.put("learner_week", twice.get("learner_week").union(twice.get("learner_week").limit(1)));

    assertThatThrownBy(() -> publish("run-1", twice))
        .satisfies(refusal -> assertCode(refusal, ErrorCode.TABLE_CONTRACT_BROKEN))
        .hasMessageContaining("two rows have the same course_id, learner_id, iso_week");
  }

  @Test
  void tablesMissingAndTablesThatStayInTheLakeAreToldAtOnce() {
    Map<String, Dataset<Row>> rows = PublicationRows.frames();
    rows.put("actor", rows.remove("learner_week"));

    assertThatThrownBy(() -> publish("run-1", rows))
        .satisfies(refusal -> assertCode(refusal, ErrorCode.TABLE_CONTRACT_BROKEN))
        .hasMessageContaining("table learner_week does not keep its contract: it is missing")
        .hasMessageContaining("table actor does not keep its contract: it is not a published");
    assertThat(published()).doesNotExist();
  }

  @Test
  void theLakesTextOfARejectedRecordIsRefused() {
    Map<String, Dataset<Row>> rows = PublicationRows.frames();
    rows.put("rejected_record", rows.get("rejected_record").selectExpr("*", "'secret' as text"));

    assertThatThrownBy(() -> publish("run-1", rows))
        .satisfies(refusal -> assertCode(refusal, ErrorCode.TABLE_CONTRACT_BROKEN))
        .hasMessageContaining("the column text is not part of it");
  }

  @Test
  void aRunIdIsAName() {
    for (String run : List.of("", "../up", "a/b", ".hidden", "một")) {
      assertThatThrownBy(() -> PublicationRows.header(run))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no run id: " + run);
    }
  }

  private static List<String> visible(Path directory) throws IOException {
    return DurableFiles.entries(directory, "").stream()
        .map(entry -> entry.getFileName().toString())
        .filter(name -> !name.startsWith("."))
        .toList();
  }

  private static void assertCode(Throwable refusal, ErrorCode code) {
    assertThat(refusal).isInstanceOf(PipelineException.class);
    assertThat(((PipelineException) refusal).faults().get(0).code()).isEqualTo(code);
  }
}
