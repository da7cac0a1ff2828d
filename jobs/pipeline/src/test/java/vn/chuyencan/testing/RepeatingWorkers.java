package vn.chuyencan.testing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.work.Piece;
import vn.chuyencan.work.Task;
import vn.chuyencan.work.TaskPlace;
import vn.chuyencan.work.Workers;

/**
 * Does every task twice, as a cluster may whose executors are lost or slow: what the first attempt
 * gave never arrives, and its files stay.
 */
public final class RepeatingWorkers implements Workers {
  private final Workers others;

  public RepeatingWorkers(Workers others) {
    this.others = others;
  }

  @Override
  public int threads() {
    return others.threads();
  }

  @Override
  public Configuration hadoop() {
    return others.hadoop();
  }

  @Override
  public <I, R> List<R> each(List<I> inputs, Task<I, R> task) {
    return others.each(
        inputs,
        (input, place) -> {
          task.call(input, first(place));
          return task.call(input, second(place));
        });
  }

  @Override
  public <I, R> List<R> inTwoStages(
      List<I> inputs,
      Task<I, Iterator<Piece>> first,
      int partitions,
      Task<Iterator<byte[]>, R> second) {
    return others.inTwoStages(
        inputs,
        (input, place) -> {
          first.call(input, first(place)).forEachRemaining(lost -> {});
          return first.call(input, second(place));
        },
        partitions,
        (pieces, place) -> {
          List<byte[]> all = new ArrayList<>();
          pieces.forEachRemaining(all::add);
          second.call(all.iterator(), first(place));
          return second.call(all.iterator(), second(place));
        });
  }

  private static TaskPlace first(TaskPlace place) {
    return new TaskPlace(place.number(), 2 * place.attempt(), place.hadoop());
  }

  private static TaskPlace second(TaskPlace place) {
    return new TaskPlace(place.number(), 2 * place.attempt() + 1, place.hadoop());
  }

  @Override
  public boolean lostAttempts() {
    return true;
  }

  @Override
  public void close() {
    others.close();
  }
}
