package vn.chuyencan.benchmarks.sample.institution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One register in the making: its columns and its rows, an empty cell for what is not known. */
public final class Sheet {
  private final String name;
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A register of this name; columns are separated by spaces. */
  public Sheet(String name, String columns) {
    this.name = name;
    this.columns = List.of(columns.split(" +", -1));
    rows.add(this.columns);
  }

  /**
   * One row.
   *
   * @throws IllegalArgumentException when it has not one cell a column
   */
  public Sheet row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(name + " lacks cells: " + Arrays.toString(cells));
    }
    rows.add(Arrays.stream(cells).map(Object::toString).toList());
    return this;
  }

  /** Rows as lines of text, their cells between upright strokes. */
  public Sheet rows(String lines) {
    lines
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> row(Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray()));
    return this;
  }

  /** The register's name. */
  public String name() {
    return name;
  }

  /** The header, then the rows. */
  public List<List<String>> lines() {
    return List.copyOf(rows);
  }
}
