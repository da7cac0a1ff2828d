package vn.chuyencan.source.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import vn.chuyencan.model.Registers;

/** The order of rows and columns never changes the registers nor their digest. */
class RegisterOrderTest {

  @Property(tries = 60)
  void neitherRowsNorColumnsHaveAnOrder(@ForAll long seed) throws IOException {
    Path directory = Files.createTempDirectory("registers");
    try {
      for (Path file : Fixtures.csvFiles(Fixtures.path("valid"))) {
        Files.writeString(
            directory.resolve(file.getFileName().toString()), shuffled(file, new Random(seed)));
      }
      Registers expected = RegisterReader.read(Fixtures.path("valid"));
      Registers actual = RegisterReader.read(directory);
      assertThat(actual).isEqualTo(expected);
      assertThat(actual.digest()).isEqualTo(expected.digest());
    } finally {
      for (Path file : Fixtures.csvFiles(directory)) {
        Files.delete(file);
      }
      Files.delete(directory);
    }
  }

  private static String shuffled(Path file, Random random) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    List<CSVRecord> rows =
        new ArrayList<>(CSVFormat.RFC4180.parse(new StringReader(text)).getRecords());
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      columns.add(column);
    }
    Collections.shuffle(columns, random);
    CSVRecord header = rows.remove(0);
    Collections.shuffle(rows, random);
    rows.add(0, header);
    StringBuilder result = new StringBuilder();
    CSVPrinter printer = new CSVPrinter(result, CSVFormat.RFC4180);
    for (CSVRecord row : rows) {
      printer.printRecord(columns.stream().map(row::get));
    }
    return result.toString();
  }
}
