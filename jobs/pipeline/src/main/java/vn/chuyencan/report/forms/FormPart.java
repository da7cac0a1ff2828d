package vn.chuyencan.report.forms;

import java.util.List;
import java.util.Objects;
import vn.chuyencan.report.document.TableLine;

/**
 * A part of a report in an official form. What is null is not there.
 *
 * @param heading its heading
 * @param note a remark under the heading
 * @param columns how its table is printed; empty where it has none
 * @param lines the lines of its table
 * @param unknown whether there are no lines because nobody knows them, and not because there is
 *     nothing
 * @param landscape whether its pages lie
 * @param below lines under the table
 * @param narrative paragraphs
 * @param draft what is listed as a draft for the people who write this part
 * @param people whether people write this part
 * @param filesOnly whether it is not in the document
 * @param table its rows as files
 */
public record FormPart(
    String heading,
    String note,
    List<Column> columns,
    List<Line> lines,
    boolean unknown,
    boolean landscape,
    List<String> below,
    List<String> narrative,
    List<String> draft,
    boolean people,
    boolean filesOnly,
    FormTable table) {

  public FormPart {
    Objects.requireNonNull(heading, "heading");
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
    below = List.copyOf(below);
    narrative = List.copyOf(narrative);
    draft = List.copyOf(draft);
  }

  /**
   * A printed column.
   *
   * @param group the heading above several; null: none
   * @param header its heading
   * @param number the number that the form prints; null: none
   * @param weight its share of the width
   * @param left whether its text stands at the left
   */
  public record Column(String group, String header, String number, int weight, boolean left) {}

  /**
   * A line of the table.
   *
   * @param cells a cell a column
   */
  public record Line(TableLine.Look look, List<FormCell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }
}
