package vn.chuyencan.job;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSError;
import org.apache.iceberg.exceptions.RuntimeIOException;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;

/**
 * Finds a disk that is full, broken or not to be written behind a failure. It may meet any writer –
 * of the lake, of a publication, of temporary files – and comes as an exception, as an error of the
 * file system of Hadoop, or as a library that could not be laid into the temporary files.
 */
final class StorageFailure {
  private static final Pattern FULL =
      Pattern.compile("No space left on device|[Qq]uota exceeded|not enough space on the disk");
  private static final Pattern FAILS =
      Pattern.compile(
          "Read-only file system|Permission denied|Input/output error|Stale file handle"
              + "|Too many open files|Operation not permitted|Structure needs cleaning"
              + "|Mkdirs failed|Cannot unpack lib|Not a directory");

  /** They name a place, and tell no more of why. */
  private static final Set<ErrorCode> UNWRITABLE =
      Set.of(ErrorCode.PUBLICATION_UNWRITABLE, ErrorCode.WAREHOUSE_UNREACHABLE);

  private StorageFailure() {}

  /**
   * The refusal that says it; empty when something else failed, or it is said already. That a disk
   * is full is said in place of a refusal that names the place only.
   */
  static Optional<PipelineException> of(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable fails = null;
    boolean unwritable = false;
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      if (cause instanceof PipelineException said) {
        if (!UNWRITABLE.contains(said.faults().get(0).code())) {
          return Optional.empty();
        }
        unwritable = true;
      }
      String message = String.valueOf(cause.getMessage());
      if (isOfFiles(cause) && FULL.matcher(message).find()) {
        return Optional.of(refusal(ErrorCode.STORAGE_FULL, message, failure));
      }
      if (cause instanceof FSError
          || cause instanceof FileSystemException
          || (isOfFiles(cause) && FAILS.matcher(message).find())) {
        fails = cause;
      }
    }
    return Optional.ofNullable(unwritable ? null : fails)
        .map(cause -> refusal(ErrorCode.STORAGE_FAILS, Reason.of(cause), failure));
  }

  private static boolean isOfFiles(Throwable cause) {
    return cause instanceof IOException
        || cause instanceof RuntimeIOException
        || cause instanceof FSError
        || cause instanceof LinkageError;
  }

  private static PipelineException refusal(ErrorCode code, String words, Throwable failure) {
    return new PipelineException(Fault.of(code, words), failure);
  }
}
