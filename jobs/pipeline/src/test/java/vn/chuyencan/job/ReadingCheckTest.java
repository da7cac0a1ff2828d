package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.RecomputeCause;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/** A lake that was made with another vocabulary; here its rows are made to say so. */
class ReadingCheckTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 13);
  private static final String COMPLETED = "completed";

  @TempDir private static Path folder;
  private static SampleNights nights;

  @BeforeAll
  static void firstNight() {
    nights = new SampleNights(folder).deliver(List.of("logstore/2026-W37.ndjson.gz"));
    nights.run(DAY, "first");
  }

  private static void rewrite(Lake lake, String table, Consumer<Map<String, Object>> row) {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (var stored = lake.rows(table, alwaysTrue())) {
      stored.forEach(
          record -> {
            Map<String, Object> values = new LinkedHashMap<>();
            record
                .struct()
                .fields()
                .forEach(field -> values.put(field.name(), record.getField(field.name())));
            row.accept(values);
            rows.add(values);
          });
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    LakeChange change = lake.change();
    change.replaceRows(table, alwaysTrue(), rows);
    change.apply();
    lake.commit(lake.state());
  }

  private static void vocabularyOfBatches(String text) {
    rewrite(nights.night(DAY).lake(), Tables.INGEST_BATCH, row -> row.put("vocabulary", text));
  }

  private static PipelineException refusal() {
    return catchThrowableOfType(
        PipelineException.class, () -> ReadingCheck.requireRead(nights.night(DAY)));
  }

  @Test
  void aVocabularyThatChangedIsAcceptedOnlyWhereItTouchesNothing() {
    String now = Vocabulary.bundled().fingerprint();
    String rules = now.substring(now.indexOf('/'));
    assertThat(refusal()).isNull();

    vocabularyOfBatches("0123456789abcdef" + rules);
    assertThat(refusal()).as("no verb that was seen means anything else").isNull();

    String[] verb = new String[2];
    rewrite(
        nights.night(DAY).lake(),
        Tables.VERB,
        row -> {
          if (verb[0] == null && Boolean.TRUE.equals(row.get("known"))) {
            verb[0] = (String) row.get("iri");
            verb[1] = (String) row.get("action");
            row.put("action", "other");
            row.put("known", false);
          }
        });
    PipelineException refused = refusal();
    assertThat(refused.exitStatus()).isEqualTo(3);
    assertThat(refused.faults())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.VOCABULARY_CHANGED, ErrorCode.READING_NOT_DONE);
    assertThat(refused.faults().get(0))
        .satisfies(
            fault -> {
              assertThat(fault.message(Language.EN)).contains("1 verbs", verb[0]);
              assertThat(Long.parseLong(fault.arguments().get(2))).isPositive();
            });
    vocabularyOfBatches(now);
    assertThat(refusal()).as("the same vocabulary is looked into no further").isNull();
    rewrite(
        nights.night(DAY).lake(),
        Tables.VERB,
        row -> {
          if (verb[0].equals(row.get("iri"))) {
            row.put("action", verb[1]);
            row.put("known", true);
          }
        });

    vocabularyOfBatches(now.substring(0, now.indexOf('/')) + "/0123456789abcdef");
    assertThat(refusal().faults().get(0).arguments().get(1)).isEqualTo("logstore-events.json");
    vocabularyOfBatches(null);
    assertThat(refusal()).as("a batch of an older program tells nothing").isNull();
    vocabularyOfBatches(now);
  }

  /**
   * A lake as another vocabulary would have made it, in which nobody completes anything: read
   * again, it is the lake of the present one.
   */
  @Test
  void whatAnotherVocabularyMadeIsReadAgain(@TempDir Path other) {
    SampleNights made = new SampleNights(other).deliver(List.of("logstore/2026-W37.ndjson.gz"));
    String before = made.run(DAY, "before").manifest().digest();
    Night night = made.night(DAY);
    rewrite(
        night.lake(),
        Tables.LEARNING_EVENT,
        row -> {
          if (COMPLETED.equals(row.get("action"))) {
            row.put("action", "other");
          }
        });
    LakeChange change = night.lake().change();
    change.replaceRows(Tables.ASSESSMENT_EVENT, alwaysTrue(), List.of());
    change.apply();
    night.lake().commit(night.lake().state());
    DecideJob.run(
        night, MeasureJob.run(night, MeasureJob.Extent.EVERYTHING, Progress.NONE), Progress.NONE);
    String otherwise = ReportJob.run(night, "otherwise", CsvMark.ABSENT, Progress.NONE).digest();
    assertThat(otherwise).isNotEqualTo(before);
    rewrite(
        night.lake(),
        Tables.VERB,
        row -> {
          if (COMPLETED.equals(row.get("action"))) {
            row.put("action", "other");
            row.put("known", false);
          }
        });
    String now = Vocabulary.bundled().fingerprint();
    rewrite(
        night.lake(),
        Tables.INGEST_BATCH,
        row -> row.put("vocabulary", "0123456789abcdef" + now.substring(now.indexOf('/'))));

    NightlyRun.Outcome again = made.run(DAY, "again");
    assertThat(again.taken().reread())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.VOCABULARY_CHANGED);
    assertThat(again.recomputed())
        .extracting(Recomputed::cause)
        .contains(RecomputeCause.VOCABULARY)
        .doesNotContain(RecomputeCause.LATE_EVENT);
    assertThat(again.manifest().digest()).isEqualTo(before);
    assertThat(made.run(DAY, "once-more").taken().reread()).isEmpty();
  }
}
