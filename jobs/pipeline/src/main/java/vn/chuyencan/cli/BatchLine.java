package vn.chuyencan.cli;

import java.util.Locale;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Batch;

/** What became of a batch, in one line. */
final class BatchLine {

  private BatchLine() {}

  static String of(Batch batch, Language language) {
    String format =
        switch (language) {
          case VI ->
              "lô %d, nguồn %s, %d tệp: đọc %d = nhận %d + trùng %d + bị hủy %d + xung đột %d"
                  + " + từ chối %d + ngoài phạm vi %d";
          case EN ->
              "batch %d, source %s, %d files: read %d = accepted %d + duplicate %d + voided %d"
                  + " + conflicting %d + rejected %d + out of scope %d";
        };
    return String.format(
        Locale.ROOT,
        format,
        batch.batchId(),
        batch.source(),
        batch.files(),
        batch.read(),
        batch.accepted(),
        batch.duplicate(),
        batch.voided(),
        batch.conflicting(),
        batch.rejected(),
        batch.outOfScope());
  }

  static String nothing(Language language) {
    return switch (language) {
      case VI -> "không có gì mới";
      case EN -> "nothing new";
    };
  }
}
