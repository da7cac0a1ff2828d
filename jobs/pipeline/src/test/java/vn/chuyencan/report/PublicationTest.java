package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.SparkSessions;
import vn.chuyencan.testing.SparkShape;

class PublicationTest {
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
  void csvIsSortedAndCanonical() throws IOException {
    publish("run-1", PublicationRows.frames());

    assertThat(Files.readString(published().resolve("latest/csv/learner_week.csv")))
        .isEqualTo(
            """
            course_id,learner_id,iso_week,first_day,last_day,sessions,active_days,minutes,events,\
            posts,inferred
            '=2+3,hv001,2026-W37,2026-09-07,2026-09-13,0,0,0,0,0,true
            "LHĐN ""A"", 1",hv001,2026-W37,2026-09-07,2026-09-13,3,2,742.5,128,1,false
            "LHĐN ""A"", 1",hv001,2026-W38,2026-09-14,2026-09-20,2,1,0.000001,4,0,false
            "LHĐN ""A"", 1",học viên 2,2026-W37,2026-09-07,2026-09-13,1,1,60,9,0,false
            """
                .replace("\n", "\r\n"));
    assertThat(Files.readString(published().resolve("latest/csv/eligibility_decision.csv")))
        .contains(
            "INSUFFICIENT_DATA,CHUA_DU_DU_LIEU,flipped-classroom,1,00ff,standard,2026-10-18,false,"
                + "\"[\"\"FC-TT.4\"\"]\",[],[],"
                + "\"[{\"\"criterion_id\"\":\"\"FC-LT.1\"\",\"\"distance\"\":42.25,"
                + "\"\"item\"\":\"\"week=3\"\",\"\"possible\"\":true,\"\"unit\"\":\"\"minutes\"\","
                + "\"\"until\"\":\"\"2026-10-11\"\"}]\",INSUFFICIENT_DATA,0,[],,[],[]");
  }

  @Test
  void sparkReadsTheSameRowsFromParquet() throws IOException {
    Map<String, Dataset<Row>> frames = PublicationRows.frames();
    publish("run-1", frames);

    for (TableContract table : PublicationRows.contracts()) {
      Dataset<Row> read =
          SPARK.read().parquet(latest().resolve("parquet/" + table.name() + ".parquet").toString());
      assertThat(read.schema().catalogString()).isEqualTo(SparkShape.of(table).catalogString());
      assertThat(read.collectAsList())
          .containsExactlyInAnyOrderElementsOf(
              PublicationRows.normalized(frames.get(table.name()).collectAsList()));
    }
  }

  @Test
  void parquetIsZstdWithoutOutdatedTypes() throws IOException {
    publish("run-1", PublicationRows.frames());

    for (TableContract table : PublicationRows.contracts()) {
      ParquetMetadata footer =
          PublicationRows.parquetFooter(latest().resolve("parquet/" + table.name() + ".parquet"));
      assertThat(footer.getBlocks().get(0).getColumns())
          .allMatch(column -> column.getCodec() == CompressionCodecName.ZSTD)
          .noneMatch(
              column ->
                  column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT96);
    }
    assertThat(
            PublicationRows.parquetFooter(latest().resolve("parquet/forum_post.parquet"))
                .getFileMetaData()
                .getSchema()
                .getType("occurred_at")
                .getLogicalTypeAnnotation())
        .isEqualTo(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void orderAndDivisionOfTheRowsChangeNoByte(int seed) throws IOException {
    Manifest first = publish("run-1", PublicationRows.frames());
    Path expected = latest();
    Map<String, Dataset<Row>> shuffled = new HashMap<>();
    PublicationRows.frames()
        .forEach(
            (name, frame) -> {
              List<Row> rows = new ArrayList<>(frame.collectAsList());
              Collections.shuffle(rows, new Random(seed));
              shuffled.put(
                  name,
                  SPARK
                      .createDataFrame(rows, frame.schema())
                      .repartition(seed)
                      .unionAll(frame.limit(0)));
            });

    Manifest second = publish("run-2", shuffled);

    assertThat(second.tables()).isEqualTo(first.tables());
    assertThat(second.digest()).isEqualTo(first.digest());
    for (Manifest.Table table : first.tables()) {
      for (String file : List.of(table.csv(), table.parquet())) {
        assertThat(latest().resolve(file)).hasSameBinaryContentAs(expected.resolve(file));
      }
    }
  }

  @Test
  void aTableSortedInRunsHasTheSameBytes() throws IOException {
    TableContract verbs = TableContract.of(Tables.UNKNOWN_VERB);
    Dataset<Row> rows =
        SPARK
            .range(5000)
            .selectExpr(
                "concat(element_at(array('h', 'ho\u0323c', 'hu', '\uFFFD', '\uD83D\uDE00', 'H'),"
                    + " int(id % 6) + 1), hash(id), '/', id) as iri",
                "id as records");
    List<Row> collected = rows.collectAsList();
    Path one = Files.createDirectory(folder.resolve("one"));
    Path many = Files.createDirectory(folder.resolve("many"));

    TableSource source = MemorySource.of(verbs, SPARK.createDataFrame(collected, rows.schema()));
    PublicationChecks.publishTable(verbs, source, one, TablePublisher.RUN_ROWS);
    TableSource divided =
        MemorySource.of(verbs, SPARK.createDataFrame(collected, rows.schema()).repartition(4));
    PublicationChecks.publishTable(verbs, divided, many, 700);

    for (String file :
        List.of(new TableFile(verbs, "").csv(), new TableFile(verbs, "").parquet())) {
      assertThat(many.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
    assertThat(DurableFiles.entries(many.resolve("parquet"), ".")).isEmpty();
  }

  @Test
  void anyChangeOfAFactChangesTheDigest() {
    Manifest first = publish("run-1", PublicationRows.frames());
    Map<String, Dataset<Row>> changed = PublicationRows.frames();
    changed.put(
        "learner_week",
        changed.get("learner_week").selectExpr("* except (posts)", "posts + 1 as posts"));

    Manifest second = publish("run-2", changed);

    assertThat(second.digest()).isNotEqualTo(first.digest());
  }

  @Test
  void operationalTablesAreNoPartOfThePublicationsDigest() {
    Manifest first = publish("run-1", PublicationRows.frames());
    Map<String, Dataset<Row>> changed = PublicationRows.frames();
    changed.put(
        "rejected_record",
        changed
            .get("rejected_record")
            .selectExpr("* except (batch_id)", "batch_id + 1 as batch_id"));

    Manifest second = publish("run-2", changed);

    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(second.tables()).isNotEqualTo(first.tables());
  }

  @Test
  void theManifestIsReadBackAndItsDigestsCanBeRecomputed() throws Exception {
    Manifest written = publish("run-1", PublicationRows.frames());

    Manifest read = ManifestFile.read(published().resolve("latest"));
    assertThat(read).isEqualTo(written);
    assertThat(read.counts()).containsEntry("read", 22L);
    StringBuilder sums = new StringBuilder();
    for (Manifest.Table table : read.tables()) {
      String digest = PublicationChecks.sha256(Files.readAllBytes(latest().resolve(table.csv())));
      assertThat(table.digest()).isEqualTo(digest);
      if (!table.operational()) {
        sums.append(digest).append("  ").append(table.csv()).append('\n');
      }
    }
    assertThat(read.digest())
        .isEqualTo(PublicationChecks.sha256(sums.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(Files.readString(latest().resolve("manifest.json")))
        .startsWith(
            "{\n  \"format\" : 1,\n  \"run_id\" : \"run-1\",\n  \"as_of\" : \"2026-10-18\"");
  }

  /** Else the seals of publications from before versions were told would hold no longer. */
  @Test
  void anEarlierManifestHasTheBytesThatItHad() throws IOException {
    Manifest manifest = publish("run-1", PublicationRows.frames());
    Manifest.Table table = manifest.tables().get(0);
    Path file = published().resolve("latest/manifest.json");
    String earlier =
        Files.readString(file).replaceAll("\n *\"version\" : \"[^\"]*\",(?=\n *\"rows\")", "");
    assertThat(earlier)
        .isNotEqualTo(Files.readString(file))
        .contains("\"name\" : \"" + table.name());
    Files.writeString(file, earlier);

    Manifest read = ManifestFile.read(published().resolve("latest"));
    assertThat(read.tables()).allSatisfy(one -> assertThat(one.version()).isNull());
    assertThat(new String(ManifestFile.bytes(read), StandardCharsets.UTF_8)).isEqualTo(earlier);
  }

  @Test
  void theByteOrderMarkIsInTheFilesAndInNoDigest() throws IOException {
    Manifest plain = publish("run-1", PublicationRows.frames());
    byte[] expected = Files.readAllBytes(latest().resolve("csv/learner_week.csv"));

    Manifest marked =
        publication(SILENT)
            .publish(
                PublicationRows.header("run-2"),
                MemorySource.of(PublicationRows.frames()),
                CsvMark.PRESENT);

    assertThat(marked.tables()).isEqualTo(plain.tables());
    byte[] actual = Files.readAllBytes(latest().resolve("csv/learner_week.csv"));
    assertThat(Arrays.copyOf(actual, 3))
        .isEqualTo(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    assertThat(Arrays.copyOfRange(actual, 3, actual.length)).isEqualTo(expected);
  }

  @Test
  void anEmptyNightPublishesEveryTable() throws IOException {
    Map<String, Dataset<Row>> rows = new HashMap<>();
    for (TableContract table : Tables.published()) {
      rows.put(table.name(), SPARK.createDataFrame(List.of(), SparkShape.of(table)));
    }

    Manifest manifest =
        Publication.into(published(), PublicationRows.SEAL, SILENT)
            .publish(PublicationRows.header("run-1"), MemorySource.of(rows), CsvMark.ABSENT);

    assertThat(manifest.tables()).hasSize(35).allMatch(table -> table.rows() == 0);
    PublicationChecks.assertComplete(latest());
    for (TableContract table : Tables.published()) {
      Dataset<Row> read =
          SPARK.read().parquet(latest().resolve("parquet/" + table.name() + ".parquet").toString());
      assertThat(read.schema().catalogString()).isEqualTo(SparkShape.of(table).catalogString());
      assertThat(read.isEmpty()).isTrue();
    }
  }

  @Test
  void aVeryLongTextIsPublishedWhole() throws IOException {
    Map<String, Dataset<Row>> rows = PublicationRows.frames();
    String text = "dài ".repeat(500_000) + "\n\"";
    rows.put(
        "unknown_verb",
        SPARK.createDataFrame(
            List.of(RowFactory.create(text, 1L)),
            SparkShape.of(TableContract.of(Tables.UNKNOWN_VERB))));
    new Publication(
            published(),
            PublicationRows.SEAL,
            Stream.concat(
                    PublicationRows.contracts().stream(),
                    Stream.of(TableContract.of(Tables.UNKNOWN_VERB)))
                .toList(),
            SILENT,
            NOBODY)
        .publish(PublicationRows.header("run-1"), MemorySource.of(rows), CsvMark.ABSENT);

    assertThat(
            SPARK
                .read()
                .parquet(latest().resolve("parquet/unknown_verb.parquet").toString())
                .collectAsList())
        .containsExactly(RowFactory.create(text, 1L));
    assertThat(Files.readString(latest().resolve("csv/unknown_verb.csv")))
        .isEqualTo("iri,records\r\n\"" + text + "\"\",1\r\n");
  }
}
