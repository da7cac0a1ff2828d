package vn.chuyencan.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.SparkSessions;
import vn.chuyencan.testing.SparkShape;

/** A few rows of a few tables, with every kind of value that a publication meets. */
final class PublicationRows {
  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
  private static final String COURSE = "LHĐN \"A\", 1";

  static final ManifestSeal SEAL = ManifestSeal.of("key".getBytes(StandardCharsets.UTF_8));

  private PublicationRows() {}

  static List<TableContract> contracts() {
    return Stream.of(
            Tables.LEARNER_WEEK,
            Tables.FORUM_POST,
            Tables.ELIGIBILITY_DECISION,
            Tables.REJECTED_RECORD,
            Tables.INGEST_BATCH)
        .map(name -> TableContract.of(name).published())
        .toList();
  }

  static PublicationHeader header(String run) {
    return new PublicationHeader(
        run,
        LocalDate.of(2026, 10, 18),
        "0.1.0",
        "c0ff",
        "4e91",
        Map.of("flipped-classroom", "00ff"),
        Map.of("statements/b.jsonl", "2222", "statements/a.jsonl", "1111"),
        Map.of("read", 22L, "accepted", 20L, "rejected", 2L),
        "");
  }

  static Map<String, Dataset<Row>> frames() {
    Map<String, List<Row>> rows =
        Map.of(
            Tables.LEARNER_WEEK,
                List.of(
                    week(COURSE, "hv001", 1, 2, "0.000001", 4L, 0, false),
                    week("=2+3", "hv001", 0, 0, "0", 0L, 0, true),
                    week(COURSE, "ho\u0323c vie\u0302n 2", 0, 1, "60.000000", 9L, 0, false),
                    week(COURSE, "hv001", 0, 3, "742.5", 128L, 1, false)),
            Tables.FORUM_POST,
                List.of(
                    post("p1", "forum-1", "collective", Instant.EPOCH, 1, null),
                    post("p\n2", "", null, Instant.parse("2026-09-07T01:02:03.123456Z"), null, "")),
            Tables.ELIGIBILITY_DECISION,
                List.of(
                    decision("theory", "MET", "DAT", List.of(), List.of()),
                    decision(
                        "overall",
                        "INSUFFICIENT_DATA",
                        "CHUA_DU_DU_LIEU",
                        List.of("FC-TT.4"),
                        List.of(
                            RowFactory.create(
                                "FC-LT.1",
                                new BigDecimal("42.25"),
                                "minutes",
                                "week=3",
                                true,
                                "2026-10-11")))),
            Tables.REJECTED_RECORD,
                List.of(RowFactory.create(7L, "lms", 1L, "a.jsonl", 0L, "NOT_JSON")),
            Tables.INGEST_BATCH,
                List.of(
                    RowFactory.create(
                        7L,
                        "lms",
                        MONDAY,
                        "0.1.0",
                        1,
                        22L,
                        20L,
                        0L,
                        0L,
                        0L,
                        2L,
                        0L,
                        0L,
                        Map.of("Z", 2L, "A", 1L),
                        "UTC",
                        "Asia/Ho_Chi_Minh",
                        null)));
    Map<String, Dataset<Row>> frames = new HashMap<>();
    for (TableContract table : contracts()) {
      frames.put(
          table.name(),
          SparkSessions.shared().createDataFrame(rows.get(table.name()), SparkShape.of(table)));
    }
    return frames;
  }

  /** The rows as they are published: text in NFC. */
  static List<Row> normalized(List<Row> rows) {
    return rows.stream()
        .map(
            row -> {
              Object[] values = new Object[row.length()];
              for (int index = 0; index < values.length; index++) {
                Object value = row.get(index);
                values[index] =
                    value instanceof String text
                        ? Normalizer.normalize(text, Normalizer.Form.NFC)
                        : value;
              }
              return RowFactory.create(values);
            })
        .toList();
  }

  static ParquetMetadata parquetFooter(Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
      return reader.getFooter();
    }
  }

  private static Row week(
      String course,
      String learner,
      int weeks,
      int sessions,
      String minutes,
      long events,
      int posts,
      boolean inferred) {
    LocalDate first = MONDAY.plusWeeks(weeks);
    return RowFactory.create(
        course,
        learner,
        "2026-W" + (37 + weeks),
        first,
        first.plusDays(6),
        sessions,
        Math.max(0, sessions - 1) + (sessions == 1 ? 1 : 0),
        new BigDecimal(minutes),
        events,
        posts,
        inferred);
  }

  private static Row post(
      String post, String forum, String kind, Instant at, Integer week, String starter) {
    return RowFactory.create(
        COURSE,
        "hv001",
        post,
        forum,
        kind,
        null,
        "topic",
        at,
        "2026-W37",
        week,
        starter,
        false,
        true,
        "event-" + post,
        null);
  }

  private static Row decision(
      String certificate, String status, String regulation, List<String> unmet, List<Row> nearest) {
    return RowFactory.create(
        COURSE,
        "hv001",
        certificate,
        status,
        regulation,
        "flipped-classroom",
        "1",
        "00ff",
        "standard",
        LocalDate.of(2026, 10, 18),
        false,
        unmet,
        List.of(),
        List.of(),
        nearest,
        status,
        0,
        List.of(),
        null,
        List.of(),
        List.of());
  }
}
