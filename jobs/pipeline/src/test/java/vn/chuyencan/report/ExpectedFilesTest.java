package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.table.Visibility;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.testing.TestWorkers;

/** The committed tables of the sample data, brought into a lake, come out as they are. */
class ExpectedFilesTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 2);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setNullString("")
          .setQuoteMode(QuoteMode.ALL_NON_NULL)
          .get();

  /** Freezing is a command and no register; other tests fill its table. */
  private static final Set<String> WITHOUT_SAMPLE = Set.of(Tables.COURSE_FREEZE);

  @TempDir Path folder;

  @Test
  void whatIsInTheLakeIsPublishedByteForByte() throws IOException {
    Path expected = Repository.root().resolve("sample-data/expected/csv");
    Lake lake = Lake.open(TestWorkers.shared().hadoop(), folder.resolve("warehouse").toString());
    LakeChange change = lake.change();
    for (TableContract table : Tables.published()) {
      if (table.visibility() == Visibility.PUBLISHED) {
        change.appendRows(table.name(), rows(table, expected.resolve(table.name() + ".csv")));
      }
    }
    change.apply();
    Map<String, TableSource> sources = new TreeMap<>();
    for (TableContract table : Tables.published()) {
      sources.put(table.name(), LakeSource.of(lake, table, null));
    }

    Manifest manifest =
        Publication.into(folder.resolve("published"), PublicationRows.SEAL, (step, table) -> {})
            .publish(
                new PublicationHeader(
                    "run-1", AS_OF, "1", "c", "r", Map.of(), Map.of(), Map.of(), ""),
                sources,
                CsvMark.ABSENT);

    Path latest = LatestPublication.find(folder.resolve("published")).orElseThrow();
    for (Manifest.Table table : manifest.tables()) {
      if (!table.operational()) {
        assertThat(latest.resolve(table.csv()))
            .hasSameBinaryContentAs(expected.resolve(table.name() + ".csv"));
        if (!WITHOUT_SAMPLE.contains(table.name())) {
          assertThat(table.rows()).as(table.name()).isPositive();
        }
      }
    }
  }

  private static List<Map<String, Object>> rows(TableContract table, Path csv) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(Files.readString(csv), FORMAT)) {
      for (CSVRecord record : parser) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (TableColumn column : table.columns()) {
          String field = record.get(column.name());
          row.put(column.name(), field == null ? null : value(column.type(), field));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static Object value(ColumnType type, String field) throws IOException {
    if (type == ColumnType.Scalar.STRING) {
      boolean guarded = field.startsWith("'") && CsvText.isFormula(field);
      return guarded ? field.substring(1) : field;
    }
    if (type instanceof ColumnType.Scalar || type instanceof ColumnType.Decimal) {
      return scalar(type, field);
    }
    return part(type, JSON.readTree(field));
  }

  private static Object scalar(ColumnType type, String text) {
    if (type instanceof ColumnType.Decimal) {
      return new BigDecimal(text);
    }
    return switch ((ColumnType.Scalar) type) {
      case BOOLEAN -> Boolean.valueOf(text);
      case INT -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case STRING, UUID -> text;
      case DATE -> LocalDate.parse(text);
      case TIMESTAMP -> Instant.parse(text);
    };
  }

  private static Object part(ColumnType type, JsonNode node) {
    if (type instanceof ColumnType.ArrayOf array) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(part(array.element(), element)));
      return list;
    }
    if (type instanceof ColumnType.MapOf map) {
      Map<String, Object> values = new LinkedHashMap<>();
      node.properties().forEach(one -> values.put(one.getKey(), part(map.value(), one.getValue())));
      return values;
    }
    if (type instanceof ColumnType.StructOf struct) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (ColumnType.Member member : struct.members()) {
        values.put(member.name(), part(member.type(), node.get(member.name())));
      }
      return values;
    }
    return scalar(type, node.asText());
  }
}
