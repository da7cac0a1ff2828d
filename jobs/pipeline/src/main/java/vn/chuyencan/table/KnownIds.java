package vn.chuyencan.table;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;

/** The ids of all events of a lake, as its {@link IdRun runs} hold them. */
public final class KnownIds {
  private final Lake lake;
  private final Path own;
  private final Configuration hadoop;

  KnownIds(Lake lake, Path own, Configuration hadoop) {
    this.lake = lake;
    this.own = own;
    this.hadoop = hadoop;
  }

  /**
   * All but some.
   *
   * @param gone which ids the lake must know no more
   * @return runs for the next state; the same ones when none of the ids is known
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public List<IdRun> without(Predicate<UUID> gone) {
    try {
      return IdRuns.without(
          own.getFileSystem(hadoop), lake.warehouse(), lake.state().idRuns(), gone);
    } catch (IOException e) {
      throw lake.failure(e);
    }
  }

  /**
   * Which the lake knew and knows no more.
   *
   * @param before the runs of then, of which no file was swept yet
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public IdSet lost(List<IdRun> before) {
    try {
      return IdRuns.lost(
          own.getFileSystem(hadoop), lake.warehouse(), before, lake.state().idRuns());
    } catch (IOException e) {
      throw lake.failure(e);
    }
  }
}
