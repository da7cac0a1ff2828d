package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.Anomaly;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;

/** The table {@code anomaly_acceptance}: what persons accepted, and what this run accepts. */
final class AcceptanceTable {
  private final Night night;
  private final Set<String> stored = new TreeSet<>();

  /** The table as it stands. */
  AcceptanceTable(Night night) {
    this.night = night;
    if (!night.lake().exists(Tables.ANOMALY_ACCEPTANCE)) {
      return;
    }
    try (CloseableIterable<Record> rows =
        night.lake().rows(Tables.ANOMALY_ACCEPTANCE, alwaysTrue(), "anomaly_id")) {
      rows.forEach(row -> stored.add((String) row.getField("anomaly_id")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a person has accepted it, now or on an earlier night. */
  boolean covers(Anomaly anomaly) {
    return stored.stream().anyMatch(anomaly::coveredBy)
        || night.accepted().ids().stream().anyMatch(anomaly::coveredBy);
  }

  /**
   * Gathers what is accepted only now.
   *
   * @return whether there is anything to be written
   */
  boolean add(Collection<Anomaly> accepted, LakeChange change) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Anomaly anomaly : accepted) {
      if (stored.stream().noneMatch(anomaly::coveredBy)) {
        rows.add(row(anomaly));
        stored.add(anomaly.id());
      }
    }
    change.appendRows(Tables.ANOMALY_ACCEPTANCE, rows);
    return !rows.isEmpty();
  }

  private Map<String, Object> row(Anomaly anomaly) {
    Map<String, Object> row = new LinkedHashMap<>();
    // The id that was given, which may be of a higher share.
    row.put(
        "anomaly_id",
        night.accepted().ids().stream()
            .filter(anomaly::coveredBy)
            .sorted()
            .findFirst()
            .orElse(anomaly.id()));
    row.put("kind", anomaly.kind().code());
    row.put("source", anomaly.source());
    row.put("as_of", night.asOf());
    row.put("figure", anomaly.figure());
    row.put("threshold", anomaly.threshold());
    row.put("accepted_by", night.accepted().by());
    row.put("accepted_at", night.startedAt());
    return row;
  }
}
