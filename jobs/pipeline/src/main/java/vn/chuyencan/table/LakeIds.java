package vn.chuyencan.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;

/** Looks event ids up in all runs of a lake. To be asked in the order of {@link IdOrder}. */
public final class LakeIds implements Closeable {
  private final FileSystem files;
  private final String warehouse;
  private final List<Open> runs = new ArrayList<>();

  private static final class Open {
    private final IdRun run;
    private int part = -1;
    private IdRunReader reader;

    private Open(IdRun run) {
      this.run = run;
    }
  }

  /** Opens the runs; their files are opened when they are asked. */
  public LakeIds(FileSystem files, String warehouse, List<IdRun> runs) {
    this.files = files;
    this.warehouse = warehouse;
    runs.forEach(run -> this.runs.add(new Open(run)));
  }

  /**
   * The id, if the lake knows it.
   *
   * @return null if it does not
   */
  public KnownId find(long idHigh, long idLow) throws IOException {
    long order = IdOrder.of(idHigh, idLow);
    for (Open open : runs) {
      int part = IdOrder.share(order, open.run.parts());
      if (part != open.part) {
        if (open.reader != null) {
          open.reader.close();
        }
        open.reader = new IdRunReader(files, open.run.part(warehouse, part));
        open.part = part;
      }
      KnownId known = open.reader.find(order, idHigh, idLow);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    for (Open open : runs) {
      if (open.reader != null) {
        open.reader.close();
      }
    }
  }
}
