package vn.chuyencan.measure;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.model.CourseCauses;
import vn.chuyencan.table.Rereading;

/**
 * Which course runs a night's rows concern: those of new batches, and those of earlier ones whose
 * day has come only now. A run is measured whole, so whoever else a row bears on – the author under
 * a deleted discussion, the members of a group – is measured with it.
 */
public final class Touched implements FactSink {
  /** Why an event is gone that earlier measures may contain. */
  private static final String VOIDED_EARLIER = "voided_earlier";

  private final Scope all;
  private final long measuredBatch;
  private final int measuredAsOf;
  private final BitSet runs = new BitSet();
  private final List<String> sources = new ArrayList<>();
  private final Unresolved unresolved = new Unresolved();
  private final Map<Integer, CourseCauses> causes = new HashMap<>();
  private final Rereading reread;
  private boolean unresolvedRebuilt;

  /**
   * @param all every course run
   * @param measuredBatch the last batch that the measures contain
   * @param measuredAsOf the last day that they contain
   * @param reread the batches among the new ones that took the place of others: what they tell is
   *     new only where they tell something else
   */
  public Touched(Scope all, long measuredBatch, LocalDate measuredAsOf, Rereading reread) {
    this.all = all;
    this.reread = reread;
    this.measuredBatch = measuredBatch;
    this.measuredAsOf = CourseRuns.day(measuredAsOf);
    for (int run = 0; run < all.contexts().size(); run++) {
      // What the registers tell of days that had not come then counts now.
      if (all.contexts()
          .get(run)
          .registered()
          .anyOn(day -> day > this.measuredAsOf && all.hasCome(day))) {
        runs.set(run);
        causes(run).addSeen(ChangeCause.NEW_EVENT);
      }
    }
    for (Rereading.Span span : reread.spans()) {
      addReread(span);
    }
  }

  private void addReread(Rereading.Span span) {
    boolean anywhere = span.courseKey() == 0;
    for (int run : anywhere ? all.runs().all() : all.runs().of(span.courseKey())) {
      if (holdsAny(run, span)) {
        runs.set(run);
        span.causes().forEach(causes(run)::addSeen);
      }
    }
  }

  private boolean holdsAny(int run, Rereading.Span span) {
    for (int day = span.first(); day <= span.last(); day++) {
      if (all.runs().holds(run, day)) {
        return true;
      }
    }
    return false;
  }

  private CourseCauses causes(int run) {
    return causes.computeIfAbsent(run, number -> new CourseCauses());
  }

  /** Notes what was seen of a learner, and whether it comes late. */
  private void note(int run, int learner, int day) {
    runs.set(run);
    causes(run)
        .addSeen(
            all.learners().id(learner),
            day <= measuredAsOf ? ChangeCause.LATE_EVENT : ChangeCause.NEW_EVENT);
  }

  private int day(int run, long micros) {
    return all.contexts().get(run).days().day(micros);
  }

  /** Course runs of which the registers say something else. */
  public void addRuns(Set<String> courseIds) {
    for (int run = 0; run < all.contexts().size(); run++) {
      if (courseIds.contains(all.contexts().get(run).run().courseId())) {
        runs.set(run);
      }
    }
  }

  /** The columns of {@code forum_event} that {@link #addTopic} reads. */
  public static String[] topicColumns() {
    return new String[] {"act", "actor_key", "course_key", "event_date"};
  }

  /**
   * Looks at a row of {@code forum_event} of any time: who opened a discussion is told beside the
   * posts of others, on the roster or not.
   *
   * @param moved identifiers that mean somebody else than before
   */
  public void addTopic(Record row, Set<Long> moved) {
    Long courseKey = (Long) row.getField("course_key");
    if (courseKey != null
        && FactScan.TOPIC.equals(row.getField("act"))
        && moved.contains((Long) row.getField("actor_key"))) {
      int day = CourseRuns.day((LocalDate) row.getField("event_date"));
      for (int run : all.runs().of(courseKey)) {
        if (all.runs().holds(run, day)) {
          runs.set(run);
        }
      }
    }
  }

  /** Tells that an identifier of which activity was seen is nobody's any more. */
  public void addAbandoned() {
    unresolvedRebuilt = true;
  }

  /**
   * Looks at rows of the lake.
   *
   * @param table one of {@link FactScan#TABLES}
   * @param rows with {@link FactScan#columns}; closed here
   */
  public void read(String table, CloseableIterable<Record> rows) throws IOException {
    new FactScan(all, this, (day, batchId) -> isNew(batchId) || day > measuredAsOf)
        .read(table, rows);
  }

  private boolean isNew(long batchId) {
    return batchId > measuredBatch && !reread.batches().contains(batchId);
  }

  /** The columns of {@code removed_event} that {@link #addRemoved} reads. */
  public static String[] removedColumns() {
    return new String[] {"reason", "course_key", "event_date", "batch_id"};
  }

  /** Looks at a row of {@code removed_event} of a new batch: whatever it told, it tells no more. */
  public void addRemoved(Record row) {
    if (!isNew((Long) row.getField("batch_id"))) {
      return;
    }
    int day = CourseRuns.day((LocalDate) row.getField("event_date"));
    Long courseKey = (Long) row.getField("course_key");
    boolean voided = VOIDED_EARLIER.equals(row.getField("reason"));
    boolean anywhere = courseKey == null && voided;
    int[] concerned =
        courseKey != null ? all.runs().of(courseKey) : anywhere ? all.runs().all() : new int[0];
    for (int run : concerned) {
      if (all.runs().holds(run, day)) {
        runs.set(run);
        causes(run).addSeen(anywhere || voided ? ChangeCause.VOIDED : ChangeCause.LATE_EVENT);
      }
    }
  }

  /** What was seen of the touched runs, by course run. */
  public Map<String, CourseCauses> causes() {
    Map<String, CourseCauses> byCourse = new HashMap<>();
    causes.forEach((run, some) -> byCourse.put(all.contexts().get(run).run().courseId(), some));
    return byCourse;
  }

  /** The touched runs, in the scope's order. */
  public List<CourseContext> contexts() {
    return runs.stream().mapToObj(all.contexts()::get).toList();
  }

  /** New activity of identifiers that nobody has. */
  public Unresolved unresolved() {
    return unresolved;
  }

  /** Whether an event of such an identifier is gone, so that its activity does not add up. */
  public boolean unresolvedRebuilt() {
    return unresolvedRebuilt;
  }

  @Override
  public int source(String name) {
    int known = sources.indexOf(name);
    if (known < 0) {
      sources.add(name);
      return sources.size() - 1;
    }
    return known;
  }

  @Override
  public void burst(int run, int learner, BurstRow row) {
    if (row.rebuilt()) {
      // Nothing was seen here: something is gone, and that is told by what was removed.
      runs.set(run);
    } else {
      note(run, learner, row.day());
    }
  }

  @Override
  public void unresolved(BurstRow row) {
    LocalDate day = LocalDate.ofEpochDay(row.day());
    long events = row.bursts().stream().mapToLong(Burst::events).sum();
    unresolved.add(Population.hex(row.actorKey()), sources.get(row.source()), events, day, day);
    unresolvedRebuilt |= row.rebuilt();
  }

  @Override
  public void post(int run, int learner, SeenPost post) {
    note(run, learner, day(run, post.occurredAt()));
  }

  @Override
  public void deletion(int run, long objectKey) {
    runs.set(run);
    causes(run).addSeen(ChangeCause.NEW_EVENT);
  }

  @Override
  public void act(int run, int learner, LearnerFacts.MarkedAct act) {
    note(run, learner, day(run, act.occurredAt()));
  }
}
