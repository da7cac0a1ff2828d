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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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

  /**
   * What a reader leans on: whether and where the table goes, key, order, and of each column in its
   * place the name, type, unit and a digest of what it means.
   */
  private static List<String> shape(TableContract table) {
    List<String> shape = new ArrayList<>();
    shape.add(TableChange.PUBLICATION + " " + table.visibility().word());
    shape.add(TableChange.KEY + " " + String.join(" ", table.key()));
    shape.add(TableChange.ORDER + " " + String.join(" ", table.order()));
    for (TableColumn column : table.columns()) {
      shape.add(
          column.name()
              + " "
              + column.icebergField().type()
              + (column.nullable() ? " or empty, " : ", ")
              + column.unit()
              + ", "
              + meaning(column)
              + (column.visibility() == Visibility.LAKE ? ", lake" : ""));
    }
    return shape;
  }

  /** Of the English meaning, whatever its spaces, and of the closed list of values. */
  private static String meaning(TableColumn column) {
    String words =
        column.meaning().english().strip().replaceAll("\\s+", " ")
            + "|"
            + String.join("|", column.words().stream().sorted().toList());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
                + " the change in schemas/CHANGELOG.md; where only words were mended that say the"
                + " same, put the digest below in place of the old one in table-versions.json",
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
              TableChange.between(
                      versions.get(later - 1).getValue(), versions.get(later).getValue())
                  .after(before));
      assertThat(Files.readString(CHANGES)).contains("`" + name + "` " + after);
    }
    if (!versions.isEmpty()) {
      assertThat(versions.get(versions.size() - 1).getKey())
          .isEqualTo(TableContract.of(name).version());
    }
  }

  /** A table that is no more, or has another name, is told like every change. */
  @Test
  void noTableGoesSilently() throws IOException {
    List<String> gone = new ArrayList<>(kept().keySet());
    gone.removeAll(names().toList());
    String told = Files.readString(CHANGES);
    assertThat(gone).allSatisfy(name -> assertThat(told).contains("`" + name + "` is gone"));
  }
}
