package vn.chuyencan.report.simulation;

import java.util.ArrayList;
import java.util.List;

/** Cells in columns for a terminal: the first column on the left, numbers to the right. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; every row has the same number of cells. */
  void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  /** The lines, without blanks at their ends. */
  List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        int width = length(row.get(column));
        if (column == widths.size()) {
          widths.add(width);
        } else {
          widths.set(column, Math.max(widths.get(column), width));
        }
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String blanks = " ".repeat(widths.get(column) - length(row.get(column)));
        line.append(column == 0 ? "" : GAP);
        line.append(column == 0 ? row.get(column) + blanks : blanks + row.get(column));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
