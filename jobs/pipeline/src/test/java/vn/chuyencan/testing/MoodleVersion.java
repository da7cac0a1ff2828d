package vn.chuyencan.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions of Moodle whose tables the tests make; they differ in columns. */
public enum MoodleVersion {
  V4_1(41),
  V4_5(45),
  V5_1(51);

  private static final String TABLES = "moodle-tables.txt";

  private final int number;

  MoodleVersion(int number) {
    this.number = number;
  }

  /**
   * A column of a table.
   *
   * @param kind {@code number}, {@code long-text}, or {@code text} and {@code decimal} with a size
   * @param usual what stands there when nothing is told, or null
   */
  public record Column(String name, String kind, boolean nullable, String usual) {}

  /** The tables by name, without a prefix. */
  public Map<String, List<Column>> tables() {
    Map<String, List<Column>> tables = new LinkedHashMap<>();
    List<Column> columns = new ArrayList<>();
    for (String line : text().split("\n", -1)) {
      if (line.startsWith("[")) {
        columns = new ArrayList<>();
        tables.put(line.substring(1, line.length() - 1), columns);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        addColumn(columns, line);
      }
    }
    return tables;
  }

  private void addColumn(List<Column> columns, String line) {
    String[] words = line.split(" ", -1);
    boolean nullable = false;
    String usual = null;
    for (int i = 2; i < words.length; i++) {
      if (words[i].equals("null")) {
        nullable = true;
      } else if (words[i].startsWith("=")) {
        usual = words[i].substring(1);
      } else if (words[i].equals("since")
          && number < Integer.parseInt(words[i + 1].replace(".", ""))) {
        return;
      }
    }
    columns.add(new Column(words[0], words[1], nullable, usual));
  }

  private static String text() {
    try (InputStream file = MoodleVersion.class.getResourceAsStream(TABLES)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
