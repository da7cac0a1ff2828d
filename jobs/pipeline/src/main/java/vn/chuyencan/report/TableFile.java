package vn.chuyencan.report;

import vn.chuyencan.table.TableContract;

/**
 * A file of a published table, as CSV and as Parquet.
 *
 * @param table the table
 * @param part names the part of it, see {@link TableParts}; empty where the file is the whole
 */
record TableFile(TableContract table, String part) implements Comparable<TableFile> {
  private static final String PART = "-";

  /** Its name without an extension. */
  String name() {
    return part.isEmpty() ? table.name() : table.name() + PART + part;
  }

  /** Where its CSV lies in a publication. */
  String csv() {
    return "csv/" + name() + ".csv";
  }

  /** Where its Parquet lies in a publication. */
  String parquet() {
    return "parquet/" + name() + ".parquet";
  }

  @Override
  public int compareTo(TableFile other) {
    return name().compareTo(other.name());
  }

  /** The file of that name of a table. */
  static TableFile named(TableContract table, String name) {
    return new TableFile(
        table,
        name.length() == table.name().length() ? "" : name.substring(table.name().length() + 1));
  }

  /** The table of which a file of that name, without an extension, is the whole or a part. */
  static String table(String name) {
    // No name of a table has that sign.
    int part = name.indexOf(PART);
    return part < 0 ? name : name.substring(0, part);
  }
}
