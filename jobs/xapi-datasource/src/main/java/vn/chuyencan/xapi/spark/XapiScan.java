package vn.chuyencan.xapi.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.InputSplits;

/** A read of some columns: one Spark partition a split. */
final class XapiScan implements Scan, Batch {
  private final ReadOptions options;
  private final StructType columns;

  XapiScan(ReadOptions options, StructType columns) {
    this.options = options;
    this.columns = columns;
  }

  private record Partition(InputSplit split) implements InputPartition {}

  private record Factory(
      ReadOptions options, StructType columns, SerializableConfiguration configuration)
      implements PartitionReaderFactory {
    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
      try {
        return new XapiPartitionReader(
            options, columns, ((Partition) partition).split(), configuration.value());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  @Override
  public StructType readSchema() {
    return columns;
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public String description() {
    return "xapi " + options.scan() + " " + String.join(", ", options.paths());
  }

  @Override
  public InputPartition[] planInputPartitions() {
    List<InputPartition> partitions = new ArrayList<>();
    try {
      for (String path : options.paths()) {
        for (InputSplit split : InputSplits.plan(hadoop(), path, options.splitBytes())) {
          partitions.add(new Partition(split));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return partitions.toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new Factory(options, columns, new SerializableConfiguration(hadoop()));
  }

  private static Configuration hadoop() {
    return SparkSession.active().sparkContext().hadoopConfiguration();
  }
}
