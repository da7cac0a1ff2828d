package vn.chuyencan.job.query;

import java.util.List;
import vn.chuyencan.table.Bilingual;

/**
 * A table or view that may be asked.
 *
 * @param name its name in SQL
 * @param kind where it comes from
 * @param meaning what one row is
 * @param columns its columns, in order
 */
public record QueryTable(String name, Kind kind, Bilingual meaning, List<Column> columns) {

  /** Where its rows come from. */
  public enum Kind {
    /** The latest publication. */
    PUBLISHED,
    /** The lake as of its last commit: a table that is not published. */
    LAKE,
    /** Made of other tables, with names in place of keys. */
    VIEW
  }

  /**
   * A column.
   *
   * @param name its name
   * @param type its type, as contracts tell it
   * @param unit what a number counts; empty of a view
   * @param meaning what a value says
   * @param laws ids of the articles that it answers to
   */
  public record Column(
      String name, String type, String unit, Bilingual meaning, List<String> laws) {

    public Column {
      laws = List.copyOf(laws);
    }
  }

  public QueryTable {
    columns = List.copyOf(columns);
  }
}
