package vn.chuyencan.measure;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.measure.Packing.Unpacking;
import vn.chuyencan.measure.integrity.Heartbeats;
import vn.chuyencan.measure.integrity.TwoAddresses;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.PostText;

/**
 * Packs facts into few large pieces for the partitions that measure their course runs, so that a
 * shuffle moves bytes and not millions of objects. A piece names its sources first and can be read
 * alone.
 */
public final class FactPacker implements FactSink {
  private static final int PIECE_BYTES = 1 << 19;
  private static final int BURST = 0;
  private static final int UNRESOLVED = 1;
  private static final int POST = 2;
  private static final int DELETION = 3;
  private static final int ACT = 4;
  private static final int EVENT = 5;
  private static final int ADDRESSED = 6;

  private final Scope scope;
  private final int[] partitionOf;
  private final Packing[] open;
  private final Map<String, Integer> sources = new LinkedHashMap<>();
  private final Queue<Map.Entry<Integer, byte[]>> full = new ArrayDeque<>();

  /**
   * @param scope the course runs and learners whose facts are packed
   * @param partitionOf the partition of each course run
   * @param partitions their number
   */
  public FactPacker(Scope scope, int[] partitionOf, int partitions) {
    this.scope = scope;
    this.partitionOf = partitionOf.clone();
    this.open = new Packing[partitions];
  }

  /**
   * Packs rows of the lake.
   *
   * @param table one of {@link FactScan#TABLES}
   * @param rows with {@link FactScan#columns}; closed here
   */
  public void read(String table, CloseableIterable<Record> rows) throws IOException {
    new FactScan(scope, this).read(table, rows);
  }

  /** Pieces that are full, by the partition that they are for; taking one removes it. */
  public Queue<Map.Entry<Integer, byte[]>> full() {
    return full;
  }

  /** Ends all pieces. */
  public void finish() {
    for (int partition = 0; partition < open.length; partition++) {
      end(partition);
    }
  }

  private void end(int partition) {
    Packing facts = open[partition];
    if (facts == null || facts.size() == 0) {
      return;
    }
    Packing piece = new Packing(facts.size() + 256);
    piece.number(sources.size());
    sources.keySet().forEach(piece::text);
    piece.raw(facts);
    full.add(Map.entry(partition, piece.bytes()));
    facts.clear();
  }

  private Packing fact(int partition, int kind, int run) {
    if (open[partition] == null) {
      open[partition] = new Packing(PIECE_BYTES / 8);
    } else if (open[partition].size() > PIECE_BYTES) {
      end(partition);
    }
    Packing facts = open[partition];
    facts.tag(kind);
    facts.number(run);
    return facts;
  }

  @Override
  public int source(String name) {
    return sources.computeIfAbsent(name, fresh -> sources.size());
  }

  @Override
  public void burst(int run, int learner, BurstRow row) {
    Packing facts = fact(partitionOf[run], BURST, run);
    facts.number(learner);
    pack(row, facts);
  }

  @Override
  public void unresolved(BurstRow row) {
    pack(row, fact((int) Math.floorMod(row.actorKey(), (long) open.length), UNRESOLVED, 0));
  }

  private static void pack(BurstRow row, Packing facts) {
    facts.number(row.source());
    facts.number(row.actorKey());
    facts.number(row.courseKey());
    facts.number(row.day());
    facts.number(row.batchId());
    facts.flag(row.rebuilt());
    facts.number(row.bursts().size());
    for (Burst burst : row.bursts()) {
      facts.number(burst.start());
      facts.number(burst.end());
      facts.number(burst.events());
    }
    facts.number(row.declared().size());
    for (Interval interval : row.declared()) {
      facts.number(interval.start());
      facts.number(interval.end());
    }
  }

  @Override
  public void post(int run, int learner, SeenPost post) {
    Packing facts = fact(partitionOf[run], POST, run);
    facts.number(learner);
    facts.number(post.objectKey());
    facts.text(post.objectIri());
    facts.optional(post.forumKey());
    facts.text(post.forumIri());
    facts.optional(post.discussionKey());
    facts.text(post.discussionIri());
    facts.flag(post.topic());
    facts.number(post.occurredAt());
    facts.id(post.eventId());
    facts.flag(post.text() != null);
    if (post.text() != null) {
      facts.number(post.text().key());
      facts.number(post.text().characters());
    }
  }

  @Override
  public void deletion(int run, long objectKey) {
    fact(partitionOf[run], DELETION, run).number(objectKey);
  }

  @Override
  public void act(int run, int learner, LearnerFacts.MarkedAct act) {
    Packing facts = fact(partitionOf[run], ACT, run);
    facts.number(learner);
    facts.number(act.exerciseKey());
    facts.text(act.exerciseIri());
    facts.text(act.attempt());
    facts.number(act.occurredAt());
    facts.decimal(act.raw());
    facts.decimal(act.min());
    facts.decimal(act.max());
    facts.optional(act.success());
    facts.flag(act.abandoned());
    facts.id(act.eventId());
    facts.optional(act.micros());
    facts.flag(act.awaitsMark());
  }

  @Override
  public void event(int run, int learner, Heartbeats.Beat event) {
    Packing facts = fact(partitionOf[run], EVENT, run);
    facts.number(learner);
    facts.number(event.at());
    facts.number(event.verb());
  }

  @Override
  public void addressed(int run, int learner, TwoAddresses.Stretch stretch) {
    Packing facts = fact(partitionOf[run], ADDRESSED, run);
    facts.number(learner);
    facts.number(stretch.address());
    facts.number(stretch.start());
    facts.number(stretch.end());
  }

  /** Tells a sink the facts of a piece. */
  static void unpack(byte[] bytes, FactSink sink) {
    Unpacking piece = new Unpacking(bytes);
    int[] sources = new int[piece.number()];
    for (int source = 0; source < sources.length; source++) {
      sources[source] = sink.source(piece.text());
    }
    while (piece.hasMore()) {
      int kind = piece.tag();
      int run = piece.number();
      switch (kind) {
        case BURST -> sink.burst(run, piece.number(), burstRow(piece, sources));
        case UNRESOLVED -> sink.unresolved(burstRow(piece, sources));
        case POST -> sink.post(run, piece.number(), post(piece));
        case DELETION -> sink.deletion(run, piece.longNumber());
        case ACT -> sink.act(run, piece.number(), act(piece));
        case EVENT ->
            sink.event(
                run, piece.number(), new Heartbeats.Beat(piece.longNumber(), piece.longNumber()));
        case ADDRESSED ->
            sink.addressed(
                run,
                piece.number(),
                new TwoAddresses.Stretch(
                    piece.longNumber(), piece.longNumber(), piece.longNumber()));
        default -> throw new IllegalStateException("no fact of kind " + kind);
      }
    }
  }

  private static BurstRow burstRow(Unpacking piece, int[] sources) {
    int source = sources[piece.number()];
    long actorKey = piece.longNumber();
    long courseKey = piece.longNumber();
    int day = piece.number();
    long batchId = piece.longNumber();
    boolean rebuilt = piece.flag();
    Burst[] bursts = new Burst[piece.number()];
    for (int burst = 0; burst < bursts.length; burst++) {
      bursts[burst] = new Burst(piece.longNumber(), piece.longNumber(), piece.longNumber());
    }
    Interval[] declared = new Interval[piece.number()];
    for (int interval = 0; interval < declared.length; interval++) {
      declared[interval] = new Interval(piece.longNumber(), piece.longNumber());
    }
    return new BurstRow(
        source,
        actorKey,
        courseKey,
        day,
        batchId,
        rebuilt,
        Arrays.asList(bursts),
        Arrays.asList(declared));
  }

  private static SeenPost post(Unpacking piece) {
    return new SeenPost(
        piece.longNumber(),
        piece.text(),
        piece.optionalLong(),
        piece.text(),
        piece.optionalLong(),
        piece.text(),
        piece.flag(),
        piece.longNumber(),
        piece.id(),
        piece.flag() ? new PostText(piece.longNumber(), piece.number()) : null);
  }

  private static LearnerFacts.MarkedAct act(Unpacking piece) {
    return new LearnerFacts.MarkedAct(
        piece.longNumber(),
        piece.text(),
        piece.text(),
        piece.longNumber(),
        piece.decimal(),
        piece.decimal(),
        piece.decimal(),
        piece.optionalFlag(),
        piece.flag(),
        piece.id(),
        piece.optionalLong(),
        piece.flag());
  }
}
