package vn.chuyencan.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chuyencan.table.ColumnType;

/** Values with parts as compact JSON: keys sorted, exact numbers, instants and days as text. */
final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /** The JSON of one value of a canonical row. */
  static String of(ColumnType type, Object value) {
    if (type instanceof ColumnType.ArrayOf array && array.element() == ColumnType.Scalar.STRING) {
      String texts = plain((List<?>) value);
      if (texts != null) {
        return texts;
      }
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, type, value);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return text.toString();
  }

  /**
   * The same of texts that need no escape, nearly all there are: a generator for each list would
   * cost more than its texts. Null where one needs it.
   */
  private static String plain(List<?> texts) {
    StringBuilder json = new StringBuilder(64).append('[');
    for (int index = 0; index < texts.size(); index++) {
      String text = (String) texts.get(index);
      for (int at = 0; at < text.length(); at++) {
        char unit = text.charAt(at);
        if (unit < ' ' || unit == '"' || unit == '\\') {
          return null;
        }
      }
      json.append(index == 0 ? "\"" : ",\"").append(text).append('"');
    }
    return json.append(']').toString();
  }

  private static void write(JsonGenerator json, ColumnType type, Object value) throws IOException {
    if (type instanceof ColumnType.ArrayOf array) {
      json.writeStartArray();
      for (Object element : (List<?>) value) {
        write(json, array.element(), element);
      }
      json.writeEndArray();
    } else if (type instanceof ColumnType.MapOf map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : ((SortedMap<?, ?>) value).entrySet()) {
        json.writeFieldName((String) entry.getKey());
        write(json, map.value(), entry.getValue());
      }
      json.writeEndObject();
    } else if (type instanceof ColumnType.StructOf struct) {
      writeStruct(json, struct, (List<?>) value);
    } else {
      writeScalar(json, value);
    }
  }

  private static void writeStruct(JsonGenerator json, ColumnType.StructOf type, List<?> values)
      throws IOException {
    SortedMap<String, Integer> positions = new TreeMap<>();
    for (int index = 0; index < values.size(); index++) {
      positions.put(type.members().get(index).name(), index);
    }
    json.writeStartObject();
    for (Map.Entry<String, Integer> entry : positions.entrySet()) {
      json.writeFieldName(entry.getKey());
      write(json, type.members().get(entry.getValue()).type(), values.get(entry.getValue()));
    }
    json.writeEndObject();
  }

  private static void writeScalar(JsonGenerator json, Object value) throws IOException {
    if (value instanceof BigDecimal number) {
      json.writeNumber(CsvText.decimal(number));
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Instant instant) {
      json.writeString(CsvText.instant(instant));
    } else {
      json.writeString(value.toString());
    }
  }
}
