package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.table.ColumnType;

/** What was written is read, as another library reads it too. */
class PublishedCsvTest {
  private static final String[] PIECES = {
    "", "a", " ", ",", ";", "\"", "\"\"", "\n", "\r", "\r\n", "'", "=1", "Ấ", "𝄞", "\t", "#",
    "\uFEFF"
  };

  private static List<List<String>> read(String csv) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records = PublishedCsv.read(new StringReader(csv))) {
      records.forEach(record -> rows.add(record.getFields()));
    }
    return rows;
  }

  private static String written(List<List<String>> rows) {
    CsvBuffer buffer = new CsvBuffer();
    for (List<String> row : rows) {
      ColumnType[] types = new ColumnType[row.size()];
      Arrays.fill(types, ColumnType.Scalar.STRING);
      buffer.record(types, row.toArray());
    }
    return new String(buffer.bytes(), 0, buffer.size(), StandardCharsets.UTF_8);
  }

  @RepeatedTest(200)
  void whatWasWrittenIsRead(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    int columns = 1 + random.nextInt(4);
    List<List<String>> rows = new ArrayList<>();
    for (int row = random.nextInt(6); row > 0; row--) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        StringBuilder cell = new StringBuilder();
        for (int piece = random.nextInt(4); piece > 0; piece--) {
          cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        cells.add(cell.toString());
      }
      rows.add(cells);
    }
    String csv = written(rows);
    List<List<String>> others = new ArrayList<>();
    for (CSVRecord record : CSVFormat.RFC4180.parse(new StringReader(csv))) {
      others.add(record.toList());
    }
    assertThat(read(csv)).isEqualTo(others).hasSameSizeAs(rows);
  }

  @Test
  void aCellMayBeLong() throws IOException {
    String evidence = "x".repeat(20_000_000);
    assertThat(read("a," + evidence + "\n")).containsExactly(List.of("a", evidence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\nc\n", "a,b\nc,d,e\n", "a,\"b\"c\n"})
  void whatNobodyHereWroteIsRefused(String csv) {
    assertThatThrownBy(() -> read(csv)).isInstanceOf(CsvParseException.class);
  }
}
