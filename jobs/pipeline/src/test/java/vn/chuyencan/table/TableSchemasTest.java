package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.testing.Repository;

/** Every table contract is complete, in form, and agrees with itself. */
class TableSchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Repository.root().resolve("schemas/tables");

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("table.schema.json"))
          .sorted()
          .toList();
    }
  }

  private static JsonNode schema(String file) throws IOException {
    return JSON.readTree(Files.readAllBytes(FOLDER.resolve(file)));
  }

  private static Schema compiled(JsonNode schema) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().locale(Locale.ENGLISH).formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
        .getSchema(schema);
  }

  private static List<String> errors(JsonNode schema, JsonNode instance) {
    return compiled(schema).validate(instance).stream().map(Error::toString).toList();
  }

  @Test
  void everyTableHasASchemaAndEverySchemaATable() throws IOException {
    assertThat(files())
        .containsExactlyElementsOf(
            Stream.concat(Tables.names().stream(), Tables.requested().stream())
                .map(name -> name + ".json")
                .sorted()
                .toList());
  }

  @ParameterizedTest
  @MethodSource("files")
  void everySchemaHasTheForm(String file) throws IOException {
    assertThat(errors(schema("table.schema.json"), schema(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everySchemaAgreesWithItself(String file) throws IOException {
    JsonNode schema = schema(file);
    assertThat(schema.path("title").asText() + ".json").isEqualTo(file);
    assertThat(schema.path("$id").asText()).endsWith("/tables/" + file);
    String text = Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
    assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();

    TableContract table = TableSchemas.contract(schema);
    List<String> names = table.columns().stream().map(TableColumn::name).toList();
    assertThat(names(schema.path("required"))).isEqualTo(names);
    assertThat(names).containsAll(table.order()).containsAll(table.key());
    assertThat(table.order()).containsAll(table.key());
    for (String column : table.order()) {
      assertThat(table.column(column).nullable()).as(column).isFalse();
    }
    Set<Integer> ids = new HashSet<>();
    for (TableColumn column : table.columns()) {
      assertThat(ids.add(column.id())).as("number of " + column.name()).isTrue();
      if (column.type() instanceof ColumnType.Decimal) {
        assertThat(column.unit()).as("unit of " + column.name()).isNotEqualTo("none");
      }
    }
    assertThat(table.partitionSpec().fields()).hasSameSizeAs(table.partitions());
  }

  @ParameterizedTest
  @MethodSource("files")
  void theJsonTypeOfEveryColumnIsThatOfItsType(String file) throws IOException {
    for (Map.Entry<String, JsonNode> property : schema(file).path("properties").properties()) {
      ObjectNode column = property.getValue().deepCopy();
      ColumnType type = ColumnType.parse(column.path("x-type").asText());
      assertThat(type.text()).isEqualTo(column.path("x-type").asText());
      ObjectNode expected = jsonType(type);
      JsonNode actualType = column.path("type");
      assertThat(actualType.isArray() ? actualType.get(0) : actualType)
          .as(property.getKey())
          .isEqualTo(expected.get("type"));
      for (String key : List.of("format", "items", "additionalProperties")) {
        assertThat(column.get(key)).as(property.getKey()).isEqualTo(expected.get(key));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyExampleIsValid(String file) throws IOException {
    for (Map.Entry<String, JsonNode> property : schema(file).path("properties").properties()) {
      for (JsonNode example : property.getValue().path("examples")) {
        assertThat(errors(property.getValue(), example)).as(property.getKey()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "x-id",
    "x-type",
    "x-unit",
    "x-label-vi",
    "x-label-en",
    "x-meaning-vi",
    "x-meaning-en",
    "x-source",
    "type",
    "examples"
  })
  void aColumnThatLacksSomethingIsInvalid(String key) throws IOException {
    ObjectNode schema = (ObjectNode) schema("learner_week.json");
    ((ObjectNode) schema.at("/properties/minutes")).remove(key);

    assertThat(errors(schema("table.schema.json"), schema))
        .singleElement()
        .asString()
        .isEqualTo("/properties/minutes: required property '" + key + "' not found");
  }

  @ParameterizedTest
  @CsvSource({"x-grain-vi", "x-grain-en", "x-key", "x-order", "x-publish", "x-partition"})
  void aTableThatLacksSomethingIsInvalid(String key) throws IOException {
    ObjectNode schema = (ObjectNode) schema("learner_week.json");
    schema.remove(key);

    assertThat(errors(schema("table.schema.json"), schema))
        .singleElement()
        .asString()
        .isEqualTo(": required property '" + key + "' not found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/properties/minutes|x-unit|fortnights|does not have a value in the enumeration",
        "/properties/minutes|x-meaning-vi|Không dấu chấm|does not match the regex pattern",
        "/properties/minutes|x-title|Minutes|is not defined in the schema",
        "|x-publish|everywhere|does not have a value in the enumeration"
      })
  void aWrongValueIsInvalid(String place, String key, String value, String message)
      throws IOException {
    ObjectNode schema = (ObjectNode) schema("learner_week.json");
    ((ObjectNode) schema.at(place == null ? "" : place)).put(key, value);

    assertThat(errors(schema("table.schema.json"), schema))
        .anySatisfy(error -> assertThat(error).contains(key).contains(message));
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(node -> names.add(node.asText()));
    return names;
  }

  private static ObjectNode jsonType(ColumnType type) {
    ObjectNode node = JSON.createObjectNode();
    if (type instanceof ColumnType.Scalar scalar) {
      switch (scalar) {
        case BOOLEAN -> node.put("type", "boolean");
        case INT, LONG -> node.put("type", "integer");
        case STRING -> node.put("type", "string");
        case UUID -> node.put("type", "string").put("format", "uuid");
        case DATE -> node.put("type", "string").put("format", "date");
        case TIMESTAMP -> node.put("type", "string").put("format", "date-time");
      }
    } else if (type instanceof ColumnType.Decimal) {
      node.put("type", "number");
    } else if (type instanceof ColumnType.ArrayOf array) {
      node.put("type", "array").set("items", jsonType(array.element()));
    } else if (type instanceof ColumnType.MapOf map) {
      node.put("type", "object").set("additionalProperties", jsonType(map.value()));
    } else if (type instanceof ColumnType.StructOf struct) {
      node.put("type", "object");
      ObjectNode members = node.putObject("properties");
      struct.members().forEach(member -> members.set(member.name(), jsonType(member.type())));
      struct.members().forEach(member -> node.withArray("required").add(member.name()));
      node.put("additionalProperties", false);
    }
    return node;
  }
}
