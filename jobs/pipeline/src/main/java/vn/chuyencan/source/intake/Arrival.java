package vn.chuyencan.source.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeChange;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.Workers;
import vn.chuyencan.xapi.ScanCounts;

/**
 * Puts what the tasks of a batch wrote into the lake's tables: finds what does not stay, and
 * commits what comes and what goes side by side.
 */
final class Arrival {
  /** Reason of a {@code removed_event} that an earlier batch had accepted. */
  private static final String VOIDED_EARLIER = "voided_earlier";

  private final Lake lake;
  private final Workers workers;
  private final RowsOf common;
  private final LocalDays days;

  Arrival(Lake lake, Workers workers, RowsOf common, ZoneId zone) {
    this.lake = lake;
    this.workers = workers;
    this.common = common;
    this.days = new LocalDays(zone);
  }

  /**
   * Commits a batch's tables.
   *
   * @param results in the order of the tasks' numbers
   */
  Intake commit(
      List<SourceFile> read,
      List<TaskResult> results,
      LocalDate asOf,
      String codeVersion,
      BatchTables.Reading reading)
      throws IOException {
    Gathered gathered = new Gathered(common.source(), results);
    Voidings noted = new Voidings(lake, gathered.voidings());
    RepeatSearch.Found found = search(gathered.notes(), noted.targets());
    // Which records conflict does not hang on what is voided; what only they void stays.
    Voidings voidings = noted.without(found.removed());
    EventChange events = new EventChange();
    gathered.events().forEach(files -> files.forEach(events::add));
    Losses losses = new Losses(common.batchId(), voidings.byTarget(), gathered.verbDays());
    removeRepeats(voidings.removed(found.removed()), gathered.events(), events, losses);
    StoredEvents stored = new StoredEvents(lake);
    Set<UUID> voided = voidings.unvoidedBefore(found.targetsInLake());
    for (StoredEvents.Placed placed : stored.find(voided, VOIDED_EARLIER)) {
      events.remove(placed.file(), placed.position());
      losses.add(placed.event());
    }
    NewNames names = new NewNames(lake);
    LakeChange change = lake.change();
    change.appendRows(Tables.ACTOR, names.actors(gathered.actors(), common.batchId()));
    change.appendRows(Tables.VERB, names.verbs(gathered.verbs()));
    change.appendRows(Tables.VOIDING, voidings.rows(common.batchId()));
    change.appendRows(Tables.REMOVED_EVENT, losses.rows());
    change.appendRows(Tables.VERB_DAY, verbDays(gathered.verbDays()));
    change.appendRows(Tables.EVENT_CLOCK, gathered.clock().rows(common.source(), common.batchId()));
    gathered.files().forEach(change::append);
    Set<DayKey> broken = losses.isExact() ? Set.of() : losses.broken(sources());
    List<BurstRow> bursts = losses.corrections(broken);
    if (broken.isEmpty()) {
      events.joinTo(change);
    } else {
      // The days that lost an event are built of what the table holds now.
      LakeChange first = lake.change();
      events.joinTo(first);
      first.apply();
      bursts.addAll(stored.rebuilt(broken));
    }
    change.append(Tables.ACTIVITY_BURST, write(bursts));
    Batch batch = batch(gathered.counts(), read.size(), losses);
    BatchTables.appendFiles(change, common, read, gathered.read());
    BatchTables.append(change, batch, asOf, codeVersion, reading);
    change.apply();
    return new Intake(batch, found.runs(), "");
  }

  private Set<String> sources() throws IOException {
    Set<String> sources = new TreeSet<>(Set.of(common.source()));
    try (CloseableIterable<Record> batches =
        lake.rows(Tables.INGEST_BATCH, Expressions.alwaysTrue(), "source")) {
      batches.forEach(batch -> sources.add((String) batch.getField("source")));
    }
    return sources;
  }

  private RepeatSearch.Found search(List<NoteFile> notes, Set<UUID> targets) throws IOException {
    if (notes.isEmpty()) {
      return new RepeatSearch.Found(List.of(), lake.state().idRuns(), Set.of());
    }
    return RepeatSearch.find(workers, notes, lake.warehouse(), lake.state().idRuns(), targets);
  }

  private void removeRepeats(
      List<RemovedEvent> removed, List<List<DataFile>> files, EventChange events, Losses losses) {
    for (RemovedEvent event : removed) {
      events.remove(files.get(event.task()).get(event.file()).location(), event.position());
      losses.add(
          new GoneEvent(
              reason(event.verdict()),
              event.exact(),
              new UUID(event.idHigh(), event.idLow()),
              common.source(),
              event.contentHash(),
              event.occurredAt(),
              days.of(event.occurredAt()),
              event.actorKey(),
              event.courseKey(),
              event.verbKey(),
              event.counted()));
    }
  }

  private static String reason(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private Batch batch(ScanCounts counts, int files, Losses losses) {
    long duplicate = losses.count(reason(Verdict.DUPLICATE));
    long voided = losses.count(reason(Verdict.VOIDED));
    long conflicting = losses.count(reason(Verdict.CONFLICTING));
    return new Batch(
        common.batchId(),
        common.source(),
        files,
        counts.read(),
        counts.accepted() - duplicate - voided - conflicting,
        duplicate,
        voided,
        conflicting,
        counts.rejected(),
        counts.outOfScope(),
        losses.count(VOIDED_EARLIER),
        counts.harmlessFaults());
  }

  private List<Map<String, Object>> verbDays(VerbDays counted) {
    List<Map<String, Object>> rows = new ArrayList<>();
    counted
        .counts()
        .forEach(
            (key, events) ->
                rows.add(
                    Map.of(
                        "source", key.source(),
                        "event_date", LocalDate.ofEpochDay(key.day()),
                        "verb_key", key.verb(),
                        "events", events,
                        "batch_id", common.batchId(),
                        "part", BurstRow.CORRECTION)));
    return rows;
  }

  private List<DataFile> write(List<BurstRow> bursts) throws IOException {
    List<BurstRow> sorted = new ArrayList<>(bursts);
    sorted.sort(Comparator.comparing(BurstRow::trace).thenComparing(BurstRow::source));
    try (BurstFiles files =
        new BurstFiles(
            lake.table(Tables.ACTIVITY_BURST), common.batchId(), 0, BurstRow.CORRECTION)) {
      for (BurstRow row : sorted) {
        files.write(row);
      }
      return files.finish();
    }
  }
}
