package vn.chuyencan.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.sum;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightlyRun;
import vn.chuyencan.model.Status;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.table.Tables;

/** What a night brought, short enough to be read. */
final class Summary {
  private final Night night;
  private final NightlyRun.Outcome outcome;
  private final Language language;
  private final StringBuilder text = new StringBuilder();

  private Summary(Night night, NightlyRun.Outcome outcome, Language language) {
    this.night = night;
    this.outcome = outcome;
    this.language = language;
  }

  static String of(Night night, NightlyRun.Outcome outcome, Language language) {
    return new Summary(night, outcome, language).write();
  }

  private String write() {
    line(
        "%s – %s",
        night.configuration().institution().name(),
        word("tính đến hết ngày", "up to and including") + " " + night.asOf());
    equation();
    courses();
    decisions();
    files();
    return text.toString();
  }

  private void equation() {
    Map<String, Long> counts = outcome.manifest().counts();
    line("");
    line("%s", word("Bản ghi đã đọc từ trước tới nay", "Records read so far"));
    line(
        "  %,d = %,d %s + %,d %s + %,d %s + %,d %s + %,d %s + %,d %s",
        counts.getOrDefault("read", 0L),
        counts.getOrDefault("accepted", 0L),
        word("nhận", "accepted"),
        counts.getOrDefault("duplicate", 0L),
        word("trùng", "duplicate"),
        counts.getOrDefault("voided", 0L),
        word("bị hủy", "voided"),
        counts.getOrDefault("conflicting", 0L),
        word("xung đột", "conflicting"),
        counts.getOrDefault("rejected", 0L),
        word("từ chối", "rejected"),
        counts.getOrDefault("out_of_scope", 0L),
        word("ngoài phạm vi", "out of scope"));
  }

  private void courses() {
    Map<String, Row> weeks = new TreeMap<>();
    for (Row row :
        night
            .lake()
            .read(Tables.LEARNER_WEEK)
            .groupBy("course_id")
            .agg(
                countDistinct("learner_id").as("learners"),
                countDistinct("iso_week").as("weeks"),
                sum("sessions").as("sessions"),
                sum("minutes").as("minutes"))
            .collectAsList()) {
      weeks.put(row.getString(0), row);
    }
    line("");
    line("%s", word("Lớp", "Course runs"));
    for (Row run : night.lake().read(Tables.COURSE_RUN).orderBy("course_id").collectAsList()) {
      Row row = weeks.get(run.<String>getAs("course_id"));
      line(
          "  %s  %s … %s%s",
          run.getAs("course_id"),
          run.getAs("opens_on"),
          run.getAs("closes_on"),
          run.<Boolean>getAs("inferred") ? word("  (suy từ sự kiện)", "  (inferred)") : "");
      line(
          "    %,d %s, %,d %s, %,d %s, %,.0f %s",
          row == null ? 0 : row.<Long>getAs("learners"),
          word("người học", "learners"),
          run.<Integer>getAs("weeks"),
          word("tuần học", "course weeks"),
          row == null ? 0 : row.<Long>getAs("sessions"),
          word("lượt truy cập", "accesses"),
          row == null ? 0.0 : row.<java.math.BigDecimal>getAs("minutes"),
          word("phút", "minutes"));
    }
  }

  private void decisions() {
    Map<String, Map<Status, Long>> byCertificate = new TreeMap<>();
    for (Row row :
        night
            .lake()
            .read(Tables.ELIGIBILITY_DECISION)
            .groupBy(col("course_id"), col("certificate"), col("status"))
            .count()
            .collectAsList()) {
      byCertificate
          .computeIfAbsent(
              row.getString(0) + "  " + row.getString(1), key -> new EnumMap<>(Status.class))
          .put(Status.valueOf(row.getString(2)), row.getLong(3));
    }
    if (byCertificate.isEmpty()) {
      return;
    }
    line("");
    line("%s", word("Quyết định", "Decisions"));
    int width = byCertificate.keySet().stream().mapToInt(String::length).max().orElse(0);
    byCertificate.forEach(
        (certificate, statuses) -> {
          StringBuilder counts = new StringBuilder();
          statuses.forEach(
              (status, count) ->
                  counts
                      .append(counts.length() == 0 ? "" : ", ")
                      .append(count)
                      .append(' ')
                      .append(language == Language.VI ? status.vietnamese() : status.english()));
          line("  %-" + width + "s  %s", certificate, counts);
        });
  }

  private void files() {
    Path latest = Path.of(night.configuration().publish()).resolve("latest");
    Manifest manifest = outcome.manifest();
    line("");
    line("%s  %s", word("Kết quả", "Results"), latest);
    for (String table :
        List.of(Tables.ELIGIBILITY_DECISION, Tables.CRITERION_RESULT, Tables.LEARNER_WEEK)) {
      manifest.tables().stream()
          .filter(published -> published.name().equals(table))
          .forEach(
              published ->
                  line("  %s  %,d %s", published.csv(), published.rows(), word("dòng", "rows")));
    }
    line("  parquet/, csv/, manifest.json  %s %s", word("dấu", "digest"), manifest.digest());
  }

  private String word(String vietnamese, String english) {
    return language == Language.VI ? vietnamese : english;
  }

  private void line(String format, Object... arguments) {
    Locale locale = language == Language.VI ? Locale.forLanguageTag("vi") : Locale.ROOT;
    text.append(String.format(locale, format, arguments)).append('\n');
  }
}
