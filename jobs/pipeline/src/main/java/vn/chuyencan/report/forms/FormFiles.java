package vn.chuyencan.report.forms;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.chuyencan.report.RequestedTable;
import vn.chuyencan.report.lists.ListFiles;

/** A report as files. The same report gives the same bytes. */
public final class FormFiles {
  private static final String DRAFT = "-DU-THAO";

  private FormFiles() {}

  /** The files by their names within a folder, the manifest last. */
  public static Map<String, byte[]> of(FormReport report) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Instant made = report.subject().cutOff().atStartOfDay(ZoneOffset.UTC).toInstant();
    String name = name(report) + (report.draft().isEmpty() ? "" : DRAFT);
    files.put(name + ".docx", new FormDocument(report).bytes(made));
    files.put(name + ".xlsx", new FormBook(report).bytes(made));
    for (FormTable table : tables(report)) {
      RequestedTable requested = new RequestedTable(table.name(), table.rows());
      files.put("csv/" + table.name() + ".csv", requested.csv());
      files.put("parquet/" + table.name() + ".parquet", requested.parquet());
    }
    files.put(FormManifest.FILE, FormManifest.bytes(report, files));
    return files;
  }

  /**
   * Writes them into a folder; what an earlier report of the same name left there and this one does
   * not have is taken away, so that a draft and a report never lie side by side.
   *
   * @throws vn.chuyencan.error.PipelineException LIST_UNWRITABLE
   */
  public static Map<String, byte[]> write(FormReport report, Path folder) {
    Map<String, byte[]> files = of(report);
    ListFiles.write(folder, files);
    List<String> other = new ArrayList<>();
    for (String ending : List.of(".docx", ".xlsx")) {
      other.add(name(report) + ending);
      other.add(name(report) + DRAFT + ending);
    }
    other.removeAll(files.keySet());
    ListFiles.remove(folder, other);
    return files;
  }

  private static String name(FormReport report) {
    return report.subject().form() + "-" + report.subject().year();
  }

  private static List<FormTable> tables(FormReport report) {
    return Stream.concat(
            report.parts().stream().map(FormPart::table).filter(table -> table != null),
            report.tables().stream())
        .toList();
  }
}
