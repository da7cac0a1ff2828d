package vn.chuyencan.table;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Table;

/**
 * Where a table's files lie. One folder has several names – of a symbolic link, of a mount – and
 * Iceberg tells data files by the name under which the table was made, metadata by that under which
 * it was opened. So files of a table are compared by what follows the table's folder.
 */
final class TablePlace {
  private TablePlace() {}

  /**
   * A file of a table, told from the table's folder on; one that lies elsewhere by its whole path.
   */
  static String within(Table table, String location) {
    String path = new Path(location).toUri().getPath();
    Path folder = new Path(table.location());
    String mark = "/" + folder.getParent().getName() + "/" + folder.getName() + "/";
    int start = path.lastIndexOf(mark);
    return start < 0 ? path : path.substring(start);
  }

  /** Whether two paths lead to one folder that is there. */
  static boolean isOne(Path first, Path second, Configuration hadoop) {
    try {
      FileSystem files = first.getFileSystem(hadoop);
      if (files.makeQualified(first).equals(second.getFileSystem(hadoop).makeQualified(second))) {
        return true;
      }
      return files instanceof LocalFileSystem local
          && second.getFileSystem(hadoop) instanceof LocalFileSystem
          && real(local, first).equals(real(local, second));
    } catch (IOException notThere) {
      return false;
    }
  }

  private static java.nio.file.Path real(LocalFileSystem local, Path path) throws IOException {
    return local.pathToFile(path).toPath().toRealPath();
  }
}
