package vn.chuyencan.source.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;

/**
 * From which network addresses somebody acted, and when: rows of {@code address_burst}, an address
 * a row and not an event. There only where the configuration looks for it.
 */
final class AddressTraces {
  private final TaskTable table;
  private final RowsOf common;
  private final Map<Key, DayTrace> traces = new HashMap<>();

  private record Key(long actor, long course, int day, long address) {}

  AddressTraces(TaskTable table, RowsOf common) {
    this.table = table;
    this.common = common;
  }

  void add(long actor, long course, int day, long address, long micros) {
    traces
        .computeIfAbsent(
            new Key(actor, course, day, address), key -> new DayTrace(actor, course, day))
        .add(micros, 0);
  }

  /** Writes what was gathered. */
  void finish() {
    Record row = GenericRecord.create(table.schema());
    common.fill(row);
    Types.StructType stretch =
        table.schema().findType("stretches").asListType().elementType().asStructType();
    traces.forEach(
        (key, trace) -> {
          row.setField("actor_key", key.actor());
          row.setField("course_key", key.course());
          row.setField("event_date", LocalDate.ofEpochDay(key.day()));
          row.setField("address_key", key.address());
          List<Record> stretches = new ArrayList<>();
          for (int burst = 0; burst < trace.bursts(); burst++) {
            Record one = GenericRecord.create(stretch);
            one.setField("start", trace.start(burst));
            one.setField("end", trace.end(burst));
            stretches.add(one);
          }
          row.setField("stretches", stretches);
          table.files().write(row);
        });
  }
}
