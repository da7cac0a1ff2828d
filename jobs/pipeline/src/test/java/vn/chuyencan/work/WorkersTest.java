package vn.chuyencan.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.testing.SparkSessions;

/** What whoever does the tasks promises to a job. */
class WorkersTest {
  private static final List<Integer> INPUTS = IntStream.range(0, 40).boxed().toList();

  static List<Workers> all() {
    return List.of(
        new ThreadWorkers(1, new Configuration()),
        new ThreadWorkers(3, new Configuration()),
        new SparkWorkers(JavaSparkContext.fromSparkContext(SparkSessions.shared().sparkContext())));
  }

  @ParameterizedTest
  @MethodSource("all")
  void resultsComeInTheOrderOfTheInputs(Workers workers) {
    try (workers) {
      assertThat(workers.each(INPUTS, (input, place) -> input * 10 + place.number() % 10))
          .isEqualTo(INPUTS.stream().map(input -> input * 10 + input % 10).toList());
      assertThat(workers.<Integer, Integer>each(List.of(), (input, place) -> input)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noTwoTasksAreTheSameAttempt(Workers workers) {
    try (workers) {
      assertThat(workers.each(INPUTS, (input, place) -> place.attempt())).doesNotHaveDuplicates();
    }
  }

  @Test
  void sparkTellsThatAnAttemptWasLost() {
    try (Workers workers =
        new SparkWorkers(
            JavaSparkContext.fromSparkContext(SparkSessions.shared().sparkContext()))) {
      workers.each(INPUTS, (input, place) -> input);
      assertThat(workers.lostAttempts()).isFalse();

      assertThatThrownBy(
              () ->
                  workers.each(
                      INPUTS,
                      (input, place) -> {
                        throw new IllegalStateException("lost");
                      }))
          .isInstanceOf(RuntimeException.class);
      // Spark's bus brings the news a moment later.
      for (int i = 0; i < 1000 && !workers.lostAttempts(); i++) {
        LockSupport.parkNanos(10_000_000);
      }
      assertThat(workers.lostAttempts()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theMeterCountsTheTasksOfEachJob(Workers workers) {
    try (workers) {
      workers.each(INPUTS, (input, place) -> input);
      awaitDone(workers, 40);
      workers.inTwoStages(INPUTS, (input, place) -> pieces(input), 3, WorkersTest::sum);
      awaitDone(workers, 43);
      assertThat(workers.meter().read().piece()).isEqualTo(2);
    }
  }

  /** Spark's bus brings the news a moment later. */
  private static void awaitDone(Workers workers, long tasks) {
    for (int i = 0; i < 1000 && workers.meter().read().done() < tasks; i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(workers.meter().read().done()).isEqualTo(tasks);
    assertThat(workers.meter().read().total()).isEqualTo(tasks);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyPieceComesToItsPartition(Workers workers) {
    try (workers) {
      List<Integer> sums =
          workers.inTwoStages(INPUTS, (input, place) -> pieces(input), 3, WorkersTest::sum);
      assertThat(sums)
          .containsExactly(
              IntStream.range(0, 40).filter(i -> i % 3 == 0).map(i -> 2 * i).sum(),
              IntStream.range(0, 40).filter(i -> i % 3 == 1).map(i -> 2 * i).sum(),
              IntStream.range(0, 40).filter(i -> i % 3 == 2).map(i -> 2 * i).sum());
    }
  }

  /** Two pieces of one byte, one after another. */
  private static Iterator<Piece> pieces(int input) {
    Piece piece = new Piece(input % 3, new byte[] {(byte) input});
    return List.of(piece, piece).iterator();
  }

  private static int sum(Iterator<byte[]> pieces, TaskPlace place) {
    int sum = 0;
    while (pieces.hasNext()) {
      int value = pieces.next()[0];
      assertThat(value % 3).isEqualTo(place.number());
      sum += value;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatATaskThrowsIsThrown(Workers workers) {
    try (workers) {
      assertThatThrownBy(() -> workers.each(INPUTS, (input, place) -> failing(input)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("no disk");
      assertThatThrownBy(
              () ->
                  workers.each(
                      INPUTS,
                      (input, place) -> {
                        throw new PipelineException(
                            Fault.of(ErrorCode.SOURCE_UNREADABLE, "lms", "gone"));
                      }))
          .isInstanceOf(PipelineException.class)
          .hasMessageContaining("gone");
    }
  }

  private static int failing(int input) throws IOException {
    if (input == 3) {
      throw new IOException("no disk");
    }
    return input;
  }

  @Test
  void afterAFailureNoTaskIsBegunAndNoneGoesOn() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    try (Workers workers = new ThreadWorkers(2, new Configuration())) {
      assertThatThrownBy(
              () ->
                  workers.each(
                      INPUTS,
                      (input, place) -> {
                        begun.incrementAndGet();
                        if (input == 0) {
                          throw new IllegalStateException("first");
                        }
                        LockSupport.parkNanos(20_000_000);
                        return ended.incrementAndGet();
                      }))
          .hasMessage("first");
      assertThat(begun.get()).isLessThan(INPUTS.size());
      assertThat(ended.get()).isEqualTo(begun.get() - 1);
    }
  }

  @Test
  void anInterruptedJobWaitsForItsTasks() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    List<Object> told = new ArrayList<>();
    try (Workers workers = new ThreadWorkers(1, new Configuration())) {
      Thread job =
          new Thread(
              () -> {
                try {
                  workers.each(
                      INPUTS,
                      (input, place) -> {
                        running.countDown();
                        LockSupport.parkNanos(50_000_000);
                        return ended.incrementAndGet();
                      });
                } catch (CancellationException stopped) {
                  told.add(stopped);
                  told.add(Thread.currentThread().isInterrupted());
                  told.add(ended.get());
                }
              });
      job.start();
      running.await();
      job.interrupt();
      job.join();
      assertThat(told).hasSize(3).element(1).isEqualTo(true);
      int atEnd = ended.get();
      assertThat(told).element(2).isEqualTo(atEnd);
      assertThat(atEnd).isLessThan(INPUTS.size());
    }
  }
}
