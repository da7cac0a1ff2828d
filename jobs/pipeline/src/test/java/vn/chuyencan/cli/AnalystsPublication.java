package vn.chuyencan.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import vn.chuyencan.testing.Repository;

/**
 * What the examples for analysts are asked about: the sample after two nights, so that decisions
 * have changed, one course run has closed and one goes on. Its CSV files are read here without any
 * code of the program.
 */
final class AnalystsPublication {
  static final String BEFORE = "2026-10-04";
  static final String NOW = "2026-10-25";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private AnalystsPublication() {}

  private static final class Holder {
    private static final Path FOLDER = made();

    private static Path made() {
      try {
        Path folder =
            Files.createTempDirectory(Files.createDirectories(Path.of("target")), "analysts");
        Path sample = Repository.root().resolve("sample-data");
        String text =
            """
            institution: {id: hvsp, name: Học viện, zone: Asia/Ho_Chi_Minh}
            warehouse: ./warehouse
            publish: ./published
            registers: %1$s/registers
            sources: [{id: lms-xapi, kind: xapi, path: %1$s/statements}]
            policies: [flipped-classroom]
            """
                .formatted(sample);
        night(folder, BEFORE, text);
        night(folder, NOW, text + "reports: {nightly: true}\n");
        return folder.resolve("published").toAbsolutePath();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void night(Path folder, String asOf, String configuration) {
    Path file = CommandLines.write(folder, "chuyencan.yaml", configuration);
    CommandLines.run("run", "--as-of", asOf, "--config", file.toString()).done();
  }

  /** The latest publication. */
  static Path latest() {
    return Holder.FOLDER.resolve("latest");
  }

  static Path examples() {
    return Repository.root().resolve("scripts/examples");
  }

  /** All rows of a table of the latest publication. */
  static List<CSVRecord> rows(String table) {
    return read(latest(), table);
  }

  /** Those of which something is true. */
  static List<CSVRecord> rows(String table, Predicate<CSVRecord> wanted) {
    return rows(table).stream().filter(wanted).toList();
  }

  /** All rows of a table as the night before published it. */
  static List<CSVRecord> rowsBefore(String table) {
    try (var runs = Files.list(Holder.FOLDER.resolve(BEFORE))) {
      return read(runs.findFirst().orElseThrow(), table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CSVRecord> read(Path publication, String table) {
    Path file = publication.resolve("csv/" + table + ".csv");
    try (Reader text = Files.newBufferedReader(file)) {
      return FORMAT.parse(text).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BigDecimal number(CSVRecord row, String column) {
    return new BigDecimal(row.get(column));
  }

  static BigDecimal sum(List<CSVRecord> rows, String column) {
    return rows.stream().map(row -> number(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The texts of a list as CSV holds it. */
  static Set<String> texts(CSVRecord row, String column) {
    try {
      return Set.of(JSON.readValue(row.get(column), String[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of a map as CSV holds it. */
  static Map<?, ?> map(CSVRecord row, String column) {
    try {
      return JSON.readValue(row.get(column), Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Several cells of a row as one text. */
  static String cells(CSVRecord row, String... columns) {
    return String.join(" ", List.of(columns).stream().map(row::get).toList());
  }
}
