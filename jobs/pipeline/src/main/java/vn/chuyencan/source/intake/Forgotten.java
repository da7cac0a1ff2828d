package vn.chuyencan.source.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.xapi.ScanCounts;
import vn.chuyencan.xapi.StatementRecord;

/**
 * Keeps out of the lake what a source still tells of erased persons. Their records are out of
 * scope, and counted so; where nobody was erased nothing is asked.
 */
final class Forgotten {
  private final Tombstones tombstones;
  private final Map<Long, Long> dropped = new HashMap<>();

  /** Activities of which a record tells that stays; an erased person's own have no place. */
  private final Set<Long> needed = new HashSet<>();

  Forgotten(Tombstones tombstones) {
    this.tombstones = tombstones;
  }

  /** Whether a record has no place in the lake; one of somebody else loses the erased person. */
  boolean drops(StatementRecord record) {
    if (tombstones.isEmpty()) {
      return false;
    }
    if (tombstones.hasActor(record.actorKey())) {
      dropped.merge(record.fileId(), 1L, Long::sum);
      return true;
    }
    if (record.hasTargetActorKey() && tombstones.hasActor(record.targetActorKey())) {
      record.forgetTargetActor();
    }
    // A key that is absent reads as 0, which is no activity's.
    needed.add(record.activityKey());
    needed.add(record.courseKey());
    needed.add(record.parentKey());
    needed.add(record.replyToKey());
    needed.add(record.attemptKey());
    return false;
  }

  /** Whether the actor was erased. */
  boolean is(long actorKey) {
    return tombstones.hasActor(actorKey);
  }

  /** Whether what a refused record tells names an erased person. */
  boolean isNamedIn(String text) {
    return tombstones.areNamedIn(text);
  }

  /**
   * A text of a record that stays without the identifiers of erased persons, as erasing leaves it
   * in what is stored.
   */
  String blotted(String text) {
    return tombstones.blotted(text);
  }

  /** Whether a record that stays tells of the activity. */
  boolean needs(long activityKey) {
    return tombstones.isEmpty() || needed.contains(activityKey);
  }

  /** The counts of a task, with what was dropped out of scope instead of accepted. */
  List<ReadCount> counted(List<ReadCount> read) {
    if (dropped.isEmpty()) {
      return read;
    }
    List<ReadCount> counts = new ArrayList<>();
    for (ReadCount one : read) {
      long moved = Math.min(dropped.getOrDefault(one.fileId(), 0L), one.counts().accepted());
      dropped.merge(one.fileId(), -moved, Long::sum);
      counts.add(new ReadCount(one.fileId(), moved(one.counts(), moved)));
    }
    return counts;
  }

  private static ScanCounts moved(ScanCounts counts, long records) {
    return new ScanCounts(
        counts.read(),
        counts.accepted() - records,
        counts.rejected(),
        counts.outOfScope() + records,
        counts.harmlessFaults());
  }
}
