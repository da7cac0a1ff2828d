package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.RecomputeCause;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/** Gathers what a night computes again and why, and writes the table {@code recompute_cause}. */
final class Recomputation {
  private static final int MOST_IDS = 50;

  /** Older rows are dropped, so that the table stays one small file. */
  private static final int MOST_ROWS = 4000;

  private final Map<String, Map<RecomputeCause, TreeMap<String, Integer>>> steps =
      new LinkedHashMap<>();

  /** A course run is computed again. */
  void add(String step, String courseId, Set<RecomputeCause> causes, int learners) {
    for (RecomputeCause cause : causes) {
      steps
          .computeIfAbsent(step, name -> new TreeMap<>())
          .computeIfAbsent(cause, name -> new TreeMap<>())
          .put(courseId, learners);
    }
  }

  /** What was gathered so far: steps in their order, then causes. */
  List<Recomputed> rows() {
    List<Recomputed> rows = new ArrayList<>();
    steps.forEach(
        (step, causes) ->
            causes.forEach(
                (cause, runs) ->
                    rows.add(
                        new Recomputed(
                            step,
                            cause,
                            List.copyOf(runs.keySet()),
                            runs.values().stream().mapToInt(Integer::intValue).sum()))));
    return rows;
  }

  /** Gathers the rows for the next commit; where nothing was computed again, none. */
  void addTo(Night night, LakeChange change) {
    List<Recomputed> told = rows();
    if (told.isEmpty()) {
      return;
    }
    List<Map<String, Object>> rows = stored(night);
    for (Recomputed one : told) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("started_at", night.startedAt());
      row.put("as_of", night.asOf());
      row.put("step", one.step());
      row.put("cause", one.cause().code());
      row.put("course_runs", one.courseRuns());
      row.put("learners", one.learners());
      row.put("course_ids", one.courseIds().subList(0, Math.min(MOST_IDS, one.courseIds().size())));
      rows.add(row);
    }
    change.replaceRows(
        Tables.RECOMPUTE_CAUSE,
        alwaysTrue(),
        rows.subList(Math.max(0, rows.size() - MOST_ROWS), rows.size()));
  }

  /** The rows of other nights; of this one those of steps that are not told here. */
  private List<Map<String, Object>> stored(Night night) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (!night.lake().exists(Tables.RECOMPUTE_CAUSE)) {
      return rows;
    }
    try (CloseableIterable<Record> stored =
        night.lake().rows(Tables.RECOMPUTE_CAUSE, alwaysTrue())) {
      for (Record record : stored) {
        Map<String, Object> row = new LinkedHashMap<>();
        record
            .struct()
            .fields()
            .forEach(field -> row.put(field.name(), record.getField(field.name())));
        OffsetDateTime started = (OffsetDateTime) row.get("started_at");
        boolean same =
            started.toInstant().equals(night.startedAt().truncatedTo(ChronoUnit.MICROS))
                && night.asOf().equals((LocalDate) row.get("as_of"))
                && steps.containsKey((String) row.get("step"));
        if (!same) {
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
