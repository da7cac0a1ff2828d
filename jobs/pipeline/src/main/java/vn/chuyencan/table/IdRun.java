package vn.chuyencan.table;

import java.io.Serializable;
import org.apache.hadoop.fs.Path;

/**
 * A set of event ids that the lake knows, sorted, in files that together are made once and never
 * changed: file <i>n</i> holds the <i>n</i>th of equal shares of {@link IdOrder}.
 *
 * @param name folder of its files below {@link #folder}
 * @param parts how many files, a power of two
 * @param ids how many ids
 */
public record IdRun(String name, int parts, long ids) implements Serializable {

  /** Where a warehouse keeps its runs. */
  public static Path folder(String warehouse) {
    return new Path(new Path(warehouse, "_chuyencan"), "ids");
  }

  /** The run's own folder. */
  public Path path(String warehouse) {
    return new Path(folder(warehouse), name);
  }

  /** One of its files. */
  public Path part(String warehouse, int part) {
    return partOf(path(warehouse), part);
  }

  /** A file of a run that is being made. */
  public static Path partOf(Path runFolder, int part) {
    return new Path(runFolder, Integer.toString(part));
  }
}
