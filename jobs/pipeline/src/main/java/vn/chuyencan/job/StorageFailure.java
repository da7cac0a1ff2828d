package vn.chuyencan.job;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSError;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * Finds a full disk behind a failure. It may meet any writer – of the lake, of a publication, of
 * temporary files – and the file system of Hadoop tells it as an error of the Java machine.
 */
final class StorageFailure {
  private static final Pattern FULL =
      Pattern.compile("No space left on device|[Qq]uota exceeded|not enough space on the disk");

  private StorageFailure() {}

  /** The refusal that says it; empty when something else failed, or it is said already. */
  static Optional<PipelineException> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PipelineException) {
        return Optional.empty();
      }
      String message = String.valueOf(cause.getMessage());
      boolean full = cause instanceof IOException && FULL.matcher(message).find();
      if (full || cause instanceof FSError) {
        return Optional.of(
            new PipelineException(Fault.of(ErrorCode.STORAGE_FULL, message), failure));
      }
    }
    return Optional.empty();
  }
}
