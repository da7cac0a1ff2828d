package vn.chuyencan.xapi.spark;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The Spark data source {@code xapi}: {@code spark.read().format("xapi").load(path)}. The rows are
 * the accepted statements, or with {@code option("records", "rejected")} the records that are not
 * accepted, and why. A bad record never fails a read. All options stand in the module's README.
 */
public final class XapiDataSource implements TableProvider, DataSourceRegister {

  /** Made by Spark. */
  public XapiDataSource() {}

  @Override
  public String shortName() {
    return "xapi";
  }

  /**
   * The columns, which the options alone decide.
   *
   * @throws IllegalArgumentException if an option is wrong
   */
  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return XapiTable.schemaOf(ReadOptions.of(options));
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new XapiTable(ReadOptions.of(new CaseInsensitiveStringMap(properties)));
  }
}
