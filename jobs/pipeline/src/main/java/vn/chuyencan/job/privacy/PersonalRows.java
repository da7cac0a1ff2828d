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
          column.personal() == Personal.TEXT ? !rest(value).equals(value) : isThem(value);
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
        case TEXT -> row.setField(column.name(), nothingStays ? "" : rest(value));
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

  private boolean isRefused() {
    return table.name().equals(Tables.REJECTED_RECORD);
  }

  /**
   * Of a refused record nobody knows which part tells of whom, and its message quotes of its text,
   * maybe half a name only.
   */
  private boolean isRefusedOfThem(Record row) {
    return isRefused()
        && table.personal().stream()
            .anyMatch(column -> tombstones.areNamedIn((String) row.getField(column.name())));
  }

  /** A value without what it tells of them. */
  private Object rest(Object value) {
    if (value instanceof String text) {
      return isRefused() && tombstones.areNamedIn(text) ? "" : tombstones.blotted(text);
    } else if (value instanceof List<?> list) {
      List<Object> rest = new ArrayList<>();
      list.forEach(element -> rest.add(rest(element)));
      return rest;
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> rest = new LinkedHashMap<>();
      map.forEach((key, element) -> rest.put(rest(key), rest(element)));
      return rest;
    } else if (value instanceof Record struct) {
      Record rest = struct.copy();
      for (int place = 0; place < rest.size(); place++) {
        Object member = rest.get(place);
        rest.set(place, member == null ? null : rest(member));
      }
      return rest;
    }
    return value;
  }
}
