package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeErasure;
import vn.chuyencan.table.RowRule;
import vn.chuyencan.table.Tables;

/**
 * Deletes what the configuration keeps no longer, from the disk too. Measures stay as they are:
 * they are made of bursts, posts and attempts, which stay, and events of months that are gone are
 * out of scope when a source tells them again.
 */
public final class RetentionJob {
  /** What a refused record told: its text, and the message, which quotes of it. */
  private static final List<String> TOLD = List.of("message", "text");

  private RetentionJob() {}

  /**
   * Deletes; the caller holds the lock and has recovered the lake. Of a refused record text and
   * message go and the row stays, for it is counted. What a run left on the disk that died in here
   * goes too.
   *
   * @return rows that went or lost their text, by table
   */
  public static Map<String, Long> run(Night night, Progress progress) {
    Retention retention = night.configuration().retention();
    Lake lake = night.lake();
    Map<String, Long> gone = new TreeMap<>();
    LakeErasure erasure = new LakeErasure(lake);
    for (String table : retention.periods().keySet()) {
      Optional<LocalDate> first = retention.firstKept(table, night.keptOn());
      RowRule rule =
          switch (table) {
            case Tables.REJECTED_RECORD -> refused(batchesBefore(lake, first.orElseThrow()));
            case Tables.DECISION_CHANGE -> before("as_of", first.orElseThrow());
            default -> before("event_date", first.orElseThrow());
          };
      LakeErasure.Effect effect = erasure.erase(table, rule);
      if (!effect.isNothing()) {
        gone.put(table, effect.erased() + effect.altered());
      }
    }
    if (!gone.isEmpty()) {
      lake.willForgetPast();
      erasure.apply();
      lake.commit(lake.state());
    }
    if (lake.mustForgetPast()) {
      progress.step("delete earlier snapshots");
      lake.forgetPast();
    }
    return gone;
  }

  private static RowRule before(String column, LocalDate first) {
    return new RowRule() {
      @Override
      public Expression condition() {
        return Expressions.lessThan(column, Math.toIntExact(first.toEpochDay()));
      }

      @Override
      public List<String> columns() {
        return List.of(column);
      }

      @Override
      public boolean touches(Record row) {
        return ((LocalDate) row.getField(column)).isBefore(first);
      }

      @Override
      public Record applied(Record row) {
        return null;
      }
    };
  }

  private static Set<Long> batchesBefore(Lake lake, LocalDate first) {
    Set<Long> batches = new HashSet<>();
    try (CloseableIterable<Record> rows =
        lake.rows(Tables.INGEST_BATCH, alwaysTrue(), "batch_id", "as_of")) {
      for (Record row : rows) {
        if (((LocalDate) row.getField("as_of")).isBefore(first)) {
          batches.add((Long) row.getField("batch_id"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return batches;
  }

  private static RowRule refused(Set<Long> batches) {
    return new RowRule() {
      @Override
      public List<String> columns() {
        return List.of("batch_id", "message", "text");
      }

      @Override
      public boolean touches(Record row) {
        return batches.contains((Long) row.getField("batch_id"))
            && TOLD.stream().anyMatch(column -> !((String) row.getField(column)).isEmpty());
      }

      @Override
      public Record applied(Record row) {
        TOLD.forEach(column -> row.setField(column, ""));
        return row;
      }
    };
  }
}
