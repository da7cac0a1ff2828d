package vn.chuyencan.source.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.table.IdRun;
import vn.chuyencan.testing.TestWorkers;
import vn.chuyencan.work.Workers;

/** The search against a plain map of everything that was kept, over many small batches. */
class RepeatSearchTest {
  private static final Workers WORKERS = TestWorkers.shared();

  @TempDir private Path warehouse;

  /** An event as the plain model sees it. */
  private record Event(int task, int place, UUID id, long hash, long time, boolean voiding) {}

  /** What the plain model says of an event. */
  private record Said(int task, int place, Verdict verdict, boolean exact) {}

  @Test
  void agreesWithAPlainMapOverManyBatches() throws IOException {
    Random random = new Random(20260907);
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      // Half of them count upwards, as time-ordered UUIDs do.
      ids.add(
          i % 2 == 0
              ? new UUID(0x0190_0000_0000_7000L + i, 0x8000_0000_0000_0000L + i)
              : new UUID(random.nextLong(), random.nextLong()));
    }
    Map<UUID, Event> kept = new HashMap<>();
    Set<UUID> targets = new HashSet<>();
    List<IdRun> runs = List.of();
    for (int batch = 0; batch < 12; batch++) {
      List<Event> events = batch(random, ids);
      for (int i = 0; i < random.nextInt(4); i++) {
        targets.add(ids.get(random.nextInt(ids.size())));
      }
      Set<UUID> held = new HashSet<>(kept.keySet());
      held.retainAll(targets);
      List<Said> expected = model(events, kept, targets);

      RepeatSearch.Found found =
          RepeatSearch.find(WORKERS, notes(batch, events), warehouse.toString(), runs, targets);
      runs = found.runs();

      assertThat(found.removed())
          .extracting(
              event -> new Said(event.task(), event.position(), event.verdict(), event.exact()))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(found.targetsInLake()).isEqualTo(held);
      assertThat(runs.stream().mapToLong(IdRun::ids).sum()).isEqualTo(kept.size());
    }
    assertThat(runs).hasSizeLessThan(6);
  }

  @Test
  void whatWasNotedOfAnEventComesBack() throws IOException {
    EventNotes notes = new EventNotes(folder(0), configuration(), 3, 0);
    notes.add(-1, 2, 3, 4, 5, 6, 7, 1_000, Integer.MAX_VALUE / 2, false, true);
    notes.add(-1, 2, 33, 4, -5, 0, -7, 2, 0, true, false);
    RepeatSearch.Found found =
        RepeatSearch.find(WORKERS, notes.finish(), warehouse.toString(), List.of(), List.of());
    assertThat(found.removed())
        .containsExactly(
            new RemovedEvent(3, 2, 0, Verdict.CONFLICTING, false, -1, 2, 33, 4, -5, 0, -7, false));
  }

  @Test
  void nothingNotedIsNothingFound() throws IOException {
    RepeatSearch.Found found =
        RepeatSearch.find(
            WORKERS, List.of(), warehouse.toString(), List.of(), List.of(new UUID(1, 2)));
    assertThat(found.removed()).isEmpty();
    assertThat(found.runs()).isEmpty();
    assertThat(found.targetsInLake()).isEmpty();
  }

  @Test
  void aTaskWithMoreEventsThanMemoryHoldsWritesSeveralFiles() throws IOException {
    EventNotes notes = new EventNotes(folder(0), configuration(), 0, 0);
    int events = 2 * EventNotes.CAPACITY + 10;
    for (int i = 0; i < events; i++) {
      notes.add(i % 200_000, 0, 1, 1, 0, 0, 0, 0, i, false, true);
    }
    List<NoteFile> files = notes.finish();
    assertThat(files).hasSize(3);
    RepeatSearch.Found found =
        RepeatSearch.find(WORKERS, files, warehouse.toString(), List.of(), List.of());
    assertThat(found.removed()).hasSize(events - 200_000);
    assertThat(found.removed()).allMatch(event -> event.position() >= 200_000 && event.exact());
    assertThat(found.runs()).singleElement().extracting(IdRun::ids).isEqualTo(200_000L);
  }

  private static List<Event> batch(Random random, List<UUID> ids) {
    List<Event> events = new ArrayList<>();
    for (int task = 0; task < 1 + random.nextInt(3); task++) {
      int size = random.nextInt(60);
      for (int place = 0; place < size; place++) {
        events.add(
            new Event(
                task,
                place,
                ids.get(random.nextInt(ids.size())),
                random.nextInt(8) == 0 ? 2 : 1,
                random.nextInt(8) == 0 ? 20 : 10,
                random.nextInt(10) == 0));
      }
    }
    return events;
  }

  private static List<Said> model(List<Event> events, Map<UUID, Event> kept, Set<UUID> targets) {
    List<Said> said = new ArrayList<>();
    for (Event event : events) {
      Event first = kept.putIfAbsent(event.id(), event);
      boolean voided = targets.contains(event.id());
      if (first == null) {
        if (voided && !event.voiding()) {
          said.add(new Said(event.task(), event.place(), Verdict.VOIDED, false));
        }
      } else if (first.hash() == event.hash()) {
        boolean exact = first.time() == event.time() && !voided;
        said.add(new Said(event.task(), event.place(), Verdict.DUPLICATE, exact));
      } else {
        said.add(new Said(event.task(), event.place(), Verdict.CONFLICTING, false));
      }
    }
    return said;
  }

  private List<NoteFile> notes(int batch, List<Event> events) throws IOException {
    List<NoteFile> files = new ArrayList<>();
    for (int task = 0; task < 3; task++) {
      EventNotes notes = new EventNotes(folder(batch), configuration(), task, 0);
      for (Event event : events) {
        if (event.task() == task) {
          notes.add(
              event.id().getMostSignificantBits(),
              event.id().getLeastSignificantBits(),
              event.hash(),
              event.time(),
              0,
              0,
              0,
              0,
              event.place(),
              event.voiding(),
              true);
        }
      }
      files.addAll(notes.finish());
    }
    return files;
  }

  private static Configuration configuration() {
    return WORKERS.hadoop();
  }

  private org.apache.hadoop.fs.Path folder(int batch) {
    return new org.apache.hadoop.fs.Path(warehouse.resolve("notes").resolve("" + batch).toString());
  }
}
