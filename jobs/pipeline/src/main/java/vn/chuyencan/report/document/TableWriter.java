package vn.chuyencan.report.document;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * Writes tables: of fixed width, the heading again on every page, no line divided between pages, a
 * group's heading never left alone at the foot of one.
 */
final class TableWriter {
  private static final int CELL_MARGIN = 80;

  /** For the lines of a table, and for what letters are measured too narrow by. */
  private static final int HAIR = 30;

  private static final int SEVERAL = 8;
  private static final int MANY = 12;

  private final XWPFDocument document;

  TableWriter(XWPFDocument document) {
    this.document = document;
  }

  /**
   * A table with lines around its cells.
   *
   * @param kept how many lines, from the first, stay on one page with what follows them
   */
  void table(List<TableColumn> columns, List<TableLine> lines, int width, IntPredicate kept) {
    TextStyle style = style(columns);
    List<Integer> widths = widths(columns, width, style.points());
    TableHeading heading = new TableHeading(columns, widths);
    XWPFTable table = grid(lines.size() + heading.rows(), widths, CELL_MARGIN);
    // The lines stand where the text does, not their margin to its left.
    CTTblWidth indent = table.getCTTbl().getTblPr().addNewTblInd();
    indent.setType(STTblWidth.DXA);
    indent.setW(BigInteger.valueOf(CELL_MARGIN));
    heading.write(table, style);
    for (int line = 0; line < lines.size(); line++) {
      XWPFTableRow row = table.getRow(line + heading.rows());
      row.setCantSplitRow(true);
      fill(row, lines.get(line), columns, width, style);
      if (kept.test(line)) {
        row.getTableCells().forEach(cell -> cell.getParagraphs().forEach(TableWriter::keepNext));
      }
    }
  }

  /** Forms of many columns are printed smaller. */
  private static TextStyle style(List<TableColumn> columns) {
    return columns.stream().noneMatch(column -> column.number() != null)
        ? TextStyle.CELL
        : TextStyle.CELL.size(columns.size() >= MANY ? 10 : columns.size() >= SEVERAL ? 11 : 12);
  }

  private static void fill(
      XWPFTableRow row, TableLine line, List<TableColumn> columns, int width, TextStyle style) {
    if (line instanceof TableLine.Cells cells) {
      fill(row, cells.cells(), columns, style);
    } else if (line instanceof TableLine.Marked marked) {
      fill(
          row,
          marked.cells(),
          columns,
          switch (marked.look()) {
            case PLAIN -> style;
            case BOLD -> style.inBold();
            case ITALIC -> style.inItalics();
          });
      for (int column = 0; column < marked.colours().size(); column++) {
        if (marked.colours().get(column) != null) {
          row.getCell(column).setColor(marked.colours().get(column));
        }
      }
    } else if (line instanceof TableLine.Group group) {
      keepNext(
          style
              .inBold()
              .write(merged(row, columns.size(), width).getParagraphArray(0), group.title()));
    } else if (line instanceof TableLine.Nothing nothing) {
      style
          .inItalics()
          .aligned(ParagraphAlignment.CENTER)
          .write(merged(row, columns.size(), width).getParagraphArray(0), nothing.text());
    }
  }

  private static void fill(
      XWPFTableRow row, List<List<String>> cells, List<TableColumn> columns, TextStyle style) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells + " has not " + columns.size() + " cells");
    }
    for (int column = 0; column < columns.size(); column++) {
      write(row.getCell(column), cells.get(column), columns.get(column).align(), style);
    }
  }

  private static void write(
      XWPFTableCell cell, List<String> paragraphs, TableColumn.Align align, TextStyle look) {
    TextStyle style =
        look.aligned(
            switch (align) {
              case LEFT -> ParagraphAlignment.LEFT;
              case CENTRE -> ParagraphAlignment.CENTER;
              case RIGHT -> ParagraphAlignment.RIGHT;
            });
    for (int paragraph = 0; paragraph < paragraphs.size(); paragraph++) {
      style.write(
          paragraph == 0 ? cell.getParagraphArray(0) : cell.addParagraph(),
          paragraphs.get(paragraph));
    }
  }

  private static XWPFTableCell merged(XWPFTableRow row, int columns, int width) {
    for (int column = columns - 1; column > 0; column--) {
      row.removeCell(column);
    }
    XWPFTableCell cell = row.getCell(0);
    CTTcPr properties = cell.getCTTc().getTcPr();
    properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
    properties.getTcW().setW(BigInteger.valueOf(width));
    return cell;
  }

  private static void keepNext(XWPFParagraph paragraph) {
    paragraph.setKeepNext(true);
  }

  /**
   * Shares of the width by weight, but none so narrow that a word of its heading is broken; what
   * such a column needs more, the widest gives.
   */
  private static List<Integer> widths(List<TableColumn> columns, int width, int points) {
    int weights = columns.stream().mapToInt(TableColumn::weight).sum();
    List<Integer> widths = new ArrayList<>();
    int left = width;
    for (TableColumn column : columns) {
      int own = width * column.weight() / weights;
      widths.add(own);
      left -= own;
    }
    int last = widths.size() - 1;
    widths.set(last, widths.get(last) + left);
    for (int column = 0; column < widths.size(); column++) {
      int lacks = needed(columns.get(column), points) - widths.get(column);
      int widest = widths.indexOf(Collections.max(widths));
      int spare = widths.get(widest) - needed(columns.get(widest), points);
      if (lacks > 0 && widest != column && spare > 0) {
        int given = Math.min(lacks, spare);
        widths.set(column, widths.get(column) + given);
        widths.set(widest, widths.get(widest) - given);
      }
    }
    return widths;
  }

  /** What the longest word of a heading takes. */
  private static int needed(TableColumn column, int points) {
    return Arrays.stream(column.title().split("\\s+"))
            .mapToInt(word -> BoldText.width(word, points))
            .max()
            .orElse(0)
        + 2 * CELL_MARGIN
        + HAIR;
  }

  /** A table without lines around its one row of cells, for what stands side by side. */
  XWPFTableRow sideBySide(List<Integer> widths) {
    XWPFTable table = grid(1, widths, 0);
    table.removeBorders();
    XWPFTableRow row = table.getRow(0);
    row.setCantSplitRow(true);
    return row;
  }

  private XWPFTable grid(int rows, List<Integer> widths, int margin) {
    XWPFTable table = document.createTable(rows, widths.size());
    table.setTableAlignment(TableRowAlign.LEFT);
    table.setCellMargins(0, margin, 0, margin);
    int width = widths.stream().mapToInt(Integer::intValue).sum();
    table.setWidth(width);
    CTTblPr properties = table.getCTTbl().getTblPr();
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    for (int column = grid.sizeOfGridColArray() - 1; column >= 0; column--) {
      grid.removeGridCol(column);
    }
    for (int own : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(own));
    }
    for (XWPFTableRow row : table.getRows()) {
      for (int column = 0; column < widths.size(); column++) {
        CTTcPr cell = row.getCell(column).getCTTc().addNewTcPr();
        cell.addNewTcW().setType(STTblWidth.DXA);
        cell.getTcW().setW(BigInteger.valueOf(widths.get(column)));
      }
    }
    return table;
  }

  /** Widths of cells side by side: shares of a whole. */
  static List<Integer> shares(int width, int... percents) {
    List<Integer> widths = new ArrayList<>();
    for (int percent : percents) {
      widths.add(width * percent / 100);
    }
    return Collections.unmodifiableList(widths);
  }
}
