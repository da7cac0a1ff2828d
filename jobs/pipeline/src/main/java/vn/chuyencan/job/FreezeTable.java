package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/** The table {@code course_freeze}: which course runs are frozen, and which once were. */
final class FreezeTable {
  private final List<Map<String, Object>> rows = new ArrayList<>();

  /** The table as it stands. */
  FreezeTable(Lake lake) {
    if (!lake.exists(Tables.COURSE_FREEZE)) {
      return;
    }
    try (CloseableIterable<Record> stored = lake.rows(Tables.COURSE_FREEZE, alwaysTrue())) {
      for (Record record : stored) {
        Map<String, Object> row = new LinkedHashMap<>();
        record
            .struct()
            .fields()
            .forEach(field -> row.put(field.name(), record.getField(field.name())));
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The course runs that are frozen now, sorted. */
  Set<String> frozen() {
    Set<String> frozen = new TreeSet<>();
    for (Map<String, Object> row : rows) {
      if (row.get("lifted_at") == null) {
        frozen.add((String) row.get("course_id"));
      }
    }
    return frozen;
  }

  /** The freeze of a run that holds now; its values may be changed. */
  Optional<Map<String, Object>> holding(String courseId) {
    return rows.stream()
        .filter(row -> row.get("course_id").equals(courseId) && row.get("lifted_at") == null)
        .findFirst();
  }

  void add(Map<String, Object> row) {
    rows.add(row);
  }

  /** Gathers the table, as it is here, for the next commit. */
  void replace(LakeChange change) {
    change.replaceRows(Tables.COURSE_FREEZE, alwaysTrue(), rows);
  }
}
