package vn.chuyencan.job;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakePlace;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.OvertakenReading;
import vn.chuyencan.table.Tables;

/**
 * What each source of the configuration last gave, as the lake's last commit tells it; read without
 * a lock.
 *
 * @param values figures by name, in order; null where nothing is known
 */
public record SourceFigures(Map<String, Object> values) {

  /** Looks at a warehouse; one that is not there tells nothing. */
  public static Map<String, SourceFigures> of(
      org.apache.hadoop.conf.Configuration hadoop, Configuration configuration) {
    // Without keys: what is read here tells of nobody.
    LakePlace place =
        new LakePlace(configuration.warehouse(), configuration.catalog(), configuration.vault());
    return OvertakenReading.during(hadoop, place, lake -> of(lake, configuration));
  }

  private static Map<String, SourceFigures> of(Lake lake, Configuration configuration) {
    Map<String, Record> health = new TreeMap<>();
    LakeRows.each(
        lake, Tables.SOURCE_HEALTH, row -> health.put((String) row.getField("source"), row));
    Map<String, Record> batches = new TreeMap<>();
    LakeRows.each(
        lake,
        Tables.INGEST_BATCH,
        row ->
            batches.merge(
                (String) row.getField("source"),
                row,
                (one, other) ->
                    (Long) one.getField("batch_id") > (Long) other.getField("batch_id")
                        ? one
                        : other));
    Map<String, NavigableMap<LocalDate, Record>> days = new TreeMap<>();
    LakeRows.each(
        lake,
        Tables.SOURCE_DAY,
        row ->
            days.computeIfAbsent((String) row.getField("source"), source -> new TreeMap<>())
                .put((LocalDate) row.getField("event_date"), row));
    Map<String, SourceFigures> figures = new LinkedHashMap<>();
    for (Configuration.Source source : configuration.sources()) {
      Map<String, Object> values = new LinkedHashMap<>();
      Record of = health.get(source.id());
      values.put("events", of == null ? null : of.getField("events"));
      Object last = of == null ? null : of.getField("last_event_day");
      values.put("last_event_day", last == null ? null : last.toString());
      values.put("silent_days", last == null ? null : silent(days.get(source.id()), last));
      values.put("as_of", of == null ? null : of.getField("as_of").toString());
      Record batch = batches.get(source.id());
      values.put("last_batch", batch == null ? null : batch.getField("batch_id"));
      for (String count : new String[] {"read", "accepted", "rejected"}) {
        values.put(count, batch == null ? null : batch.getField(count));
      }
      figures.put(source.id(), new SourceFigures(values));
    }
    return figures;
  }

  private static long silent(NavigableMap<LocalDate, Record> days, Object last) {
    return days.tailMap((LocalDate) last, false).values().stream()
        .filter(day -> (Integer) day.getField("course_runs") > 0)
        .count();
  }
}
