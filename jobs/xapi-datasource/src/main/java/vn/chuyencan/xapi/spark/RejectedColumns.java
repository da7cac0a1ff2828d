package vn.chuyencan.xapi.spark;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import vn.chuyencan.xapi.RejectedStatement;

/** The columns of records that were not accepted. */
final class RejectedColumns {
  private RejectedColumns() {}

  static List<Column<RejectedStatement>> all() {
    return List.of(
        new Column<>(
            "reason",
            DataTypes.StringType,
            false,
            rejected -> UTF8String.fromString(rejected.reason().name())),
        new Column<>(
            "message",
            DataTypes.StringType,
            false,
            rejected -> UTF8String.fromString(rejected.message())),
        new Column<>(
            "path",
            DataTypes.StringType,
            false,
            rejected -> UTF8String.fromString(rejected.path())),
        new Column<>("file_offset", DataTypes.LongType, false, RejectedStatement::fileOffset),
        new Column<>(
            "text",
            DataTypes.StringType,
            false,
            rejected -> UTF8String.fromString(rejected.text())));
  }
}
