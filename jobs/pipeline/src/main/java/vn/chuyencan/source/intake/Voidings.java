package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;

/** The voiding statements of the lake and of a batch. Few: somebody wrote each by hand. */
final class Voidings {
  private final Map<String, String> byTarget = new HashMap<>();
  private final Set<UUID> before = new HashSet<>();
  private final List<TaskResult.Voiding> fresh;

  /**
   * @param fresh those of the batch
   */
  Voidings(Lake lake, Collection<TaskResult.Voiding> fresh) {
    this.fresh = List.copyOf(fresh);
    try (CloseableIterable<Record> rows =
        lake.rows(Tables.VOIDING, Expressions.alwaysTrue(), "target_event_id", "by_event_id")) {
      for (Record row : rows) {
        UUID target = (UUID) row.getField("target_event_id");
        before.add(target);
        add(target.toString(), row.getField("by_event_id").toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    fresh.forEach(voiding -> add(voiding.target(), voiding.by()));
  }

  private void add(String target, String by) {
    // Of several the first by its text, so that it does not depend on who came first.
    byTarget.merge(target, by, (one, two) -> one.compareTo(two) <= 0 ? one : two);
  }

  /** Voiding statement by the id of the one that it voids. */
  Map<String, String> byTarget() {
    return byTarget;
  }

  /** All ids that are voided. */
  Set<UUID> targets() {
    Set<UUID> targets = new HashSet<>(before);
    fresh.forEach(voiding -> targets.add(UUID.fromString(voiding.target())));
    return targets;
  }

  /** Of these ids those that nothing voided before this batch. */
  Set<UUID> unvoidedBefore(Collection<UUID> ids) {
    Set<UUID> targets = new HashSet<>(ids);
    targets.removeAll(before);
    return targets;
  }

  /** Rows of {@code voiding} for those of the batch. */
  List<Map<String, Object>> rows(long batchId) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TaskResult.Voiding voiding : fresh) {
      rows.add(
          Map.of(
              "target_event_id", voiding.target(),
              "by_event_id", voiding.by(),
              "batch_id", batchId));
    }
    return rows;
  }
}
