package vn.chuyencan.table;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.SystemConfigs;
import org.apache.iceberg.Table;

/**
 * Commits a change of one table. Iceberg gives manifests to a pool of threads and looks every ten
 * milliseconds whether they are done, four times a commit and once a scan: where files lie on this
 * machine that is most of what these take, so there the thread that asks reads and writes them
 * itself. Where each file is asked for over a network the pool stays.
 */
public final class TableCommit {
  private static final ExecutorService OWN_THREAD = new OwnThread();

  private TableCommit() {}

  /** Commits. */
  public static void of(Table table, SnapshotUpdate<?> update) {
    if (isOnThisMachine(table.location())) {
      update.scanManifestsWith(OWN_THREAD);
      update.writeManifestsWith(OWN_THREAD, 1);
    }
    update.commit();
  }

  /** Has scans done likewise; for the whole process, before the first scan. */
  static void scanAlike(String warehouse) {
    if (isOnThisMachine(warehouse)) {
      System.setProperty(SystemConfigs.SCAN_THREAD_POOL_ENABLED.propertyKey(), "false");
    }
  }

  private static boolean isOnThisMachine(String location) {
    String scheme = new Path(location).toUri().getScheme();
    return scheme == null || scheme.equals("file");
  }

  /** Whoever gives it work does it. It is nobody's to shut down. */
  private static final class OwnThread extends AbstractExecutorService {

    @Override
    public void execute(Runnable command) {
      command.run();
    }

    @Override
    public void shutdown() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Runnable> shutdownNow() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }
  }
}
