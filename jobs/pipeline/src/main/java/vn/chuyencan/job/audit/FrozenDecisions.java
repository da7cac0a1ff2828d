package vn.chuyencan.job.audit;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.decide.Decider;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/** Freezes and the decisions that they keep: no night makes them, so none can make them again. */
final class FrozenDecisions {

  private FrozenDecisions() {}

  /**
   * Lays those of one lake into another.
   *
   * @return the course runs that are frozen
   */
  static Set<String> copy(Lake from, Lake to) {
    Set<String> frozen = new TreeSet<>();
    List<Map<String, Object>> freezes = rows(from, Tables.COURSE_FREEZE, Set.of());
    for (Map<String, Object> row : freezes) {
      if (row.get("lifted_at") == null) {
        frozen.add((String) row.get("course_id"));
      }
    }
    LakeChange change = to.change().appendRows(Tables.COURSE_FREEZE, freezes);
    if (!frozen.isEmpty()) {
      for (String table : Decider.TABLES) {
        change.appendRows(table, rows(from, table, frozen));
      }
    }
    change.apply();
    return frozen;
  }

  private static List<Map<String, Object>> rows(Lake lake, String table, Set<String> courses) {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (CloseableIterable<Record> stored =
        lake.rows(
            table,
            courses.isEmpty() ? alwaysTrue() : Expressions.in("course_id", courses.toArray()))) {
      for (Record record : stored) {
        Map<String, Object> row = new LinkedHashMap<>();
        record
            .struct()
            .fields()
            .forEach(field -> row.put(field.name(), record.getField(field.name())));
        rows.add(row);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return rows;
  }
}
