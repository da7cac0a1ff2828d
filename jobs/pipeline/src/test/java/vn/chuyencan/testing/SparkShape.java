package vn.chuyencan.testing;

import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.types.StructType;
import vn.chuyencan.table.TableContract;

/** The columns of a table as an analyst's Spark sees them; a uuid is a string there. */
public final class SparkShape {
  private SparkShape() {}

  /** The columns that rows of the table have. */
  public static StructType of(TableContract table) {
    return SparkSchemaUtil.convert(table.icebergSchema());
  }
}
