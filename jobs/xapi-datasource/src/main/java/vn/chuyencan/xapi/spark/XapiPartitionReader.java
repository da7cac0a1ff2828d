package vn.chuyencan.xapi.spark;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import vn.chuyencan.xapi.ActivityDescription;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.InputSplit;
import vn.chuyencan.xapi.RejectedStatement;
import vn.chuyencan.xapi.ScanCursor;
import vn.chuyencan.xapi.StatementRecord;
import vn.chuyencan.xapi.StatementScanner;
import vn.chuyencan.xapi.StatementSink;
import vn.chuyencan.xapi.VerbDescription;

/** The rows of one split. */
final class XapiPartitionReader implements PartitionReader<InternalRow> {
  private final ScanCursor cursor;
  private final Queue<InternalRow> rows = new ArrayDeque<>();
  private final StatementSink sink;
  private InternalRow row;

  XapiPartitionReader(
      ReadOptions options, StructType columns, InputSplit split, Configuration configuration)
      throws IOException {
    this.cursor = new StatementScanner(options.scan()).open(split, configuration);
    this.sink =
        switch (options.records()) {
          case EVENTS -> new Events(Column.of(EventColumns.in(options.zone()), columns));
          case REJECTED -> new Rejects(Column.of(RejectedColumns.all(), columns));
        };
  }

  @Override
  public boolean next() throws IOException {
    boolean more = true;
    while (rows.isEmpty() && more) {
      more = cursor.advance(sink);
    }
    row = rows.poll();
    return row != null;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public void close() throws IOException {
    cursor.close();
  }

  private static <T> InternalRow row(List<Column<T>> columns, T value) {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).value().apply(value);
    }
    return new GenericInternalRow(values);
  }

  /** Leaves everything out: identities never leave by this door, and rows carry keys only. */
  private abstract static class Nothing implements StatementSink {
    @Override
    public void accepted(StatementRecord record) {}

    @Override
    public void rejected(RejectedStatement rejected) {}

    @Override
    public void outOfScope(StatementRecord record) {}

    @Override
    public void actor(long key, ActorIdentity identity) {}

    @Override
    public void activity(long key, ActivityDescription description) {}

    @Override
    public void verb(long key, VerbDescription description) {}
  }

  /** Makes rows of the accepted statements. */
  private final class Events extends Nothing {
    private final List<Column<StatementRecord>> columns;

    Events(List<Column<StatementRecord>> columns) {
      this.columns = columns;
    }

    @Override
    public void accepted(StatementRecord record) {
      rows.add(row(columns, record));
    }
  }

  /** Makes rows of the records that are not accepted. */
  private final class Rejects extends Nothing {
    private final List<Column<RejectedStatement>> columns;

    Rejects(List<Column<RejectedStatement>> columns) {
      this.columns = columns;
    }

    @Override
    public void rejected(RejectedStatement rejected) {
      rows.add(row(columns, rejected));
    }
  }
}
