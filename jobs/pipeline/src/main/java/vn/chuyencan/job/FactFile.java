package vn.chuyencan.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.FileScanTask;

/**
 * A data file from which facts are read.
 *
 * @param table the table that it belongs to
 * @param file the file
 */
record FactFile(String table, FileScanTask file) implements Serializable {
  long rows() {
    return file.file().recordCount();
  }

  /** The course run whose rows it holds, of a table that is divided by course run. */
  String courseId() {
    return String.valueOf(file.partition().get(0, Object.class));
  }

  /** Files of tables that are divided by course run, by course run. */
  static Map<String, List<FactFile>> byCourse(Collection<FactFile> files) {
    Map<String, List<FactFile>> byCourse = new TreeMap<>();
    files.forEach(
        file -> byCourse.computeIfAbsent(file.courseId(), id -> new ArrayList<>()).add(file));
    return byCourse;
  }
}
