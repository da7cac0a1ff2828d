package vn.chuyencan.job.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The runs of a warehouse, one small file each in a folder of this machine. Each file is replaced
 * as a whole, and none belongs to two runs, so that nobody needs a lock to write or to read, and
 * what a run left is there whatever became of it and of the lake.
 */
public final class RunJournal {
  /** Older runs are in the table only. */
  static final int MOST = 400;

  private static final String ENDING = ".json";
  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Path folder;

  /**
   * @param own the program's own folder
   */
  public RunJournal(Path own) {
    this.folder = own.resolve("runs");
  }

  /** Writes what is known of a run, in the place of what was known. */
  public void write(RunRecord record) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(record.runId() + ENDING);
    Path next = folder.resolve(record.runId() + ".next");
    Files.write(next, JSON.writeValueAsBytes(record));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether a run of that id is known. */
  public boolean has(String runId) {
    return Files.exists(folder.resolve(runId + ENDING));
  }

  /** All runs, the newest first; files that are no runs are passed over. */
  public List<RunRecord> runs() {
    List<RunRecord> runs = new ArrayList<>();
    for (Path file : files(ENDING)) {
      read(file).ifPresent(runs::add);
    }
    return runs;
  }

  private static Optional<RunRecord> read(Path file) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), RunRecord.class));
    } catch (IOException halfOrForeign) {
      return Optional.empty();
    }
  }

  /** Without its ending, which would sort the second run of a second before the first. */
  private static String id(Path file, String ending) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ending.length());
  }

  private List<Path> files(String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted(Comparator.comparing((Path file) -> id(file, ending)).reversed())
          .toList();
    } catch (IOException noneYet) {
      return List.of();
    }
  }

  /** The newest run that ended well. */
  public Optional<RunRecord> lastDone() {
    return runs().stream().filter(RunRecord::isDone).findFirst();
  }

  /** How many runs ended how before a run of that id. */
  public Map<String, Long> totalsBefore(String runId) {
    return files(ENDING).stream()
        .map(RunJournal::read)
        .flatMap(Optional::stream)
        .filter(run -> !run.runId().equals(runId) && !run.totals().isEmpty())
        .findFirst()
        .map(RunRecord::totals)
        .orElseGet(TreeMap::new);
  }

  /**
   * Notes the death of runs that never ended, and forgets the oldest. The caller holds the lock, so
   * that nobody else runs.
   *
   * @param alive the id of the run that asks
   */
  public void settle(String alive) throws IOException {
    for (Path remains : files(".next")) {
      Files.deleteIfExists(remains);
    }
    List<Path> files = files(ENDING);
    for (Path file : files.subList(Math.min(MOST, files.size()), files.size())) {
      Files.deleteIfExists(file);
    }
    List<RunRecord> runs = new ArrayList<>(runs());
    runs.sort(Comparator.comparing(RunRecord::runId));
    for (RunRecord run : runs) {
      if (RunRecord.RUNNING.equals(run.status()) && !run.runId().equals(alive)) {
        Map<String, Long> totals = new TreeMap<>(totalsBefore(run.runId()));
        totals.merge(RunRecord.KILLED, 1L, Long::sum);
        write(run.killed().counting(totals));
      }
    }
  }

  /** Runs that ended and that the table does not have, the oldest first. */
  public List<RunRecord> notInHistory() {
    List<RunRecord> runs = new ArrayList<>();
    for (RunRecord run : runs()) {
      if (!run.inHistory() && !RunRecord.RUNNING.equals(run.status())) {
        runs.add(0, run);
      }
    }
    return runs;
  }

  /** Notes that the table has them. */
  void written(List<RunRecord> runs) throws IOException {
    for (RunRecord run : runs) {
      write(run.written());
    }
  }
}
