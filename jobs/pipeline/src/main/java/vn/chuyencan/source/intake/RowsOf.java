package vn.chuyencan.source.intake;

import org.apache.iceberg.data.Record;

/**
 * What all rows have in common that one task writes.
 *
 * @param source id of the source
 * @param batchId number of the batch
 * @param part number of the task
 */
record RowsOf(String source, long batchId, int part) {

  /** Fills those of the three columns that the table has. */
  void fill(Record row) {
    set(row, "source", source);
    set(row, "batch_id", batchId);
    set(row, "part", part);
  }

  private static void set(Record row, String column, Object value) {
    if (row.struct().field(column) != null) {
      row.setField(column, value);
    }
  }
}
