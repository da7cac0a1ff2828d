package vn.chuyencan.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.table.Tables;

/**
 * The data dictionary as Markdown: every table, register and closed vocabulary of {@code schemas/},
 * every column with type, unit, meaning, source and law id. Made of the schemas alone, so it cannot
 * say anything else than they do.
 */
public final class DataDictionary {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFACE = "/vn/chuyencan/report/dictionary.md";

  private final StringBuilder text = new StringBuilder();
  private final Path schemas;

  private DataDictionary(Path schemas) {
    this.schemas = schemas;
  }

  /**
   * The dictionary of a folder of schemas.
   *
   * @param schemas the repository's {@code schemas/}; of its folders {@code tables}, {@code
   *     registers} and {@code vocabulary} those that are there are told
   * @throws IOException when a schema cannot be read
   */
  public static String markdown(Path schemas) throws IOException {
    DataDictionary dictionary = new DataDictionary(schemas);
    dictionary.preface();
    dictionary.tables();
    dictionary.registers();
    dictionary.vocabularies();
    return dictionary.text.toString();
  }

  private void preface() throws IOException {
    try (InputStream preface = DataDictionary.class.getResourceAsStream(PREFACE)) {
      text.append(new String(preface.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void tables() throws IOException {
    text.append("\n## Tables\n\n| table | bảng | one row is | publication |\n|---|---|---|---|\n");
    List<JsonNode> all = new ArrayList<>();
    List<String> names = new ArrayList<>(Tables.names());
    names.addAll(Tables.requested());
    for (String name : names) {
      JsonNode table = read(schemas.resolve("tables").resolve(name + ".json"));
      all.add(table);
      row(
          "[`" + name + "`](#" + name + ")",
          table.path("x-label-vi").asText(),
          table.path("x-grain-en").asText(),
          table.path("x-publish").asText());
    }
    for (JsonNode table : all) {
      heading(table.path("title").asText(), table);
      text.append("- version: ").append(table.path("x-version").asText()).append('\n');
      text.append("- key: ").append(codes(table.path("x-key"))).append('\n');
      text.append("- order: ").append(codes(table.path("x-order"))).append('\n');
      if (!table.path("x-partition").isEmpty()) {
        text.append("- divided in the lake by: ").append(partitions(table)).append('\n');
      }
      text.append("- publication: ").append(table.path("x-publish").asText()).append("\n\n");
      columns(table);
    }
  }

  private void registers() throws IOException {
    List<Path> files = files("registers");
    if (files.isEmpty()) {
      return;
    }
    text.append("\n## Registers\n\nCSV, UTF-8, one header; any register may be absent.\n");
    for (Path file : files) {
      JsonNode register = read(file);
      heading("registers/" + name(file) + ".csv", register);
      text.append("- key: ").append(codes(register.path("x-key"))).append("\n\n");
      columns(register);
    }
  }

  private void vocabularies() throws IOException {
    List<Path> closed = new ArrayList<>();
    for (Path file : files("vocabulary")) {
      if (read(file).path("values").path(0).has("vi")) {
        closed.add(file);
      }
    }
    if (closed.isEmpty()) {
      return;
    }
    text.append("\n## Vocabularies\n");
    for (Path file : closed) {
      JsonNode vocabulary = read(file);
      heading("vocabulary/" + name(file) + ".json", vocabulary);
      text.append("| word | nghĩa | meaning |\n|---|---|---|\n");
      for (JsonNode word : vocabulary.path("values")) {
        row(code(word.path("value").asText()), word.path("vi").asText(), word.path("en").asText());
      }
    }
  }

  private void heading(String name, JsonNode schema) {
    text.append("\n### `").append(name).append("`\n\n");
    String vietnamese = first(schema, "x-label-vi", "x-title-vi");
    String english = first(schema, "x-label-en", "title");
    String both =
        Stream.of(vietnamese, english)
            .filter(label -> !label.isEmpty())
            .map(label -> "**" + label + "**")
            .collect(Collectors.joining(" · "));
    paragraph(both);
    paragraph(first(schema, "x-grain-vi", "x-description-vi"));
    paragraph(first(schema, "x-grain-en", "description"));
  }

  private void columns(JsonNode schema) {
    text.append(
        """
        | column | nhãn · label | type | unit | meaning | source | law | example |
        |---|---|---|---|---|---|---|---|
        """);
    List<String> required = texts(schema.path("required"));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode column = property.getValue();
      boolean optional =
          texts(column.path("type")).contains("null") || !required.contains(property.getKey());
      String stays = column.path("x-publish").asText().equals("lake") ? " (lake only)" : "";
      row(
          code(property.getKey()),
          column.path("x-label-vi").asText() + " · " + column.path("x-label-en").asText(),
          code(type(column)) + (optional ? ", may be empty" : "") + stays + personal(column),
          column.path("x-unit").asText(),
          first(column, "x-meaning-vi", "x-description-vi")
              + "<br>"
              + first(column, "x-meaning-en", "description")
              + words(column),
          column.path("x-source").asText(),
          String.join(", ", texts(column.path("x-law"))),
          code(example(column.path("examples").path(0))));
    }
  }

  private static String type(JsonNode column) {
    if (column.has("x-type")) {
      return column.path("x-type").asText();
    }
    return column.has("format") ? column.path("format").asText() : column.path("type").asText();
  }

  private static String personal(JsonNode column) {
    String kind = column.path("x-personal").asText();
    return kind.isEmpty() ? "" : "<br>**personal**: " + kind;
  }

  private static String words(JsonNode column) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : column.path("enum")) {
      if (!word.isNull()) {
        words.add(code(word.asText()));
      }
    }
    return words.isEmpty() ? "" : "<br>" + String.join(" ", words);
  }

  private static String example(JsonNode example) {
    return example.isTextual() ? example.asText() : example.toString();
  }

  private static String partitions(JsonNode table) {
    List<String> partitions = new ArrayList<>();
    for (JsonNode partition : table.path("x-partition")) {
      String transform = partition.path("transform").asText();
      String column = code(partition.path("column").asText());
      partitions.add(transform.equals("identity") ? column : transform + " of " + column);
    }
    return String.join(", ", partitions);
  }

  private static String first(JsonNode node, String preferred, String other) {
    return node.has(preferred) ? node.path(preferred).asText() : node.path(other).asText();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static String codes(JsonNode names) {
    return texts(names).stream().map(DataDictionary::code).collect(Collectors.joining(", "));
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  private void paragraph(String sentence) {
    if (!sentence.isEmpty()) {
      text.append(sentence).append("\n\n");
    }
  }

  private void row(String... cells) {
    for (String cell : cells) {
      text.append("| ").append(cell.replace("|", "\\|").replace('\n', ' ')).append(' ');
    }
    text.append("|\n");
  }

  private List<Path> files(String folder) throws IOException {
    Path path = schemas.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .filter(file -> !file.getFileName().toString().endsWith(".schema.json"))
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    String fileName = file.getFileName().toString();
    return fileName.substring(0, fileName.length() - ".json".length());
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
  }
}
