package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.in;
import static org.apache.iceberg.expressions.Expressions.notIn;
import static org.apache.iceberg.expressions.Expressions.or;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.IdRun;
import vn.chuyencan.table.IdSet;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.LakeState;
import vn.chuyencan.table.Rereading;
import vn.chuyencan.table.RowRemoval;
import vn.chuyencan.table.Tables;

/**
 * Reads sources again in the place of what was taken in of them. What they told goes from the
 * tables, they are read like new ones, and all of it is one commit of the lake: a run that dies
 * before it leaves everything as it was. Tables of what persons decided, of decisions and of runs
 * are not touched.
 */
final class Reread {
  /** Tables of which each row is of one source, and says of which; of whichever batch. */
  private static final List<String> BY_SOURCE =
      List.of(
          Tables.REJECTED_RECORD,
          Tables.INGEST_BATCH,
          Tables.SOURCE_FILE,
          Tables.HARMLESS_FAULT,
          Tables.ACTIVITY_BURST,
          Tables.FORUM_EVENT,
          Tables.ASSESSMENT_EVENT,
          Tables.VERB_DAY,
          Tables.EVENT_CLOCK,
          Tables.ADDRESS_BURST);

  /** Tables of which each row is of one batch and so of its source. */
  private static final List<String> BY_BATCH =
      List.of(Tables.LEARNING_EVENT, Tables.VOIDING, Tables.ACTIVITY);

  private final Night night;
  private final Lake lake;
  private final RereadPlan plan;
  private final List<IdRun> idsBefore;
  private final EventSums before;
  private final List<Batch> batches = new ArrayList<>();
  private final Set<String> open;

  private Reread(Night night, RereadPlan plan) {
    this.night = night;
    this.lake = night.lake();
    this.plan = plan;
    this.idsBefore = lake.state().idRuns();
    this.open = new TreeSet<>(plan.sources());
    this.before = sums();
  }

  /**
   * Looks whether anything must be read again, and if so makes place for it; nothing is final.
   *
   * @throws PipelineException what would be read otherwise and what keeps it from being read, see
   *     {@link RereadPlan}; nothing is changed then
   */
  static Reread begin(Night night, Progress progress) {
    RereadPlan plan =
        RereadPlan.of(
            night.lake(), night.configuration(), night.keptOn(), night.workers().hadoop());
    if (!plan.refusals().isEmpty()) {
      List<Fault> faults = new ArrayList<>(plan.reasons());
      faults.addAll(plan.refusals());
      throw new PipelineException(faults);
    }
    Reread reread = new Reread(night, plan);
    if (!plan.isNothing()) {
      progress.step("read again " + String.join(", ", plan.sources()));
      reread.makePlace();
    }
    return reread;
  }

  /** Whether nothing may be committed before more was read again. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Why sources are read again, in words; empty when none is. */
  List<Fault> reasons() {
    return plan.reasons();
  }

  /** Whether a source is one of those that are read again. */
  boolean isOf(String source) {
    return plan.sources().contains(source);
  }

  private EventSums sums() {
    return plan.isNothing()
        ? null
        : EventSums.of(lake, plan.sources(), night.configuration().integrity().any());
  }

  private void makePlace() {
    Set<Long> gone = batchesOf(plan.sources());
    List<IdRun> runs = plan.isEverything() ? List.of() : lake.ids().without(ids()::contains);
    RowRemoval removal = new RowRemoval(lake);
    if (plan.isEverything()) {
      BY_SOURCE.forEach(removal::ofAll);
      BY_BATCH.forEach(removal::ofAll);
      List.of(Tables.REMOVED_EVENT, Tables.ACTOR, Tables.VERB).forEach(removal::ofAll);
    } else {
      Predicate<Record> told = row -> plan.sources().contains(row.getField("source"));
      Expression ofSources = in("source", plan.sources());
      BY_SOURCE.forEach(table -> removal.of(table, ofSources, told));
      Predicate<Record> came = row -> gone.contains((Long) row.getField("batch_id"));
      Expression ofBatches = in("batch_id", gone);
      BY_BATCH.forEach(table -> removal.of(table, ofBatches, came));
      removal.of(Tables.REMOVED_EVENT, or(ofSources, ofBatches), told.or(came));
      removeNames(removal, gone);
    }
    removal.apply();
    Map<String, String> from = new TreeMap<>();
    for (Configuration.Source source : night.configuration().sources()) {
      if (isOf(source.id())) {
        String reached = lake.state().cursors().getOrDefault(source.id(), "");
        from.put(source.id(), source.reader().fromTheBeginning(reached));
      }
    }
    lake.stage(lake.state().withoutSources(from, runs));
  }

  /** Persons and verbs of which no other source tells; who tells of them again names them again. */
  private void removeNames(RowRemoval removal, Set<Long> gone) {
    Set<Object> actors = new HashSet<>();
    Set<Object> verbs = new HashSet<>();
    Expression ofOthers = notIn("source", plan.sources());
    LakeRows.eachIfAny(
        lake,
        Tables.LEARNING_EVENT,
        ofOthers,
        row -> {
          actors.add(row.getField("actor_key"));
          actors.add(row.getField("target_actor_key"));
        },
        "source",
        "actor_key",
        "target_actor_key");
    LakeRows.eachIfAny(
        lake,
        Tables.VERB_DAY,
        ofOthers,
        row -> verbs.add(row.getField("verb_key")),
        "source",
        "verb_key");
    removal.of(
        Tables.ACTOR,
        in("first_batch_id", gone),
        row ->
            gone.contains((Long) row.getField("first_batch_id"))
                && !actors.contains(row.getField("actor_key")));
    removal.of(Tables.VERB, alwaysTrue(), row -> !verbs.contains(row.getField("verb_key")));
  }

  private Set<Long> batchesOf(Set<String> sources) {
    Set<Long> numbers = new TreeSet<>();
    LakeRows.eachIfAny(
        lake,
        Tables.INGEST_BATCH,
        in("source", sources),
        row -> numbers.add((Long) row.getField("batch_id")),
        "source",
        "batch_id");
    return numbers;
  }

  /** The ids that only the sources' records have: of those that stay, and of voided ones. */
  private IdSet ids() {
    IdSet ids = new IdSet();
    Expression ofSources = in("source", plan.sources());
    LakeRows.eachIfAny(
        lake,
        Tables.LEARNING_EVENT,
        ofSources,
        row -> ids.add((UUID) row.getField("event_id")),
        "source",
        "event_id");
    LakeRows.eachIfAny(
        lake,
        Tables.REMOVED_EVENT,
        ofSources,
        row -> {
          if (((String) row.getField("reason")).startsWith("voided")) {
            ids.add((UUID) row.getField("event_id"));
          }
        },
        "source",
        "event_id",
        "reason");
    return ids;
  }

  /**
   * Hears that a source was read.
   *
   * @param next the lake's state with it
   * @param batch what came of it; no files when there was nothing
   * @return the state with what is known once the last source was read again
   * @throws PipelineException {@link ErrorCode#REREAD_RECORDS_GONE}
   */
  LakeState read(String source, LakeState next, Batch batch) {
    if (!open.remove(source)) {
      return next;
    }
    if (batch.files() > 0) {
      batches.add(batch);
    }
    if (isOpen()) {
      return next;
    }
    lake.stage(next);
    requireAll();
    Set<Long> numbers = new TreeSet<>();
    batches.forEach(one -> numbers.add(one.batchId()));
    return next.withReread(new Rereading(numbers, before.spans(sums(), plan::causes)));
  }

  /**
   * What was taken in must be told again, or the reading must say why it is not: a log that was
   * emptied since would take with it what it told.
   */
  private void requireAll() {
    IdSet lost = lake.ids().lost(idsBefore);
    if (lost.isEmpty()) {
      return;
    }
    Set<UUID> voided = new HashSet<>();
    LakeRows.eachIfAny(
        lake,
        Tables.VOIDING,
        alwaysTrue(),
        row -> voided.add((UUID) row.getField("target_event_id")),
        "target_event_id");
    Map<String, Long> missing = new HashMap<>();
    try (CloseableIterable<Record> events =
        lake.rowsOfLastCommit(
            Tables.LEARNING_EVENT, in("source", plan.sources()), "source", "event_id")) {
      for (Record event : events) {
        UUID id = (UUID) event.getField("event_id");
        if (lost.contains(id) && !voided.contains(id)) {
          missing.merge((String) event.getField("source"), 1L, Long::sum);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Fault> faults = new ArrayList<>();
    for (Configuration.Source source : night.configuration().sources()) {
      long records = missing.getOrDefault(source.id(), 0L) - refused(source.id());
      if (records > 0 && source.reader().namesByContent()) {
        faults.add(Fault.of(ErrorCode.REREAD_RECORDS_GONE, source.id(), Long.toString(records)));
      }
    }
    if (!faults.isEmpty()) {
      faults.addAll(0, plan.reasons());
      throw new PipelineException(faults);
    }
  }

  private long refused(String source) {
    return batches.stream()
        .filter(batch -> batch.source().equals(source))
        .mapToLong(batch -> batch.rejected() + batch.outOfScope())
        .sum();
  }
}
