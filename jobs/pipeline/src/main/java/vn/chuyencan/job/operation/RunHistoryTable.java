package vn.chuyencan.job.operation;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/** The table {@code run_history}: the runs of the journal that have ended. */
public final class RunHistoryTable {

  private RunHistoryTable() {}

  /**
   * Adds the runs that it does not have yet, in a commit of its own; without any the lake is not
   * touched. The caller holds the lock, and no step is going on.
   *
   * @throws IOException when the journal cannot be written
   */
  public static void bringUpToDate(Lake lake, RunJournal journal, List<RunRecord> runs)
      throws IOException {
    if (runs.isEmpty()) {
      return;
    }
    Set<String> known = known(lake);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (RunRecord run : runs) {
      if (!known.contains(run.runId())) {
        rows.add(row(run));
      }
    }
    if (!rows.isEmpty()) {
      LakeChange change = lake.change();
      change.appendRows(Tables.RUN_HISTORY, rows);
      change.apply();
      lake.commit(lake.state());
    }
    journal.written(runs);
  }

  private static Set<String> known(Lake lake) {
    Set<String> known = new HashSet<>();
    if (!lake.exists(Tables.RUN_HISTORY)) {
      return known;
    }
    try (CloseableIterable<Record> rows = lake.rows(Tables.RUN_HISTORY, alwaysTrue(), "run_id")) {
      rows.forEach(row -> known.add((String) row.getField("run_id")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return known;
  }

  private static Map<String, Object> row(RunRecord run) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("run_id", run.runId());
    row.put("command", run.command());
    row.put("as_of", run.asOf() == null ? null : LocalDate.parse(run.asOf()));
    row.put("started_at", Instant.parse(run.startedAt()));
    row.put("ended_at", run.endedAt() == null ? null : Instant.parse(run.endedAt()));
    row.put("status", run.status());
    row.put("exit_status", run.exit());
    row.put("error_numbers", run.errors());
    row.put("host", run.host());
    row.put("code_version", run.version());
    row.put("counts", run.counts());
    row.put("publications", run.publications());
    row.put("digest", run.digest());
    row.put("reasons", run.reasons());
    row.put("steps", run.times());
    return row;
  }
}
