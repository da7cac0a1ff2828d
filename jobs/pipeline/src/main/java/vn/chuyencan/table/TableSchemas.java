package vn.chuyencan.table;

import static vn.chuyencan.error.ErrorCode.SCHEMA_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/** Reads table contracts from their JSON Schemas ({@code schemas/tables/table.schema.json}). */
final class TableSchemas {
  private static final String FOLDER = "/vn/chuyencan/schemas/tables/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private TableSchemas() {}

  static TableContract load(String name) {
    String file = "tables/" + name + ".json";
    try (InputStream bytes = TableSchemas.class.getResourceAsStream(FOLDER + name + ".json")) {
      if (bytes == null) {
        throw new PipelineException(
            Fault.of(SCHEMA_INVALID, file, "there is no such table among " + Tables.names()));
      }
      return contract(JSON.readTree(bytes));
    } catch (IOException | IllegalArgumentException cause) {
      throw new PipelineException(
          Fault.of(SCHEMA_INVALID, file, String.valueOf(cause.getMessage())), cause);
    }
  }

  /** Throws {@link IllegalArgumentException} naming what a schema lacks. */
  static TableContract contract(JsonNode schema) {
    List<TableColumn> columns = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : required(schema, "properties").properties()) {
      columns.add(column(property.getKey(), property.getValue()));
    }
    List<TableContract.Partition> partitions = new ArrayList<>();
    for (JsonNode partition : required(schema, "x-partition")) {
      partitions.add(
          new TableContract.Partition(
              text(partition, "column"),
              TableContract.Transform.valueOf(
                  text(partition, "transform").toUpperCase(Locale.ROOT))));
    }
    TableVersion version = TableVersion.of(text(schema, "x-version"));
    return new TableContract(
        text(schema, "title"),
        bilingual(schema, "x-label"),
        bilingual(schema, "x-grain"),
        version,
        schema.has("x-reads")
            ? TableVersion.of(text(schema, "x-reads"))
            : new TableVersion(version.model(), 0, 0),
        visibility(text(schema, "x-publish")),
        texts(required(schema, "x-key")),
        texts(required(schema, "x-order")),
        partitions,
        columns);
  }

  private static TableColumn column(String name, JsonNode property) {
    ColumnType type = ColumnType.parse(text(property, "x-type"));
    JsonNode jsonType = required(property, "type");
    List<String> words = new ArrayList<>();
    for (JsonNode word : property.path("enum")) {
      if (!word.isNull()) {
        words.add(word.asText());
      }
    }
    return new TableColumn(
        required(property, "x-id").asInt(),
        name,
        type,
        texts(jsonType).contains("null"),
        text(property, "x-unit"),
        bilingual(property, "x-label"),
        bilingual(property, "x-meaning"),
        text(property, "x-source"),
        texts(property.path("x-law")),
        words,
        required(property, "examples").path(0).toString(),
        property.has("x-publish") ? visibility(text(property, "x-publish")) : Visibility.PUBLISHED,
        property.has("x-personal")
            ? Personal.valueOf(text(property, "x-personal").toUpperCase(Locale.ROOT))
            : Personal.NOTHING);
  }

  private static Visibility visibility(String word) {
    return Visibility.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Bilingual bilingual(JsonNode node, String key) {
    return new Bilingual(text(node, key + "-vi"), text(node, key + "-en"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static String text(JsonNode node, String key) {
    return required(node, key).asText();
  }

  private static JsonNode required(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the key " + key + " is missing");
    }
    return value;
  }
}
