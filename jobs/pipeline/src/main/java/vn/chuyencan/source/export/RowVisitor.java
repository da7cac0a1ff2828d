package vn.chuyencan.source.export;

import java.util.List;

/** Is told the rows of a table, its headings first. */
interface RowVisitor {
  /**
   * One row.
   *
   * @param number its place among the rows of the file, 1 for the first one that holds anything
   * @param cells its cells, cleaned; the visitor may keep the list
   * @return whether it wants more
   */
  boolean row(long number, List<String> cells);
}
