package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.testing.Golden;
import vn.chuyencan.testing.Repository;

/**
 * No table changes silently: {@code schemas/table-versions.json} keeps the columns of every version
 * that ever was, and a version tells by its number what changed since the one before.
 */
class TableVersionsTest {
  private static final Path KEPT = Repository.root().resolve("schemas/table-versions.json");
  private static final Path CHANGES = Repository.root().resolve("schemas/CHANGELOG.md");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Stream<String> names() {
    return Stream.concat(Tables.names().stream(), Tables.requested().stream());
  }

  private static List<String> shape(TableContract table) {
    List<String> shape = new ArrayList<>();
    shape.add("key " + String.join(" ", table.key()));
    shape.add("order " + String.join(" ", table.order()));
    for (TableColumn column : table.columns()) {
      shape.add(
          column.name()
              + " "
              + column.icebergField().type()
              + (column.nullable() ? " or empty, " : ", ")
              + column.unit());
    }
    return shape;
  }

  /** Table → version → shape. */
  private static Map<String, Map<TableVersion, List<String>>> kept() throws IOException {
    Map<String, Map<TableVersion, List<String>>> kept = new TreeMap<>();
    if (Files.exists(KEPT)) {
      JSON.readTree(KEPT.toFile())
          .properties()
          .forEach(
              table -> {
                Map<TableVersion, List<String>> versions = new TreeMap<>();
                table
                    .getValue()
                    .properties()
                    .forEach(
                        version -> {
                          List<String> shape = new ArrayList<>();
                          version.getValue().forEach(line -> shape.add(line.asText()));
                          versions.put(TableVersion.of(version.getKey()), shape);
                        });
                kept.put(table.getKey(), versions);
              });
    }
    return kept;
  }

  /** Writing expectations adds versions and never changes one. */
  @Test
  void theVersionsThatAreKeptAreThoseOfTheContracts() throws IOException {
    Map<String, Map<TableVersion, List<String>>> kept = kept();
    for (String name : names().toList()) {
      TableContract table = TableContract.of(name);
      kept.computeIfAbsent(name, first -> new TreeMap<>())
          .putIfAbsent(table.version(), shape(table));
    }
    ObjectNode all = JSON.createObjectNode();
    kept.forEach(
        (name, versions) -> {
          ObjectNode table = all.putObject(name);
          versions.forEach(
              (version, shape) -> {
                ArrayNode lines = table.putArray(version.toString());
                shape.forEach(lines::add);
              });
        });
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    String text =
        JSON.writer(
                    new DefaultPrettyPrinter()
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter))
                .writeValueAsString(all)
            + "\n";
    Golden.assertSame(KEPT, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aTableHasTheColumnsThatItsVersionHad(String name) throws IOException {
    TableContract table = TableContract.of(name);
    assertThat(shape(table))
        .as(
            "%s %s has changed: give x-version of schemas/tables/%s.json its next number and tell"
                + " the change in schemas/CHANGELOG.md",
            name, table.version(), name)
        .isEqualTo(kept().getOrDefault(name, Map.of()).get(table.version()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aVersionTellsByItsNumberWhatChanged(String name) throws IOException {
    List<Map.Entry<TableVersion, List<String>>> versions =
        new ArrayList<>(kept().getOrDefault(name, Map.of()).entrySet());
    for (int later = 1; later < versions.size(); later++) {
      TableVersion before = versions.get(later - 1).getKey();
      TableVersion after = versions.get(later).getKey();
      assertThat(after)
          .as("%s after %s", name, before)
          .isEqualTo(
              next(before, versions.get(later - 1).getValue(), versions.get(later).getValue()));
      assertThat(Files.readString(CHANGES)).contains("`" + name + "` " + after);
    }
    if (!versions.isEmpty()) {
      assertThat(versions.get(versions.size() - 1).getKey())
          .isEqualTo(TableContract.of(name).version());
    }
  }

  static TableVersion next(TableVersion before, List<String> had, List<String> has) {
    Map<String, String> old = columns(had);
    Map<String, String> now = columns(has);
    boolean gone = !now.keySet().containsAll(old.keySet());
    boolean retyped =
        old.entrySet().stream()
            .filter(one -> !one.getKey().equals("key") && !one.getKey().equals("order"))
            .anyMatch(
                one -> !type(one.getValue()).equals(type(now.getOrDefault(one.getKey(), ""))));
    if (gone || retyped) {
      return new TableVersion(before.model() + 1, 0, 0);
    }
    now.keySet().retainAll(old.keySet());
    return now.equals(old)
        ? new TableVersion(before.model(), before.revision(), before.addition() + 1)
        : new TableVersion(before.model(), before.revision() + 1, 0);
  }

  private static Map<String, String> columns(List<String> shape) {
    Map<String, String> columns = new LinkedHashMap<>();
    shape.forEach(
        line -> columns.put(line.replaceFirst(" .*", ""), line.replaceFirst("^\\S+ ?", "")));
    return columns;
  }

  private static String type(String column) {
    return column.replaceFirst("( or empty)?, .*", "");
  }

  @Test
  void whatChangedDecidesWhichNumberGrows() {
    TableVersion before = TableVersion.of("1-2-3");
    List<String> had = List.of("key a", "order a", "a string, code", "b long, events");
    assertThat(
            next(
                before,
                had,
                List.of("key a", "order a", "a string, code", "b long, events", "c int, day")))
        .hasToString("1-2-4");
    assertThat(next(before, had, List.of("key a", "order a", "a string, code", "b long, minutes")))
        .hasToString("1-3-0");
    assertThat(
            next(
                before,
                had,
                List.of("key a", "order a", "a string, code", "b long or empty, events")))
        .hasToString("1-3-0");
    assertThat(next(before, had, List.of("key a b", "order a", "a string, code", "b long, events")))
        .hasToString("1-3-0");
    assertThat(next(before, had, List.of("key a", "order a", "a string, code")))
        .hasToString("2-0-0");
    assertThat(next(before, had, List.of("key a", "order a", "a string, code", "b int, events")))
        .hasToString("2-0-0");
  }
}
