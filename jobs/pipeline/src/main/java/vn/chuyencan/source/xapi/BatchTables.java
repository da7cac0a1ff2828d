package vn.chuyencan.source.xapi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Rows;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** Writes what became of a batch: {@code ingest_batch} and {@code harmless_fault}. */
final class BatchTables {

  private BatchTables() {}

  static void append(Lake lake, Batch batch, LocalDate asOf, String codeVersion) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("batch_id", batch.batchId());
    values.put("source", batch.source());
    values.put("as_of", asOf);
    values.put("code_version", codeVersion);
    values.put("files", batch.files());
    values.put("read", batch.read());
    values.put("accepted", batch.accepted());
    values.put("duplicate", batch.duplicate());
    values.put("voided", batch.voided());
    values.put("conflicting", batch.conflicting());
    values.put("rejected", batch.rejected());
    values.put("out_of_scope", batch.outOfScope());
    values.put("voided_earlier", batch.voidedEarlier());
    values.put("harmless_faults", batch.harmlessFaults());
    StructType schema = TableContract.of(Tables.INGEST_BATCH).sparkSchema();
    lake.append(
        Tables.INGEST_BATCH,
        lake.spark().createDataFrame(List.of(Rows.of(schema, values)), schema));
    if (!batch.harmlessFaults().isEmpty()) {
      StructType faultSchema = TableContract.of(Tables.HARMLESS_FAULT).sparkSchema();
      List<Row> rows = new ArrayList<>();
      batch
          .harmlessFaults()
          .forEach(
              (fault, records) ->
                  rows.add(
                      Rows.of(
                          faultSchema,
                          Map.of(
                              "batch_id",
                              batch.batchId(),
                              "source",
                              batch.source(),
                              "fault",
                              fault,
                              "records",
                              records))));
      lake.append(Tables.HARMLESS_FAULT, lake.spark().createDataFrame(rows, faultSchema));
    }
  }
}
