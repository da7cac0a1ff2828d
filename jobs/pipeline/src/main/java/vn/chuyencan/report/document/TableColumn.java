package vn.chuyencan.report.document;

import java.util.Objects;

/**
 * A column of a table in a document.
 *
 * @param title its heading
 * @param weight its share of the table's width, beside the weights of the others
 * @param align where its text stands
 * @param group a heading above this and its neighbours of the same group; null: none
 * @param number what a row under the headings says of it, such as {@code (4)}; null: nothing
 */
public record TableColumn(String title, int weight, Align align, String group, String number) {

  /** Where the text of a column stands. */
  public enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  public TableColumn {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(align, "align");
    if (weight <= 0) {
      throw new IllegalArgumentException("weight " + weight);
    }
  }

  /** A column without group and number. */
  public TableColumn(String title, int weight, Align align) {
    this(title, weight, align, null, null);
  }

  /** A column of text. */
  public static TableColumn text(String title, int weight) {
    return new TableColumn(title, weight, Align.LEFT);
  }

  /** A column of short words or figures. */
  public static TableColumn centred(String title, int weight) {
    return new TableColumn(title, weight, Align.CENTRE);
  }
}
