package vn.chuyencan.benchmarks.micro;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The library that reads published CSV beside the one that reads CSV of others: time for one row
 * such as those of {@code learner_course_week}, under the compiler of small nights.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:TieredStopAtLevel=1")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CsvBenchmark {
  private static final int ROWS = 5_000;

  private String csv;

  /** Writes the rows. */
  @Setup
  public void write() {
    Random random = new Random(2026);
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      rows.append("K100000,HV")
          .append(1_000_000 + row)
          .append(",3,2026-09-21,2026-09-27,")
          .append(random.nextInt(9))
          .append(",4,")
          .append(random.nextInt(900))
          .append(".016667,,2,\"{\"\"15\"\":80.5,\"\"30\"\":")
          .append(random.nextInt(200))
          .append(".25}\",\"[\"\"2026-09-21T12:05:00.000000Z/PT90M\"\",\"\"")
          .append("2026-09-24T13:00:12.000000Z/PT41M7S\"\"]\",0,true\r\n");
    }
    csv = rows.toString();
  }

  /** By Commons CSV. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long commons() throws IOException {
    long characters = 0;
    try (CSVParser rows = CSVFormat.RFC4180.parse(new StringReader(csv))) {
      for (CSVRecord row : rows) {
        for (int cell = 0; cell < row.size(); cell++) {
          characters += row.get(cell).length();
        }
      }
    }
    return characters;
  }

  /** By FastCSV. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long fast() throws IOException {
    long characters = 0;
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(new StringReader(csv))) {
      for (CsvRecord row : rows) {
        for (int cell = 0; cell < row.getFieldCount(); cell++) {
          characters += row.getField(cell).length();
        }
      }
    }
    return characters;
  }
}
