package vn.chuyencan.table;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.CloseableIterator;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * Tells files of the lake that are gone or hold other bytes than were written, which is the disk's
 * or a person's doing and no error of this program.
 */
public final class LakeDamage {
  /** Whose words are about the bytes of a file. */
  private static final List<String> READERS =
      List.of(
          "org.apache.iceberg.shaded.org.apache.parquet.",
          "org.apache.iceberg.shaded.org.apache.avro.",
          "org.apache.avro.",
          "com.github.luben.zstd.");

  /** How Iceberg says that a file cannot be read. */
  private static final Pattern FILE = Pattern.compile("Failed to (read|fetch) file");

  private LakeDamage() {}

  /** The refusal that says it; empty when something else failed, or it is said already. */
  public static Optional<PipelineException> of(Throwable failure) {
    return of("", failure);
  }

  private static Optional<PipelineException> of(String where, Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable damage = null;
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      if (cause instanceof PipelineException) {
        return Optional.empty();
      }
      // The innermost knows best.
      damage = isDamage(cause) ? cause : damage;
    }
    return Optional.ofNullable(damage)
        .map(
            cause ->
                new PipelineException(
                    Fault.of(
                        ErrorCode.WAREHOUSE_DAMAGED,
                        (where.isEmpty() ? "" : where + ": ")
                            + String.valueOf(cause.getMessage()).strip()),
                    failure));
  }

  private static boolean isDamage(Throwable cause) {
    return cause instanceof NotFoundException
        || cause instanceof NoSuchTableException
        || (cause instanceof RuntimeIOException
            && FILE.matcher(String.valueOf(cause.getMessage())).lookingAt())
        || isOfReaders(cause.getClass().getName())
        || (cause instanceof Exception && isThrownByReaders(cause.getStackTrace()));
  }

  /** Parquet's readers throw plain exceptions too. */
  private static boolean isThrownByReaders(StackTraceElement... stack) {
    return stack.length > 0
        && isOfReaders(stack[0].getClassName())
        && stack[0].getClassName().contains("Reader");
  }

  private static boolean isOfReaders(String name) {
    return READERS.stream().anyMatch(name::startsWith);
  }

  /**
   * The same rows; where a file cannot be read any more it is told which.
   *
   * @param where a file or a table, for messages
   */
  public static <T> CloseableIterable<T> telling(String where, CloseableIterable<T> rows) {
    return new CloseableIterable<>() {
      @Override
      public CloseableIterator<T> iterator() {
        try {
          return new Telling<>(where, rows.iterator());
        } catch (RuntimeException failure) {
          throw of(where, failure).map(RuntimeException.class::cast).orElse(failure);
        }
      }

      @Override
      public void close() throws IOException {
        rows.close();
      }
    };
  }

  private record Telling<T>(String where, CloseableIterator<T> rows)
      implements CloseableIterator<T> {
    @Override
    public boolean hasNext() {
      try {
        return rows.hasNext();
      } catch (RuntimeException failure) {
        throw of(where, failure).map(RuntimeException.class::cast).orElse(failure);
      }
    }

    @Override
    public T next() {
      try {
        return rows.next();
      } catch (RuntimeException failure) {
        throw of(where, failure).map(RuntimeException.class::cast).orElse(failure);
      }
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
