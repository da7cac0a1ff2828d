package vn.chuyencan.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;
import vn.chuyencan.error.PipelineException;

/** Spark's executors, wherever its master has them. A task travels to each of them once. */
public final class SparkWorkers implements Workers {
  private final JavaSparkContext spark;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final Meter meter;
  private final AttemptWatch attempts;
  private boolean closed;

  /**
   * @param spark a running context, which stays the caller's to stop
   */
  public SparkWorkers(JavaSparkContext spark) {
    this(spark, new Meter());
  }

  /**
   * The same with who looks on.
   *
   * @param meter counts the tasks that are done, a moment later, of all stages of a job
   */
  public SparkWorkers(JavaSparkContext spark, Meter meter) {
    this.meter = meter;
    this.attempts = new AttemptWatch(meter);
    this.spark = spark;
    this.hadoop = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    spark.sc().addSparkListener(attempts);
  }

  /** Hears of every attempt, a moment later, from Spark's own bus. */
  private static final class AttemptWatch extends SparkListener {
    private final Meter meter;
    private volatile boolean lost;

    private AttemptWatch(Meter meter) {
      this.meter = meter;
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
      long tasks = 0;
      for (Iterator<StageInfo> stages = asJava(start.stageInfos()); stages.hasNext(); ) {
        tasks += stages.next().numTasks();
      }
      meter.begin(tasks);
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
      lost |= start.taskInfo().speculative();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.taskInfo().successful()) {
        meter.add();
      } else {
        lost = true;
      }
    }
  }

  private static Iterator<StageInfo> asJava(scala.collection.Seq<StageInfo> stages) {
    return CollectionConverters.asJava(stages).iterator();
  }

  @Override
  public Meter meter() {
    return meter;
  }

  @Override
  public boolean lostAttempts() {
    return attempts.lost;
  }

  @Override
  public int threads() {
    return spark.defaultParallelism();
  }

  @Override
  public Configuration hadoop() {
    return spark.hadoopConfiguration();
  }

  @Override
  public <I, R> List<R> each(List<I> inputs, Task<I, R> task) {
    if (inputs.isEmpty()) {
      return List.of();
    }
    Broadcast<Task<I, R>> sent = spark.broadcast(task);
    try {
      return spark.parallelize(inputs, inputs.size()).map(doing(sent, hadoop)).collect();
    } catch (Exception failure) {
      throw unwrapped(failure);
    } finally {
      sent.destroy();
    }
  }

  /** What a task threw: Spark wraps it, and throws checked exceptions that it does not declare. */
  private static RuntimeException unwrapped(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PipelineException || cause instanceof UncheckedIOException) {
        return (RuntimeException) cause;
      }
      if (cause instanceof IOException io) {
        return new UncheckedIOException(io);
      }
    }
    return SideBySide.unchecked(failure);
  }

  // The functions that travel are made in static methods, so that they carry nothing else.

  private static <I, R> Function<I, R> doing(
      Broadcast<Task<I, R>> task, Broadcast<SerializableConfiguration> hadoop) {
    return input -> task.value().call(input, place(hadoop));
  }

  private static TaskPlace place(Broadcast<SerializableConfiguration> hadoop) {
    TaskContext context = TaskContext.get();
    return new TaskPlace(context.partitionId(), context.taskAttemptId(), hadoop.value().value());
  }

  @Override
  public <I, R> List<R> inTwoStages(
      List<I> inputs,
      Task<I, Iterator<Piece>> first,
      int partitions,
      Task<Iterator<byte[]>, R> second) {
    Broadcast<Task<I, Iterator<Piece>>> packing = spark.broadcast(first);
    Broadcast<Task<Iterator<byte[]>, R>> gathering = spark.broadcast(second);
    try {
      return spark
          .parallelize(inputs, Math.max(1, inputs.size()))
          .flatMapToPair(packing(packing, hadoop))
          .partitionBy(new HashPartitioner(partitions))
          .values()
          .mapPartitions(gathering(gathering, hadoop))
          .collect();
    } catch (Exception failure) {
      throw unwrapped(failure);
    } finally {
      packing.destroy();
      gathering.destroy();
    }
  }

  private static <I> PairFlatMapFunction<I, Integer, byte[]> packing(
      Broadcast<Task<I, Iterator<Piece>>> task, Broadcast<SerializableConfiguration> hadoop) {
    return input -> pairs(task.value().call(input, place(hadoop)));
  }

  private static <R> FlatMapFunction<Iterator<byte[]>, R> gathering(
      Broadcast<Task<Iterator<byte[]>, R>> task, Broadcast<SerializableConfiguration> hadoop) {
    return pieces -> List.of(task.value().call(pieces, place(hadoop))).iterator();
  }

  private static Iterator<Tuple2<Integer, byte[]>> pairs(Iterator<Piece> pieces) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return pieces.hasNext();
      }

      @Override
      public Tuple2<Integer, byte[]> next() {
        Piece piece = pieces.next();
        return new Tuple2<>(piece.partition(), piece.bytes());
      }
    };
  }

  @Override
  public void close() {
    // A context that is gone has taken everything with it.
    if (!closed && !spark.sc().isStopped()) {
      closed = true;
      spark.sc().removeSparkListener(attempts);
      hadoop.destroy();
    }
  }
}
