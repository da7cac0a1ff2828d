package vn.chuyencan.report.document;

import java.util.Arrays;
import java.util.List;

/** A line of a table in a document. */
public sealed interface TableLine {

  /**
   * One cell a column, each of one paragraph or several.
   *
   * @param cells paragraphs by column
   */
  record Cells(List<List<String>> cells) implements TableLine {
    public Cells {
      cells = cells.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A heading over the lines that follow, as wide as the table.
   *
   * @param title its text
   */
  record Group(String title) implements TableLine {}

  /**
   * What stands in place of lines where there are none.
   *
   * @param text what to say
   */
  record Nothing(String text) implements TableLine {}

  /** A line of single paragraphs. */
  static TableLine of(String... cells) {
    return new Cells(Arrays.stream(cells).map(List::of).toList());
  }
}
