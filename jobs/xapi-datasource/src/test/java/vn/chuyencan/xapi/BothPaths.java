package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Scans by the fast path and by the reference alone, and compares all that they tell. */
final class BothPaths {
  private BothPaths() {}

  /** All that a scan tells, so that two scans may be compared. */
  static final class Told implements StatementSink {
    final List<Object> records = new ArrayList<>();
    final Set<Object> descriptions = new HashSet<>();

    /** What a record says needs that its keys were told before. */
    private final Set<Long> keys = new HashSet<>();

    ScanCounts counts;
    long fast;

    private record Located(Scans.Event event, long fileId, long offset) {}

    private record Identified(
        long high, long low, long hash, long occurred, long stored, long at) {}

    private record Described(long key, Object description) {}

    @Override
    public void accepted(StatementRecord r) {
      isTold(r.actorKey(), true);
      isTold(r.verbKey(), true);
      isTold(r.activityKey(), r.hasActivityKey());
      isTold(r.courseKey(), r.hasCourseKey());
      isTold(r.parentKey(), r.hasParentKey());
      isTold(r.replyToKey(), r.hasReplyToKey());
      isTold(r.targetActorKey(), r.hasTargetActorKey());
      records.add(new Located(Scans.Event.of(r), r.fileId(), r.fileOffset()));
    }

    private void isTold(long key, boolean needed) {
      if (needed && !keys.contains(key)) {
        throw new AssertionError("The key " + key + " was not told before its record.");
      }
    }

    @Override
    public void rejected(RejectedStatement rejected) {
      records.add(rejected);
    }

    @Override
    public void outOfScope(StatementRecord r) {
      records.add(
          new Identified(
              r.eventIdHigh(),
              r.eventIdLow(),
              r.contentHash(),
              r.occurredAt(),
              r.storedAt(),
              r.fileOffset()));
    }

    @Override
    public void actor(long key, ActorIdentity identity) {
      tell(key, identity);
    }

    @Override
    public void activity(long key, ActivityDescription description) {
      tell(key, description);
    }

    @Override
    public void verb(long key, VerbDescription description) {
      tell(key, description);
    }

    private void tell(long key, Object description) {
      keys.add(key);
      descriptions.add(new Described(key, description));
    }
  }

  /** What the fast path tells, which is what the reference tells. */
  static Told same(Path file, ScanOptions options) {
    Told fast = scan(file, new StatementScanner(options));
    Told reference = scan(file, new StatementScanner(options, false));
    assertThat(reference.fast).isZero();
    for (int i = 0; i < Math.min(fast.records.size(), reference.records.size()); i++) {
      if (!fast.records.get(i).equals(reference.records.get(i))) {
        assertThat(fast.records.get(i)).as("record %s", i).isEqualTo(reference.records.get(i));
      }
    }
    assertThat(fast.records.size()).isEqualTo(reference.records.size());
    assertThat(fast.counts).isEqualTo(reference.counts);
    assertThat(fast.descriptions.equals(reference.descriptions)).as("told").isTrue();
    return fast;
  }

  private static Told scan(Path file, StatementScanner scanner) {
    Told told = new Told();
    try {
      // Of one split, so that what was remembered is used.
      InputSplit split =
          InputSplits.plan(Scans.HADOOP, file.toUri().toString(), Long.MAX_VALUE).get(0);
      told.counts = scanner.scan(split, Scans.HADOOP, told);
      told.fast = scanner.fastRecords();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return told;
  }
}
