package vn.chuyencan.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
   * A line that stands out.
   *
   * @param cells paragraphs by column
   * @param look how
   * @param colours fills of cells by column, such as {@code C6EFCE}; null: none
   */
  record Marked(List<List<String>> cells, Look look, List<String> colours) implements TableLine {
    public Marked {
      cells = cells.stream().map(List::copyOf).toList();
      colours = Collections.unmodifiableList(new ArrayList<>(colours));
    }
  }

  /** How a line is printed. */
  enum Look {
    PLAIN,
    /** A sum of other lines. */
    BOLD,
    /** A note to a line. */
    ITALIC
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
