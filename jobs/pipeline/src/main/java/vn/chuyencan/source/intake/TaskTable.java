package vn.chuyencan.source.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import vn.chuyencan.table.LakeWriter;

/** A table into which a task writes, and its files there; none are made before the first row. */
final class TaskTable implements Closeable {
  private final String name;
  private final Schema schema;
  private final LakeWriter files;

  TaskTable(String name, Table table, int task, long attempt) {
    this.name = name;
    this.schema = table.schema();
    this.files = new LakeWriter(table, task, attempt);
  }

  Schema schema() {
    return schema;
  }

  LakeWriter files() {
    return files;
  }

  TaskResult.Files finish() throws IOException {
    List<DataFile> written = files.finish();
    return new TaskResult.Files(name, written);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
