package vn.chuyencan.job;

import java.io.Serializable;
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
}
