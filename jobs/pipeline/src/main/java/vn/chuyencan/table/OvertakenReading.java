package vn.chuyencan.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.exceptions.NotFoundException;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * Whoever reads asks for no lock, and reads what the last commit left. Only where somebody is
 * erased, or the time of something is over, the files of that commit go too, which looks to a
 * reader like damage.
 */
public final class OvertakenReading {
  /** How Iceberg says that a snapshot is expired. */
  private static final String NO_SNAPSHOT = "Cannot find snapshot with ID";

  private OvertakenReading() {}

  /**
   * Reads a lake as its last commit left it.
   *
   * @throws PipelineException {@link ErrorCode#LAKE_OVERTAKEN}, and what {@link Lake#reading}
   *     throws
   */
  public static <T> T during(Configuration hadoop, LakePlace place, Function<Lake, T> work) {
    try (Lake lake = Lake.reading(hadoop, place)) {
      try {
        return work.apply(lake);
      } catch (RuntimeException failure) {
        throw of(lake, hadoop, failure);
      }
    }
  }

  /**
   * What a failure to read comes to.
   *
   * @param lake opened for reading
   * @return {@link ErrorCode#LAKE_OVERTAKEN} where something is gone and the lake has another state
   *     by now, else the failure itself
   */
  public static RuntimeException of(Lake lake, Configuration hadoop, RuntimeException failure) {
    return isOfSomethingGone(failure) && isOvertaken(lake, hadoop)
        ? new PipelineException(Fault.of(ErrorCode.LAKE_OVERTAKEN, lake.warehouse()), failure)
        : failure;
  }

  private static boolean isOvertaken(Lake lake, Configuration hadoop) {
    try {
      StateFile file = new StateFile(new LakeFolders(lake.warehouse(), hadoop).state(), hadoop);
      return !LakeState.read(file).snapshots().equals(lake.state().snapshots());
    } catch (IOException | PipelineException unreadable) {
      return false;
    }
  }

  private static boolean isOfSomethingGone(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      if (cause instanceof NotFoundException
          || cause instanceof FileNotFoundException
          || cause instanceof NoSuchFileException
          || String.valueOf(cause.getMessage()).contains(NO_SNAPSHOT)) {
        return true;
      }
    }
    return false;
  }
}
