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
import org.junit.jupiter.api.BeforeAll;
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

  @TempDir private static Path folder;
  private static SampleNights once;
  private static String cases;
  private static List<String> signals;

  @BeforeAll
  static void aNightAtOnce() {
    once = new SampleNights(folder.resolve("once")).integrity(LOW).deliver(SampleNights.allFiles());
    once.run(SampleNights.LAST, "once");
    cases = text(once, "review_case");
    signals = stored(once);
  }

  private static String text(SampleNights nights, String table) {
    return read(nights.published().resolve("latest/csv").resolve(table + ".csv"));
  }

  /** What is published of the sample where nothing is looked for. */
  private static String expected(String table) {
    return read(SampleNights.sample().resolve("expected/csv").resolve(table + ".csv"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
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
  void aNightInTwoPartsIsANightAtOnce() {
    SampleNights parts = new SampleNights(folder.resolve("parts")).integrity(LOW);
    List<String> even = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    SampleNights.allFiles().forEach(file -> (even.size() > odd.size() ? odd : even).add(file));
    parts.deliver(odd).run(SampleNights.LAST.minusDays(1), "odd");
    // Some come again.
    parts.deliver(even).deliver(odd).run(SampleNights.LAST, "even");
    assertThat(text(parts, "review_case")).isEqualTo(cases);
    assertThat(stored(parts)).isEqualTo(signals).isNotEmpty();
    // Many tasks give what one gives.
    MeasureJob.run(parts.night(SampleNights.LAST), MeasureJob.Extent.EVERYTHING, 0, Progress.NONE);
    assertThat(stored(parts)).isEqualTo(signals);
  }

  @Test
  void casesAreForPersonsAndChangeNothingElse() throws IOException {
    List<CSVRecord> found = signals(once);
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
    assertThat(text(once, "eligibility_decision")).isEqualTo(expected("eligibility_decision"));
    assertThat(text(once, "criterion_result")).isEqualTo(expected("criterion_result"));
    assertThat(StoredSignals.lookedAt(once.night(SampleNights.LAST).lake(), RUN))
        .containsOnlyKeys(
            IntegrityKind.LONG_DAY,
            IntegrityKind.LONG_SESSION,
            IntegrityKind.FAST_ANSWER,
            IntegrityKind.HEARTBEAT)
        .hasEntrySatisfying(IntegrityKind.LONG_DAY, days -> assertThat(days).isPositive());

    // Decided again from what is stored, with what persons say of each.
    List<String> verdicts = new ArrayList<>(ofTheSample("review_decision.csv"));
    for (CSVRecord row : found) {
      verdicts.add(row.get("case_id") + ",refused,GV01,2026-10-20,Chưa giải trình,");
    }
    once.registers(
            new PersonsRegisters(folder.resolve("registers"))
                .decisions(verdicts)
                .corrections(ofTheSample("correction.csv"))
                .folder())
        .run(SampleNights.LAST, "decided");
    assertThat(signals(once))
        .hasSameSizeAs(found)
        .extracting(row -> row.get("state"))
        .containsOnly("decided");
    assertThat(text(once, "eligibility_decision")).isEqualTo(expected("eligibility_decision"));

    once.registers(null).integrity(IntegrityLimits.NONE).run(SampleNights.LAST, "off");
    assertThat(text(once, "review_case")).isEqualTo(expected("review_case"));
    assertThat(stored(once)).isEmpty();
  }

  /** What the sample's persons say about other things, without the heading. */
  private static List<String> ofTheSample(String register) throws IOException {
    List<String> lines =
        Files.readAllLines(SampleNights.sample().resolve("registers").resolve(register));
    return lines.subList(1, lines.size());
  }
}
