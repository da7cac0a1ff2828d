package vn.chuyencan.source.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.ScanCounts;
import vn.chuyencan.xapi.VerbDescription;

/** What all tasks of a batch found, put together. */
final class Gathered {
  private final List<List<DataFile>> events = new ArrayList<>();
  private final Map<String, List<DataFile>> files = new TreeMap<>();
  private final List<NoteFile> notes = new ArrayList<>();
  private final VerbDays verbDays = new VerbDays();
  private final EventClock clock = new EventClock();
  private final Set<TaskResult.Voiding> voidings = new TreeSet<>();
  private final Map<Long, ActorIdentity> actors = new HashMap<>();
  private final Map<Long, VerbDescription> verbs = new HashMap<>();
  private final Map<Long, Long> read = new HashMap<>();
  private ScanCounts counts = ScanCounts.NONE;

  /**
   * @param results in the order of the tasks' numbers
   */
  Gathered(String source, List<TaskResult> results) {
    for (TaskResult result : results) {
      for (ReadCount scanned : result.scanned()) {
        counts = counts.plus(scanned.counts());
        read.merge(scanned.fileId(), scanned.counts().read(), Long::sum);
      }
      events.add(result.events());
      for (TaskResult.Files table : result.files()) {
        files.computeIfAbsent(table.table(), name -> new ArrayList<>()).addAll(table.files());
      }
      notes.addAll(result.notes());
      for (VerbDays.Count count : result.verbDays()) {
        verbDays.add(source, count.day(), count.verb(), count.events());
      }
      clock.add(result.clock());
      voidings.addAll(result.voidings());
      result.actors().forEach((key, actor) -> actors.merge(key, actor, Dimensions::better));
      result.verbs().forEach((key, verb) -> verbs.merge(key, verb, Dimensions::better));
    }
  }

  ScanCounts counts() {
    return counts;
  }

  /** Records read, by file. */
  Map<Long, Long> read() {
    return read;
  }

  /** Files of {@code learning_event} by the task that wrote them and their number there. */
  List<List<DataFile>> events() {
    return events;
  }

  /** Files of the other tables. */
  Map<String, List<DataFile>> files() {
    return files;
  }

  List<NoteFile> notes() {
    return notes;
  }

  VerbDays verbDays() {
    return verbDays;
  }

  EventClock clock() {
    return clock;
  }

  Set<TaskResult.Voiding> voidings() {
    return voidings;
  }

  Map<Long, ActorIdentity> actors() {
    return actors;
  }

  Map<Long, VerbDescription> verbs() {
    return verbs;
  }
}
