package vn.chuyencan.source.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import vn.chuyencan.model.Register;

/** What {@code schemas/registers/<name>.json} says of a register. */
final class RegisterSchema {
  private static final String FOLDER = "/vn/chuyencan/schemas/registers/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Register, RegisterSchema> ALL = new ConcurrentHashMap<>();

  /** Keywords that say nothing of one column by another. */
  private static final Set<String> BY_COLUMN =
      Set.of(
          "$schema",
          "$id",
          "title",
          "description",
          "type",
          "properties",
          "required",
          "additionalProperties");

  private final JsonNode document;
  private final Schema validator;
  private final List<String> columns;
  private final Map<String, String> formats = new HashMap<>();
  private final boolean columnsAlone;
  private final List<String> required;

  /**
   * Columns that name a row of another register.
   *
   * @param columns the columns here
   * @param register the other register
   * @param target its columns, in the same order
   */
  record Reference(List<String> columns, Register register, List<String> target) {}

  private RegisterSchema(JsonNode document) {
    this.document = document;
    this.validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);
    List<String> names = new ArrayList<>();
    document.path("properties").fieldNames().forEachRemaining(names::add);
    this.columns = Collections.unmodifiableList(names);
    columns.forEach(column -> formats.put(column, property(column).path("format").asText()));
    this.required = texts(document.path("required"));
    this.columnsAlone = BY_COLUMN.containsAll(keywords(document));
  }

  /** The schema of a register. */
  static RegisterSchema of(Register name) {
    return ALL.computeIfAbsent(name, RegisterSchema::load);
  }

  private static RegisterSchema load(Register name) {
    String resource = FOLDER + name.code() + ".json";
    try (InputStream stream = RegisterSchema.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("this build lacks " + resource);
      }
      return new RegisterSchema(JSON.readTree(stream));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What the schema says of the register as a whole under a keyword; empty when nothing. */
  String text(String keyword) {
    return document.path(keyword).asText();
  }

  /** What people call a column, in Vietnamese. */
  String labelVi(String column) {
    return property(column).path("x-label-vi").asText();
  }

  /** All columns, in the schema's order. */
  List<String> columns() {
    return columns;
  }

  /** The columns that every file must have. */
  List<String> required() {
    return required;
  }

  /** A value that the column may hold. */
  String example(String column) {
    return property(column).path("examples").path(0).asText();
  }

  /** A value that the column may hold where this error was found: a condition may ask for more. */
  String example(String column, Error error) {
    String path = error.getEvaluationPath().toString();
    String here = path.substring(0, path.lastIndexOf('/'));
    String example = document.at(here).path("examples").path(0).asText();
    return example.isEmpty() ? example(column) : example;
  }

  /** The column's format, such as {@code date}; empty when it has none. */
  String format(String column) {
    return formats.getOrDefault(column, "");
  }

  /** Whether the column holds numbers. */
  boolean isNumber(String column) {
    return property(column).path("type").asText().equals("number");
  }

  /** The columns that together name a row. */
  List<String> key() {
    return texts(document.path("x-key"));
  }

  /** Further groups of columns that no two rows share. */
  List<List<String>> unique() {
    return groups("x-unique");
  }

  /** Pairs of columns of which the first is never after, or more than, the second. */
  List<List<String>> ordered() {
    return groups("x-order");
  }

  /** Pairs of columns that never hold the same value. */
  List<List<String>> distinct() {
    return groups("x-distinct");
  }

  /** The columns that name rows of other registers. */
  List<Reference> references() {
    return nodes(document.path("x-references")).stream()
        .map(
            node ->
                new Reference(
                    texts(node.path("columns")),
                    RegisterFolder.named(node.path("register").asText()).orElseThrow(),
                    texts(node.path("to"))))
        .toList();
  }

  /** Whether what one column holds never decides what another may hold. */
  boolean judgesColumnsAlone() {
    return columnsAlone;
  }

  /** Those that a validator heeds, at the top of a schema. */
  private static Set<String> keywords(JsonNode document) {
    Set<String> keywords = new HashSet<>();
    document.fieldNames().forEachRemaining(keywords::add);
    keywords.removeIf(keyword -> keyword.startsWith("x-"));
    return keywords;
  }

  /** What a row, as an object of its cells, breaks of the schema. */
  List<Error> errors(JsonNode row) {
    return validator.validate(row);
  }

  private JsonNode property(String column) {
    return document.path("properties").path(column);
  }

  private List<List<String>> groups(String keyword) {
    return nodes(document.path(keyword)).stream().map(RegisterSchema::texts).toList();
  }

  private static List<String> texts(JsonNode array) {
    return nodes(array).stream().map(JsonNode::asText).toList();
  }

  private static List<JsonNode> nodes(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
