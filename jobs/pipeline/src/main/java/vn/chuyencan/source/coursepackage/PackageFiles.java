package vn.chuyencan.source.coursepackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.table.TableContract;

/**
 * The files that the register {@code package_item} lists, measured: rows of the table {@code
 * package_file}. Paths are below the folder of registers and nowhere else. A file that is not there
 * or cannot be read makes a row that says so.
 */
public final class PackageFiles {
  private static final String TABLE = "package_file";
  private static final Set<String> MEDIA =
      Set.of("mp4", "m4v", "mkv", "mov", "webm", "avi", "mp3", "m4a", "wav", "ogg", "aac");

  private final Path folder;
  private final MediaProbe probe;

  /**
   * @param folder the folder of registers
   */
  public PackageFiles(Path folder) {
    this(folder, "ffprobe");
  }

  PackageFiles(Path folder, String probe) {
    this.folder = folder;
    this.probe = new MediaProbe(probe);
  }

  /**
   * A row for each item that names a file, in the register's order.
   *
   * @param items rows of the register, by column
   */
  public List<Object[]> rows(List<Map<String, String>> items) {
    List<String> columns =
        TableContract.of(TABLE).columns().stream().map(column -> column.name()).toList();
    List<Object[]> rows = new ArrayList<>();
    for (Map<String, String> item : items) {
      String path = item.get("path");
      if (path != null && !path.isEmpty()) {
        FileMeasure measure = measure(path);
        measure
            .with("course_code", item.get("course_code"))
            .with("item_id", item.get("item_id"))
            .with("path", path)
            .with("format", format(path));
        rows.add(columns.stream().map(measure::get).toArray());
      }
    }
    return rows;
  }

  private FileMeasure measure(String path) {
    Path file;
    try {
      // Where links lead, too.
      file = folder.resolve(path).toRealPath();
      if (!file.startsWith(folder.toRealPath()) || !Files.isRegularFile(file)) {
        return FileMeasure.not("missing", null);
      }
    } catch (InvalidPathException | IOException notThere) {
      return FileMeasure.not("missing", null);
    }
    String format = format(path);
    if (MEDIA.contains(format)) {
      return probe.of(file);
    }
    return switch (format) {
      case "pptx" -> SlideDeck.of(file);
      case "pdf" -> ReadingPdf.of(file);
      default -> FileMeasure.not("not_measured", null);
    };
  }

  private static String format(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
