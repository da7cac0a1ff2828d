package vn.chuyencan.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.TableProperties;

/** With which Iceberg properties a table is made. */
final class TableSettings {
  /** Columns whose least and greatest value say nothing about where a row is to be found. */
  private static final Set<String> NOT_SOUGHT =
      Set.of(
          "event_id",
          "content_hash",
          "iri",
          "type_iri",
          "name",
          "object_iri",
          "forum_iri",
          "discussion_iri",
          "exercise_iri",
          "attempt",
          "attempt_id",
          "post_id",
          "forum_id",
          "discussion_id",
          "exercise_id",
          "message",
          "text");

  /** The only columns by which files of {@code learning_event} are left out. */
  private static final Set<String> EVENTS_SOUGHT_BY = Set.of("event_date", "batch_id");

  private TableSettings() {}

  static Map<String, String> of(String table) {
    Map<String, String> settings = new HashMap<>();
    settings.put(TableProperties.FORMAT_VERSION, "2");
    settings.put(TableProperties.PARQUET_COMPRESSION, "zstd");
    settings.put(TableProperties.PARQUET_COMPRESSION_LEVEL, Integer.toString(ZstdCodec.LEVEL));
    settings.put(TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES, Integer.toString(32 << 20));
    settings.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
    settings.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "20");
    boolean events = table.equals(Tables.LEARNING_EVENT);
    if (events) {
      settings.put(TableProperties.DEFAULT_WRITE_METRICS_MODE, "counts");
    }
    for (TableColumn column : TableContract.of(table).columns()) {
      String name = column.name();
      if (column.hardlyRepeats()) {
        settings.put(TableProperties.PARQUET_DICT_ENCODING_ENABLED_COLUMN_PREFIX + name, "false");
      }
      if (events && EVENTS_SOUGHT_BY.contains(name)) {
        settings.put(TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + name, "full");
      } else if (events || NOT_SOUGHT.contains(name)) {
        settings.put(TableProperties.PARQUET_COLUMN_STATS_ENABLED_PREFIX + name, "false");
      }
    }
    return settings;
  }
}
