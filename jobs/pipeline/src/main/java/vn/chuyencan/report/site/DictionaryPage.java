package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.model.Register;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.table.Personal;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** The data dictionary as a page: made of the schemas alone, as the one in Markdown is. */
final class DictionaryPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REGISTERS = "/vn/chuyencan/schemas/registers/";

  private DictionaryPage() {}

  /**
   * The data of the page.
   *
   * @param published names of the tables whose files lie in the publication
   */
  static ObjectNode json(List<String> published) throws IOException {
    ObjectNode json = SiteJson.object();
    ArrayNode tables = json.putArray("tables");
    List<String> names = new ArrayList<>(Tables.names());
    names.addAll(Tables.requested());
    for (String name : names) {
      tables.add(table(TableContract.of(name), published.contains(name)));
    }
    ArrayNode registers = json.putArray("registers");
    for (String code : registerCodes()) {
      registers.add(register(code));
    }
    return json;
  }

  private static List<String> registerCodes() {
    return Stream.<Register>concat(
            Arrays.stream(RegisterName.values()), Arrays.stream(InstitutionRegister.values()))
        .map(Register::code)
        .sorted()
        .toList();
  }

  private static ObjectNode table(TableContract table, boolean published) throws IOException {
    ObjectNode json = SiteJson.object().put("name", table.name());
    json.set("label", SiteJson.both(table.label()));
    json.set("grain", SiteJson.both(table.grain()));
    json.put("version", table.version().toString());
    json.set("key", SiteJson.texts(table.key()));
    json.put("published", published);
    ArrayNode columns = json.putArray("columns");
    for (TableColumn column : table.columns()) {
      ObjectNode one = columns.addObject().put("name", column.name());
      one.set("label", SiteJson.both(column.label()));
      one.put("type", column.type().text()).put("empty", column.nullable());
      one.put("unit", column.unit());
      if (column.personal() != Personal.NOTHING) {
        one.put("personal", column.personal().name().toLowerCase(Locale.ROOT));
      }
      one.set("meaning", SiteJson.both(column.meaning()));
      one.put("source", column.source());
      one.set("laws", SiteJson.texts(column.laws()));
      one.set("words", SiteJson.texts(column.words()));
      one.put("example", example(JSON.readTree(column.example())));
    }
    return json;
  }

  private static ObjectNode register(String code) throws IOException {
    JsonNode schema;
    try (InputStream in = DictionaryPage.class.getResourceAsStream(REGISTERS + code + ".json")) {
      schema = JSON.readTree(in);
    }
    ObjectNode json = SiteJson.object().put("name", code);
    json.set("label", both(schema, "x-label-vi", "x-title-vi", "x-label-en", "title"));
    json.set("grain", both(schema, "x-grain-vi", "x-description-vi", "x-grain-en", "description"));
    json.set("key", schema.path("x-key"));
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    ArrayNode columns = json.putArray("columns");
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode column = property.getValue();
      ObjectNode one = columns.addObject().put("name", property.getKey());
      one.set("label", both(column, "x-label-vi", "x-title-vi", "x-label-en", "title"));
      one.put("type", first(column, "x-type", first(column, "format", type(column))));
      one.put("empty", !required.contains(property.getKey()));
      one.put("unit", column.path("x-unit").asText());
      one.set(
          "meaning",
          both(column, "x-meaning-vi", "x-description-vi", "x-meaning-en", "description"));
      one.put("source", "");
      one.set("laws", array(column.path("x-law")));
      one.set("words", array(column.path("enum")));
      one.put("example", example(column.path("examples").path(0)));
    }
    return json;
  }

  private static String type(JsonNode column) {
    JsonNode type = column.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText();
  }

  private static String first(JsonNode node, String name, String otherwise) {
    return node.has(name) ? node.path(name).asText() : otherwise;
  }

  private static ArrayNode both(
      JsonNode node, String vietnamese, String otherVietnamese, String english, String other) {
    return SiteJson.both(
        first(node, vietnamese, node.path(otherVietnamese).asText()),
        first(node, english, node.path(other).asText()));
  }

  private static ArrayNode array(JsonNode node) {
    ArrayNode texts = SiteJson.list();
    node.forEach(
        one -> {
          if (!one.isNull()) {
            texts.add(one.asText());
          }
        });
    return texts;
  }

  private static String example(JsonNode example) {
    return example.isMissingNode()
        ? ""
        : example.isTextual() ? example.asText() : example.toString();
  }
}
