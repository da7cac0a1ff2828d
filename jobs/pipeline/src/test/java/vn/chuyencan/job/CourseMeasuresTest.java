package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.testing.Repository;

/**
 * Measures and decisions on the sample, from tables that a plain helper fills instead of ingest.
 */
class CourseMeasuresTest {
  private static final Path EXPECTED = Repository.root().resolve("sample-data/expected");

  @TempDir private static Path folder;

  @Test
  void whatIsPublishedIsWhatWasPublishedBefore() throws IOException {
    SampleNights nights = new SampleNights(folder.resolve("once")).deliver(SampleNights.allFiles());
    Night night = nights.night(SampleNights.LAST);
    DerivedTables.fill(night, SampleNights.sample().resolve("statements"), 3, new Random(7));
    MeasureJob.runAndDecide(night, Progress.NONE);
    Manifest manifest = ReportJob.run(night, "once", CsvMark.ABSENT, Progress.NONE);
    for (Manifest.Table table : manifest.tables()) {
      if (!table.operational()) {
        Path actual = nights.published().resolve("latest").resolve(table.csv());
        assertThat(rows(actual)).as(table.csv()).isEqualTo(rows(EXPECTED.resolve(table.csv())));
      }
    }
  }

  /** Everything but the day up to which a decision counts, which changed for closed course runs. */
  private static List<List<String>> rows(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<List<String>> rows = new ArrayList<>();
    try (var parser = format.parse(Files.newBufferedReader(file))) {
      for (CSVRecord record : parser) {
        List<String> row = new ArrayList<>();
        parser
            .getHeaderNames()
            .forEach(name -> row.add(name.equals("as_of") ? "" : record.get(name)));
        rows.add(row);
      }
    }
    return rows;
  }
}
