package vn.chuyencan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;

/**
 * Files of a night that broke off, are damaged, or are written in no way that is read. Of such a
 * file one record is rejected, which among thousands nobody sees, and what is lost may be half a
 * week.
 */
final class BrokenFiles {
  /** More would be the fault of a disk or a copy, not of files. */
  private static final int SHOWN = 5;

  /** As the contract of {@link Tables#REJECTED_RECORD} names them. */
  private static final String UNKNOWN = "SOURCE_UNKNOWN";

  private static final Set<String> REASONS = Set.of("SOURCE_TRUNCATED", "SOURCE_CORRUPT", UNKNOWN);

  private BrokenFiles() {}

  private record Broken(String source, String reason) {
    String words(Language language) {
      if (reason.equals(UNKNOWN)) {
        return language == Language.VI
            ? "%s: tệp không thuộc dạng nào mà nguồn này đọc được, không có gì trong tệp được tính:"
                + " %s"
            : "%s: the file is of no kind that this source reads, nothing in it counts: %s";
      }
      return language == Language.VI
          ? "%s: tệp bị cụt hoặc hỏng, phần sau chỗ ấy chưa được tính cho tới khi"
              + " có tệp nguyên vẹn: %s"
          : "%s: the file breaks off or is damaged, what follows does not count"
              + " until it comes whole: %s";
    }
  }

  /** What somebody should know of the files of these batches; nothing where all are whole. */
  static List<String> lines(Lake lake, List<Batch> batches, Language language) {
    Set<Long> rejecting =
        batches.stream()
            .filter(batch -> batch.rejected() > 0)
            .map(Batch::batchId)
            .collect(Collectors.toSet());
    if (rejecting.isEmpty()) {
      return List.of();
    }
    Map<String, Broken> broken = new TreeMap<>();
    try (CloseableIterable<Record> rows =
        lake.rows(
            Tables.REJECTED_RECORD,
            Expressions.and(
                Expressions.in("batch_id", rejecting), Expressions.in("reason", REASONS)),
            "source",
            "path",
            "reason")) {
      for (Record row : rows) {
        broken.put(
            (String) row.getField("path"),
            new Broken((String) row.getField("source"), (String) row.getField("reason")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> lines = new ArrayList<>();
    broken.entrySet().stream()
        .limit(SHOWN)
        .forEach(
            file ->
                lines.add(
                    file.getValue()
                        .words(language)
                        .formatted(file.getValue().source(), file.getKey())));
    if (broken.size() > SHOWN) {
      lines.add(
          (language == Language.VI
                  ? "và %d tệp khác như vậy, xem csv/rejected_record.csv"
                  : "and %d other such files, see csv/rejected_record.csv")
              .formatted(broken.size() - SHOWN));
    }
    return lines;
  }
}
