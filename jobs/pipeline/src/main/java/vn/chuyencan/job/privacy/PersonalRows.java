package vn.chuyencan.job.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.table.Personal;
import vn.chuyencan.table.RowRule;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * What erasing persons does to the rows of a table, as its columns say what they tell of persons:
 * rows of theirs go, and rows of others lose what they tell of them.
 */
class PersonalRows implements RowRule {
  private static final String PATH = "path";

  private final TableContract table;
  private final Tombstones tombstones;

  PersonalRows(TableContract table, Tombstones tombstones) {
    this.table = table;
    this.tombstones = tombstones;
  }

  @Override
  public List<String> columns() {
    return table.personal().stream().map(TableColumn::name).toList();
  }

  @Override
  public boolean touches(Record row) {
    for (TableColumn column : table.personal()) {
      Object value = row.getField(column.name());
      if (value == null) {
        continue;
      }
      boolean told =
          column.personal() == Personal.TEXT
              ? !rest(value, quotes(column)).equals(value)
              : isThem(value);
      if (told) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Record applied(Record row) {
    boolean nothingStays = isRefusedOfThem(row);
    for (TableColumn column : table.personal()) {
      Object value = row.getField(column.name());
      if (value == null) {
        continue;
      }
      switch (column.personal()) {
        case SUBJECT -> {
          if (isThem(value)) {
            return null;
          }
        }
        case OTHER -> {
          if (isThem(value)) {
            row.setField(column.name(), column.nullable() ? null : Tombstones.BLOT);
          }
        }
        case TEXT -> {
          boolean quotes = quotes(column);
          row.setField(column.name(), nothingStays && quotes ? "" : rest(value, quotes));
        }
        case NOTHING -> throw new IllegalStateException(column.name() + " is not personal");
      }
    }
    return row;
  }

  private boolean isThem(Object value) {
    return value instanceof Long key
        ? tombstones.hasActor(key)
        : tombstones.hasSubject((String) value);
  }

  /**
   * Whether a column holds of the words of a refused record. Where the record lies is no such word:
   * a folder called 2026 is not the account of that number.
   */
  private boolean quotes(TableColumn column) {
    return table.name().equals(Tables.REJECTED_RECORD) && !column.name().equals(PATH);
  }

  /**
   * Of a refused record nobody knows which part tells of whom, and its message quotes of its text,
   * maybe half a name only.
   */
  private boolean isRefusedOfThem(Record row) {
    return table.personal().stream()
        .filter(this::quotes)
        .anyMatch(column -> tombstones.areNamedIn((String) row.getField(column.name())));
  }

  /** A value without what it tells of them. */
  private Object rest(Object value, boolean quotes) {
    if (value instanceof String text) {
      return quotes && tombstones.areNamedIn(text) ? "" : tombstones.blotted(text);
    } else if (value instanceof List<?> list) {
      List<Object> rest = new ArrayList<>();
      list.forEach(element -> rest.add(rest(element, quotes)));
      return rest;
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> rest = new LinkedHashMap<>();
      map.forEach((key, element) -> rest.put(rest(key, quotes), rest(element, quotes)));
      return rest;
    } else if (value instanceof Record struct) {
      Record rest = struct.copy();
      for (int place = 0; place < rest.size(); place++) {
        Object member = rest.get(place);
        rest.set(place, member == null ? null : rest(member, quotes));
      }
      return rest;
    }
    return value;
  }
}
