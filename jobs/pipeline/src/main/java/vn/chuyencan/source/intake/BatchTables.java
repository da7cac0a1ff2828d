package vn.chuyencan.source.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/** What became of a batch: {@code ingest_batch}, {@code harmless_fault} and {@code source_file}. */
final class BatchTables {

  private BatchTables() {}

  /**
   * Under which zones and with which vocabulary a batch was read.
   *
   * @param source given to times that name none; {@code none} where the source has none
   * @param institution in which days are told
   * @param vocabulary what verbs and types meant
   */
  record Reading(String source, String institution, String vocabulary) {}

  static void append(
      LakeChange change, Batch batch, LocalDate asOf, String codeVersion, Reading reading) {
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
    values.put("zone", reading.source());
    values.put("institution_zone", reading.institution());
    values.put("vocabulary", reading.vocabulary());
    change.appendRows(Tables.INGEST_BATCH, List.of(values));
    List<Map<String, Object>> faults = new ArrayList<>();
    new TreeMap<>(batch.harmlessFaults())
        .forEach(
            (fault, records) ->
                faults.add(
                    Map.of(
                        "batch_id",
                        batch.batchId(),
                        "source",
                        batch.source(),
                        "fault",
                        fault,
                        "records",
                        records)));
    change.appendRows(Tables.HARMLESS_FAULT, faults);
  }

  /**
   * Appends the files that were read.
   *
   * @param read records read, by file
   */
  static void appendFiles(
      LakeChange change, RowsOf common, List<SourceFile> files, Map<Long, Long> read) {
    List<SourceFile> sorted = new ArrayList<>(files);
    sorted.sort(Comparator.comparingLong(SourceFile::fileId));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SourceFile file : sorted) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("file_id", file.fileId());
      values.put("source", common.source());
      values.put("path", file.path());
      values.put("size_bytes", file.sizeBytes());
      values.put("modified_at", file.modifiedAt());
      values.put("batch_id", common.batchId());
      values.put("read", read.getOrDefault(file.fileId(), 0L));
      rows.add(values);
    }
    change.appendRows(Tables.SOURCE_FILE, rows);
  }
}
