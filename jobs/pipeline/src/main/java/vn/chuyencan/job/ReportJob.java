package vn.chuyencan.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.report.Publication;
import vn.chuyencan.report.PublicationHeader;
import vn.chuyencan.report.PublicationStep;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.table.Visibility;

/** Publishes what was measured and decided. */
public final class ReportJob {

  private ReportJob() {}

  /**
   * Publishes all published tables of the lake as of the night.
   *
   * @param runId names the publication's folder
   * @return the manifest as written
   */
  public static Manifest run(Night night, String runId, CsvMark mark, Progress progress) {
    progress.step("publish");
    Lake lake = night.lake();
    Map<String, Dataset<Row>> tables = new TreeMap<>();
    for (TableContract table : Tables.published()) {
      tables.put(table.name(), rows(night, table));
    }
    return Publication.into(
            Path.of(night.configuration().publish()),
            (step, name) -> {
              if (step == PublicationStep.TABLE_WRITTEN) {
                progress.part("publish " + name);
              }
            })
        .publish(header(night, lake, runId), tables, mark);
  }

  private static Dataset<Row> rows(Night night, TableContract table) {
    Lake lake = night.lake();
    Dataset<Row> rows =
        switch (table.name()) {
          // The lake holds every week of a course; those to come are not zeros but future.
          case Tables.LEARNER_WEEK, Tables.LEARNER_COURSE_WEEK ->
              lake.read(table.name()).where(col("first_day").leq(lit(night.asOf())));
          default -> lake.read(table.name());
        };
    return rows.select(
        table.columns().stream()
            .filter(column -> column.visibility() != Visibility.LAKE)
            .map(TableColumn::name)
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new));
  }

  private static PublicationHeader header(Night night, Lake lake, String runId) {
    Map<String, String> policies = new TreeMap<>();
    for (PolicyText text : DecideJob.policies(night)) {
      Policy policy = text.policy();
      policies.put(policy.id(), policy.hash());
    }
    return new PublicationHeader(
        runId,
        night.asOf(),
        night.codeVersion(),
        sha256(night.configuration().fingerprint()),
        night.registers().digest(),
        policies,
        inputs(lake),
        counts(lake));
  }

  /** What each source has given so far: its records by the size of their files. */
  private static Map<String, String> inputs(Lake lake) {
    Map<String, StringBuilder> bySource = new TreeMap<>();
    for (Row file :
        lake.read(Tables.SOURCE_FILE)
            .select("source", "path", "size_bytes", "read")
            .orderBy("source", "path", "size_bytes", "read")
            .collectAsList()) {
      String path = file.getString(1);
      bySource
          .computeIfAbsent(file.getString(0), source -> new StringBuilder())
          .append(path.substring(path.lastIndexOf('/') + 1))
          .append(' ')
          .append(file.getLong(2))
          .append(' ')
          .append(file.getLong(3))
          .append('\n');
    }
    Map<String, String> inputs = new TreeMap<>();
    bySource.forEach((source, text) -> inputs.put(source, sha256(text.toString())));
    return inputs;
  }

  /** The terms of the equation over all batches. */
  private static Map<String, Long> counts(Lake lake) {
    String[] terms = {
      "read", "accepted", "duplicate", "voided", "conflicting", "rejected", "out_of_scope"
    };
    Map<String, Long> counts = new TreeMap<>();
    for (Row batch : lake.read(Tables.INGEST_BATCH).collectAsList()) {
      for (String term : terms) {
        counts.merge(term, batch.<Long>getAs(term), Long::sum);
      }
    }
    return counts;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
