package vn.chuyencan.xapi.spark;

import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Statements at a path as a table that can be read. */
final class XapiTable implements SupportsRead {
  private final ReadOptions options;

  XapiTable(ReadOptions options) {
    this.options = options;
  }

  static StructType schemaOf(ReadOptions options) {
    return switch (options.records()) {
      case EVENTS -> Column.schema(EventColumns.in(options.zone()));
      case REJECTED -> Column.schema(RejectedColumns.all());
    };
  }

  @Override
  public String name() {
    return "xapi " + String.join(", ", options.paths());
  }

  @Override
  @SuppressWarnings("deprecation") // the interface still demands it beside columns()
  public StructType schema() {
    return schemaOf(options);
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap ignored) {
    return new Builder(options);
  }

  private static final class Builder implements ScanBuilder, SupportsPushDownRequiredColumns {
    private final ReadOptions options;
    private StructType columns;

    Builder(ReadOptions options) {
      this.options = options;
      this.columns = schemaOf(options);
    }

    @Override
    public void pruneColumns(StructType required) {
      columns = required;
    }

    @Override
    public Scan build() {
      return new XapiScan(options, columns);
    }
  }
}
