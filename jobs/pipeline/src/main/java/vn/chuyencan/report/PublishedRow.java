package vn.chuyencan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One row of a published table, as its CSV tells it. */
public final class PublishedRow {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Map<String, Integer> places;
  private final CsvRecord record;

  PublishedRow(Map<String, Integer> places, CsvRecord record) {
    this.places = places;
    this.record = record;
  }

  /**
   * The text of a column, without the apostrophe that keeps spreadsheets from running it; or "".
   */
  public String text(String column) {
    Integer place = places.get(column);
    if (place == null || place >= record.getFieldCount()) {
      return "";
    }
    String cell = record.getField(place);
    return cell.startsWith("'") && CsvText.isFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /** The number of a column; null where there is none. */
  public BigDecimal number(String column) {
    String cell = cell(column);
    return cell.isEmpty() ? null : new BigDecimal(cell);
  }

  /** The whole number of a column; 0 where there is none. */
  public long count(String column) {
    String cell = cell(column);
    return cell.isEmpty() ? 0 : Long.parseLong(cell);
  }

  /** Whether a column says true. */
  public boolean is(String column) {
    return cell(column).equals("true");
  }

  /** The value with parts of a column; a missing node where there is none. */
  public JsonNode parts(String column) {
    String cell = cell(column);
    if (cell.isEmpty()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(cell);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("no JSON in " + column + ": " + cell, broken);
    }
  }

  /** The texts of a column that holds a list. */
  public List<String> texts(String column) {
    List<String> texts = new ArrayList<>();
    parts(column).forEach(part -> texts.add(part.asText()));
    return texts;
  }

  /** Numbers and JSON begin with nothing that is guarded but a minus sign. */
  private String cell(String column) {
    return text(column);
  }
}
