package vn.chuyencan.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.data.Record;

/**
 * Rows of one table as arrays of values, in the order of the contract's columns. Whoever makes many
 * rows looks a column up once, by name, and then counts on its place.
 *
 * <p>Values: instants as {@link java.time.Instant}, uuids as {@link java.util.UUID}, decimals of at
 * most the column's places, lists and maps as Java's, structs as arrays of their members.
 */
public final class RowShape {
  private static final Map<String, RowShape> KNOWN = new ConcurrentHashMap<>();

  private final String table;
  private final List<TableColumn> columns;
  private final Map<String, Integer> places = new HashMap<>();

  private RowShape(String table) {
    this.table = table;
    this.columns = TableContract.of(table).columns();
    for (TableColumn column : columns) {
      places.put(column.name(), places.size());
    }
  }

  /** The shape of a table's rows. */
  public static RowShape of(String table) {
    return KNOWN.computeIfAbsent(table, RowShape::new);
  }

  /** The table's name. */
  public String table() {
    return table;
  }

  /** Whether there is a column of that name. */
  public boolean has(String column) {
    return places.containsKey(column);
  }

  /**
   * The place of a column.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("no column " + column + " in " + table);
    }
    return place;
  }

  /** A stored record as a row; its instants and structs stay as the lake gives them. */
  public Object[] of(Record record) {
    Object[] row = row();
    for (int place = 0; place < row.length; place++) {
      row[place] = record.getField(columns.get(place).name());
    }
    return row;
  }

  /** A row without values. */
  public Object[] row() {
    return new Object[columns.size()];
  }
}
