package vn.chuyencan.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final SideBySide pool;
  private final AtomicLong attempts = new AtomicLong();
  private final Meter meter;

  /**
   * @param threads how many tasks run at once
   * @param hadoop the settings of file systems
   */
  public ThreadWorkers(int threads, Configuration hadoop) {
    this(threads, hadoop, new Meter());
  }

  /**
   * The same with who looks on.
   *
   * @param meter counts the tasks that are done
   */
  public ThreadWorkers(int threads, Configuration hadoop, Meter meter) {
    this.meter = meter;
    this.threads = threads;
    this.hadoop = hadoop;
    this.pool = new SideBySide(threads, "task");
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
  public Meter meter() {
    return meter;
  }

  @Override
  public <I, R> List<R> each(List<I> inputs, Task<I, R> task) {
    meter.begin(inputs.size());
    return all(inputs, task);
  }

  private <I, R> List<R> all(List<I> inputs, Task<I, R> task) {
    AtomicBoolean givenUp = new AtomicBoolean();
    List<Future<R>> running = new ArrayList<>(inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      int number = i;
      running.add(
          pool.submit(
              () -> {
                if (givenUp.get()) {
                  return null;
                }
                try {
                  R result = task.call(inputs.get(number), place(number));
                  meter.add();
                  return result;
                } catch (Throwable failure) {
                  givenUp.set(true);
                  throw failure;
                }
              }));
    }
    return results(running, givenUp);
  }

  private TaskPlace place(int number) {
    return new TaskPlace(number, attempts.getAndIncrement(), hadoop);
  }

  /** Waits for all, whatever happens: what comes next may delete the files that tasks write. */
  private static <R> List<R> results(List<Future<R>> running, AtomicBoolean givenUp) {
    List<R> results = new ArrayList<>(running.size());
    Throwable failure = null;
    boolean interrupted = false;
    for (Future<R> task : running) {
      boolean ended = false;
      while (!ended) {
        try {
          results.add(task.get());
          ended = true;
        } catch (ExecutionException failed) {
          ended = true;
          if (failure == null) {
            failure = failed.getCause();
          } else {
            failure.addSuppressed(failed.getCause());
          }
        } catch (InterruptedException stopped) {
          givenUp.set(true);
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the job was interrupted");
    }
    if (failure != null) {
      throw failure instanceof IOException io
          ? new UncheckedIOException(io)
          : SideBySide.unchecked(failure);
    }
    return results;
  }

  @Override
  public <I, R> List<R> inTwoStages(
      List<I> inputs,
      Task<I, Iterator<Piece>> first,
      int partitions,
      Task<Iterator<byte[]>, R> second) {
    meter.begin((long) inputs.size() + partitions);
    try (Exchange exchange = new Exchange(partitions)) {
      all(
          inputs,
          (input, place) -> {
            Iterator<Piece> pieces = first.call(input, place);
            while (pieces.hasNext()) {
              exchange.add(pieces.next());
            }
            return null;
          });
      List<Integer> numbers = IntStream.range(0, partitions).boxed().toList();
      return all(numbers, (partition, place) -> second.call(exchange.take(partition), place));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
