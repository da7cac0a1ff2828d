package vn.chuyencan.work;

import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Who does the tasks of a job. What tasks do is the same under all of them, and so are the results;
 * they differ in what starting and a task cost, and in how far they reach.
 */
public interface Workers extends AutoCloseable {

  /** How many tasks run at once. */
  int threads();

  /** The settings of file systems. */
  Configuration hadoop();

  /**
   * Does a task for each input.
   *
   * @return the results in the order of the inputs
   * @throws java.io.UncheckedIOException if a task threw an {@link java.io.IOException}
   * @throws RuntimeException what a task threw; no further task is begun then, and none goes on
   */
  <I, R> List<R> each(List<I> inputs, Task<I, R> task);

  /**
   * Two stages: the first makes pieces of each input; each partition then has all pieces that were
   * made for it, in no order.
   *
   * @param partitions how many partitions
   * @return the results in the order of the partitions
   */
  <I, R> List<R> inTwoStages(
      List<I> inputs,
      Task<I, Iterator<Piece>> first,
      int partitions,
      Task<Iterator<byte[]>, R> second);

  /**
   * How many tasks of the running job are done; what its caller does itself is counted there too.
   */
  default Meter meter() {
    return new Meter();
  }

  /**
   * Whether an attempt of a task was lost, failed or was made beside another, so that files may lie
   * about that no result names.
   */
  default boolean lostAttempts() {
    return false;
  }

  @Override
  void close();
}
