package vn.chuyencan.source.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.parquet.ParquetValueWriter;
import org.apache.iceberg.parquet.TripleWriter;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriteStore;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import vn.chuyencan.model.Interval;

/** Rows of {@code activity_burst} straight into the columns of a Parquet file. */
final class BurstColumns implements ParquetValueWriter<BurstRow> {
  private final List<LeanColumn> columns = new ArrayList<>();
  private final long batchId;
  private final LeanColumn actorKey;
  private final LeanColumn courseKey;
  private final LeanColumn eventDate;
  private final LeanColumn burstStart;
  private final LeanColumn burstEnd;
  private final LeanColumn burstEvents;
  private final LeanColumn declaredStart;
  private final LeanColumn declaredEnd;
  private final LeanColumn source;
  private final LeanColumn batchColumn;
  private final LeanColumn part;
  private final LeanColumn rebuilt;
  private String lastSource;
  private Binary lastSourceBytes;

  BurstColumns(MessageType type, long batchId) {
    this.batchId = batchId;
    actorKey = column(type, "actor_key");
    courseKey = column(type, "course_key");
    eventDate = column(type, "event_date");
    burstStart = column(type, "bursts", "list", "element", "start");
    burstEnd = column(type, "bursts", "list", "element", "end");
    burstEvents = column(type, "bursts", "list", "element", "events");
    declaredStart = column(type, "declared", "list", "element", "start");
    declaredEnd = column(type, "declared", "list", "element", "end");
    source = column(type, "source");
    batchColumn = column(type, "batch_id");
    part = column(type, "part");
    rebuilt = column(type, "rebuilt");
    if (columns.size() != type.getColumns().size()) {
      throw new IllegalStateException("columns of activity_burst that nobody fills: " + type);
    }
  }

  private LeanColumn column(MessageType type, String... path) {
    LeanColumn column = new LeanColumn(type, path);
    columns.add(column);
    return column;
  }

  @Override
  public void write(int repetition, BurstRow row) {
    DayTrace trace = row.trace();
    actorKey.put(trace.actor());
    courseKey.put(trace.course());
    eventDate.put(trace.day());
    for (int burst = 0; burst < trace.bursts(); burst++) {
      int level = Math.min(burst, 1);
      burstStart.put(level, trace.start(burst));
      burstEnd.put(level, trace.end(burst));
      burstEvents.put(level, trace.events(burst));
    }
    if (trace.bursts() == 0) {
      burstStart.putNull();
      burstEnd.putNull();
      burstEvents.putNull();
    }
    int level = 0;
    for (Interval interval : trace.declared()) {
      declaredStart.put(level, interval.start());
      declaredEnd.put(level, interval.end());
      level = 1;
    }
    if (level == 0) {
      declaredStart.putNull();
      declaredEnd.putNull();
    }
    source.put(bytes(row.source()));
    batchColumn.put(batchId);
    part.put(row.part());
    rebuilt.put(row.rebuilt());
  }

  private Binary bytes(String text) {
    if (!text.equals(lastSource)) {
      lastSource = text;
      lastSourceBytes = Binary.fromString(text);
    }
    return lastSourceBytes;
  }

  @Override
  public List<TripleWriter<?>> columns() {
    List<TripleWriter<?>> all = new ArrayList<>();
    columns.forEach(column -> all.addAll(column.columns()));
    return all;
  }

  @Override
  public void setColumnStore(ColumnWriteStore store) {
    columns.forEach(column -> column.setColumnStore(store));
  }
}
