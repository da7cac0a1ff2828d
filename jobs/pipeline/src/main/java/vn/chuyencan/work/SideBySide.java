package vn.chuyencan.work;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few threads for work on files. When it is closed no thread touches a file any more. */
public final class SideBySide implements AutoCloseable {
  private final ThreadPoolExecutor threads;

  /**
   * @param count how many threads
   * @param name what they are called in dumps and profiles
   */
  public SideBySide(int count, String name) {
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Gives work to the threads. */
  public <T> Future<T> submit(Callable<T> work) {
    return threads.submit(work);
  }

  /**
   * What the work gave.
   *
   * @throws IOException if the work threw it, or the waiting was interrupted
   * @throws RuntimeException if the work threw it
   */
  public static <T> T result(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw unchecked(failed.getCause());
    } catch (InterruptedException stopped) {
      throw interrupted();
    }
  }

  /** Waits until the work is done, whatever it gives. */
  public static void await(Future<?> work) throws IOException {
    try {
      work.get();
    } catch (ExecutionException failed) {
      // Told to who asks for the result.
      return;
    } catch (InterruptedException stopped) {
      throw interrupted();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("the work was interrupted");
  }

  /** A failure as an exception that need not be declared; errors are thrown. */
  static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException plain ? plain : new IllegalStateException(failure);
  }

  @Override
  public void close() {
    // What has not begun never will; what has goes to its end, as an interrupt would close files.
    threads.getQueue().clear();
    threads.shutdown();
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException stopped) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
