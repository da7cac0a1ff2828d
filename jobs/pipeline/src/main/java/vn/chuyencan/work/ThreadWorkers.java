package vn.chuyencan.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/**
 * Threads of this process. On one machine a night then costs what its work costs: starting Spark
 * takes longer than most nights' work, and its scheduler does no more for tasks that all run here.
 * A task that fails is not tried again, as under Spark's local master.
 */
public final class ThreadWorkers implements Workers {
  private final int threads;
  private final Configuration hadoop;
  private final ExecutorService pool;
  private final AtomicLong attempts = new AtomicLong();

  /**
   * @param threads how many tasks run at once
   * @param hadoop the settings of file systems
   */
  public ThreadWorkers(int threads, Configuration hadoop) {
    this.threads = threads;
    this.hadoop = hadoop;
    AtomicInteger number = new AtomicInteger();
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "task-" + number.getAndIncrement());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public Configuration hadoop() {
    return hadoop;
  }

  @Override
  public <I, R> List<R> each(List<I> inputs, Task<I, R> task) {
    AtomicBoolean failed = new AtomicBoolean();
    List<Future<R>> running = new ArrayList<>(inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      int number = i;
      running.add(
          pool.submit(
              () -> {
                if (failed.get()) {
                  return null;
                }
                try {
                  return task.call(inputs.get(number), place(number));
                } catch (Throwable t) {
                  failed.set(true);
                  throw t;
                }
              }));
    }
    return results(running);
  }

  private TaskPlace place(int number) {
    return new TaskPlace(number, attempts.getAndIncrement(), hadoop);
  }

  /** Waits for all, also after a failure: what comes next may delete the files that tasks write. */
  private static <R> List<R> results(List<Future<R>> running) {
    List<R> results = new ArrayList<>(running.size());
    Throwable failure = null;
    for (Future<R> task : running) {
      try {
        results.add(task.get());
      } catch (ExecutionException failed) {
        failure = failure == null ? failed.getCause() : failure;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new CancellationException("the job was interrupted");
      }
    }
    if (failure != null) {
      throw unchecked(failure);
    }
    return results;
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof RuntimeException plain) {
      return plain;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io
        ? new UncheckedIOException(io)
        : new IllegalStateException(cause);
  }

  @Override
  public <I, R> List<R> inTwoStages(
      List<I> inputs,
      Task<I, Iterator<Piece>> first,
      int partitions,
      Task<Iterator<byte[]>, R> second) {
    try (Exchange exchange = new Exchange(partitions)) {
      each(
          inputs,
          (input, place) -> {
            Iterator<Piece> pieces = first.call(input, place);
            while (pieces.hasNext()) {
              exchange.add(pieces.next());
            }
            return null;
          });
      List<Integer> numbers = IntStream.range(0, partitions).boxed().toList();
      return each(
          numbers,
          (partition, place) -> {
            try (Exchange.Pieces pieces = exchange.take(partition)) {
              return second.call(pieces, place);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
