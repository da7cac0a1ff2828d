package vn.chuyencan.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.TableProperties;

/** With which Iceberg properties a table is made. */
final class TableSettings {
  /** Tables of many rows, most of whose columns say nothing about where a row is to be found. */
  private static final Map<String, Set<String>> SOUGHT_BY =
      Map.of(Tables.LEARNING_EVENT, Set.of("event_date", "batch_id"));

  private TableSettings() {}

  static Map<String, String> of(String table) {
    Map<String, String> settings = new HashMap<>();
    settings.put(TableProperties.FORMAT_VERSION, "2");
    settings.put(TableProperties.PARQUET_COMPRESSION, "zstd");
    // One writer, rows already where they belong: a shuffle before each write buys nothing.
    settings.put(
        TableProperties.WRITE_DISTRIBUTION_MODE, TableProperties.WRITE_DISTRIBUTION_MODE_NONE);
    settings.put("write.spark.fanout.enabled", "true");
    settings.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
    settings.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "20");
    Set<String> sought = SOUGHT_BY.get(table);
    if (sought != null) {
      settings.put(TableProperties.DEFAULT_WRITE_METRICS_MODE, "counts");
      for (String column : sought) {
        settings.put(TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + column, "full");
      }
    }
    return settings;
  }
}
