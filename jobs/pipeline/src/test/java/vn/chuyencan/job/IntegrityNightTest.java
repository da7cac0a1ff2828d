package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.decide.StoredSignals;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;

/**
 * Signals of integrity on the sample: cases for persons, upon which nothing else depends, and
 * nothing at all where nobody asks for them.
 */
class IntegrityNightTest {
  private static final String RUN = "LHDN-2026-1";

  /** So low that the sample's learners go beyond them. */
  private static final IntegrityLimits LOW = new IntegrityLimits(60, 70, 600, null, 1, null, null);

  @TempDir private Path folder;

  private static String text(SampleNights nights, String table) {
    try {
      return Files.readString(nights.published().resolve("latest/csv").resolve(table + ".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CSVRecord> cases(SampleNights nights) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(text(nights, "review_case")))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CSVRecord> signals(SampleNights nights) {
    return cases(nights).stream()
        .filter(row -> row.get("certificate").equals("integrity"))
        .toList();
  }

  /** Everything that was looked for and found, row by row. */
  private static List<String> stored(SampleNights nights) {
    List<String> rows = new ArrayList<>();
    Lake lake = nights.night(SampleNights.LAST).lake();
    try (var records = lake.rows(Tables.INTEGRITY_SIGNAL, Expressions.alwaysTrue())) {
      records.forEach(record -> rows.add(record.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.sort(rows);
    return rows;
  }

  @Test
  void casesAreForPersonsAndChangeNothingElse() {
    PersonsRegisters registers = new PersonsRegisters(folder.resolve("registers"));
    SampleNights nights =
        new SampleNights(folder.resolve("nights"))
            .registers(registers.folder())
            .deliver(SampleNights.allFiles());
    String without = nights.run(SampleNights.LAST, "one").manifest().digest();
    String decisions = text(nights, "eligibility_decision");
    String results = text(nights, "criterion_result");
    assertThat(signals(nights)).isEmpty();
    assertThat(nights.night(SampleNights.LAST).lake().exists("integrity_signal")).isFalse();

    nights.integrity(LOW).run(SampleNights.LAST, "two");
    List<CSVRecord> found = signals(nights);
    assertThat(found)
        .extracting(row -> row.get("reason_code"))
        .contains("integrity_long_day", "integrity_fast_answer");
    assertThat(found)
        .allSatisfy(
            row -> {
              assertThat(row.get("state")).isEqualTo("open");
              assertThat(row.get("detail")).containsAnyOf("minutes=", "seconds=");
              assertThat(row.get("evidence")).contains("[course_id=");
            });
    assertThat(text(nights, "eligibility_decision")).isEqualTo(decisions);
    assertThat(text(nights, "criterion_result")).isEqualTo(results);
    assertThat(StoredSignals.lookedAt(nights.night(SampleNights.LAST).lake(), RUN))
        .containsOnlyKeys(
            IntegrityKind.LONG_DAY,
            IntegrityKind.LONG_SESSION,
            IntegrityKind.FAST_ANSWER,
            IntegrityKind.HEARTBEAT)
        .hasEntrySatisfying(IntegrityKind.LONG_DAY, days -> assertThat(days).isPositive());

    List<String> verdicts = new ArrayList<>();
    for (CSVRecord row : found) {
      verdicts.add(row.get("case_id") + ",refused,GV01,2026-10-20,Chưa giải trình,");
    }
    registers.decisions(verdicts);
    nights.run(SampleNights.LAST, "three");
    assertThat(signals(nights)).extracting(row -> row.get("state")).containsOnly("decided");
    assertThat(text(nights, "eligibility_decision")).isEqualTo(decisions);
    assertThat(text(nights, "review_decision")).contains("applied").doesNotContain("no_case");

    registers.decisions(List.of());
    nights.integrity(IntegrityLimits.NONE);
    assertThat(nights.run(SampleNights.LAST, "four").manifest().digest()).isEqualTo(without);
  }

  @Test
  void aNightInTwoPartsIsANightAtOnce() {
    SampleNights once =
        new SampleNights(folder.resolve("once")).integrity(LOW).deliver(SampleNights.allFiles());
    String atOnce = once.run(SampleNights.LAST, "once").manifest().digest();

    SampleNights parts = new SampleNights(folder.resolve("parts")).integrity(LOW);
    List<String> files = SampleNights.allFiles();
    List<String> even = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    files.forEach(file -> (even.size() > odd.size() ? odd : even).add(file));
    parts.deliver(odd).run(SampleNights.LAST.minusDays(1), "odd");
    // Some come again.
    assertThat(parts.deliver(even).deliver(odd).run(SampleNights.LAST, "even").manifest().digest())
        .isEqualTo(atOnce);
    assertThat(text(parts, "review_case")).isEqualTo(text(once, "review_case"));
    assertThat(stored(parts)).isEqualTo(stored(once)).isNotEmpty();
    // Many tasks give what one gives.
    MeasureJob.run(once.night(SampleNights.LAST), MeasureJob.Extent.EVERYTHING, 0, Progress.NONE);
    assertThat(stored(once)).isEqualTo(stored(parts));
    // Decided again from what is stored.
    parts.run(SampleNights.LAST.plusDays(1), "later");
    assertThat(text(parts, "review_case")).isEqualTo(text(once, "review_case"));
  }
}
