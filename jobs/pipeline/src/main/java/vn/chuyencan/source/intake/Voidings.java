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

  /** Voiding statements that the lake has, by the one that they void. */
  private final Map<UUID, Set<String>> before;

  private final List<TaskResult.Voiding> fresh;

  /**
   * @param fresh those of the batch
   */
  Voidings(Lake lake, Collection<TaskResult.Voiding> fresh) {
    this(stored(lake), fresh);
  }

  private Voidings(Map<UUID, Set<String>> before, Collection<TaskResult.Voiding> fresh) {
    this.before = before;
    this.fresh = List.copyOf(fresh);
    before.forEach((target, all) -> all.forEach(by -> add(target.toString(), by)));
    fresh.forEach(voiding -> add(voiding.target(), voiding.by()));
  }

  private static Map<UUID, Set<String>> stored(Lake lake) {
    Map<UUID, Set<String>> stored = new HashMap<>();
    try (CloseableIterable<Record> rows =
        lake.rows(Tables.VOIDING, Expressions.alwaysTrue(), "target_event_id", "by_event_id")) {
      for (Record row : rows) {
        stored
            .computeIfAbsent((UUID) row.getField("target_event_id"), target -> new HashSet<>())
            .add(row.getField("by_event_id").toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stored;
  }

  /**
   * The same without those statements of the batch that conflict with an earlier one of their id:
   * they are reported and void nothing.
   */
  Voidings without(Collection<RemovedEvent> gone) {
    Map<String, Set<Long>> conflicting = new HashMap<>();
    for (RemovedEvent event : gone) {
      if (event.verdict() == Verdict.CONFLICTING) {
        conflicting
            .computeIfAbsent(id(event).toString(), id -> new HashSet<>())
            .add(event.contentHash());
      }
    }
    return new Voidings(
        before,
        fresh.stream()
            .filter(
                one -> !conflicting.getOrDefault(one.by(), Set.of()).contains(one.contentHash()))
            .toList());
  }

  /** Of these events those that do not stay: not what nothing voids any more. */
  List<RemovedEvent> removed(Collection<RemovedEvent> found) {
    Set<UUID> targets = targets();
    return found.stream()
        .filter(event -> event.verdict() != Verdict.VOIDED || targets.contains(id(event)))
        .toList();
  }

  private static UUID id(RemovedEvent event) {
    return new UUID(event.idHigh(), event.idLow());
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
    Set<UUID> targets = new HashSet<>(before.keySet());
    fresh.forEach(voiding -> targets.add(UUID.fromString(voiding.target())));
    return targets;
  }

  /** Of these ids those that this batch voids and nothing voided before. */
  Set<UUID> unvoidedBefore(Collection<UUID> ids) {
    Set<UUID> targets = new HashSet<>(ids);
    targets.retainAll(targets());
    targets.removeAll(before.keySet());
    return targets;
  }

  /** Rows of {@code voiding} for those of the batch; one that is sent again has its row. */
  List<Map<String, Object>> rows(long batchId) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TaskResult.Voiding voiding : fresh) {
      if (before.getOrDefault(UUID.fromString(voiding.target()), Set.of()).contains(voiding.by())) {
        continue;
      }
      rows.add(
          Map.of(
              "target_event_id", voiding.target(),
              "by_event_id", voiding.by(),
              "batch_id", batchId));
    }
    return rows;
  }
}
