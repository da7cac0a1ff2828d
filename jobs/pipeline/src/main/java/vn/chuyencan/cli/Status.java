package vn.chuyencan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSError;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.Execution;
import vn.chuyencan.job.OwnFolder;
import vn.chuyencan.job.RunLock;
import vn.chuyencan.job.SourceFigures;
import vn.chuyencan.job.operation.RunJournal;
import vn.chuyencan.job.operation.RunRecord;
import vn.chuyencan.report.LatestPublication;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.report.ManifestFile;
import vn.chuyencan.report.PublicationCheck;

/** How the nights of an institution go, gathered from files that anybody may read at any time. */
final class Status {
  private final Configuration configuration;
  private final LocalDate lastDay;
  private final Instant now;
  private final String host;
  private final List<RunRecord> runs;
  private final List<String> troubles = new ArrayList<>();
  private Optional<RunLock.Owner> lock = Optional.empty();
  private boolean lockDead;
  private Optional<Manifest> publication = Optional.empty();
  private Instant publishedAt;
  private Optional<String> unlinked = Optional.empty();
  private Map<String, SourceFigures> sources = Map.of();
  private final RunJournal journal;

  private Status(
      Configuration configuration, LocalDate lastDay, Instant now, String host, int most) {
    this.configuration = configuration;
    this.lastDay = lastDay;
    this.now = now;
    this.host = host;
    this.journal = new RunJournal(OwnFolder.of(configuration));
    this.runs = journal.runs().stream().limit(Math.max(0, most)).map(this::seen).toList();
  }

  /**
   * Gathers it.
   *
   * @param lastDay the last day that a night of today counts
   * @param most so many runs
   */
  static Status of(
      Configuration configuration, LocalDate lastDay, Instant now, String host, int most) {
    Status status = new Status(configuration, lastDay, now, host, most);
    status.lookAtLock();
    status.lookAtPublication();
    status.lookAtLake();
    return status;
  }

  /** A run that is said to go on and of which the process is gone was killed. */
  private RunRecord seen(RunRecord run) {
    boolean dead =
        RunRecord.RUNNING.equals(run.status())
            && RunLock.isDead(
                new RunLock.Owner(run.process(), run.host(), Instant.parse(run.startedAt())), host);
    return dead ? run.killed() : run;
  }

  private void lookAtLock() {
    try {
      lock = RunLock.held(OwnFolder.of(configuration));
      lockDead = lock.filter(owner -> RunLock.isDead(owner, host)).isPresent();
    } catch (IOException unreadable) {
      troubles.add("lock: " + unreadable.getMessage());
    }
  }

  private void lookAtPublication() {
    try {
      Optional<Path> latest = LatestPublication.find(Path.of(configuration.publish()));
      if (latest.isPresent()) {
        publication = Optional.of(ManifestFile.read(latest.get()));
        publishedAt = Files.getLastModifiedTime(latest.get().resolve(Manifest.FILE)).toInstant();
      } else {
        Path published = Path.of(configuration.publish());
        List<Path> there = PublicationCheck.publications(published);
        if (!there.isEmpty()) {
          unlinked = Optional.of(published.relativize(there.get(there.size() - 1)).toString());
        }
      }
    } catch (IOException | RuntimeException broken) {
      troubles.add("publication: " + broken.getMessage());
    }
  }

  private void lookAtLake() {
    try {
      sources =
          new Execution(1, Optional.empty(), Map.of())
              .during(workers -> SourceFigures.of(workers.hadoop(), configuration));
    } catch (RuntimeException | FSError broken) {
      troubles.add("warehouse: " + broken.getMessage());
    }
  }

  private List<LocalDate> missing() {
    return publication
        .filter(manifest -> manifest.asOf().isBefore(lastDay))
        .map(manifest -> manifest.asOf().plusDays(1).datesUntil(lastDay.plusDays(1)).toList())
        .orElse(List.of());
  }

  /** The newest run that came as far as the gate, or that it stopped while records came in. */
  private Optional<RunRecord> lastLook() {
    return journal.runs().stream().filter(RunRecord::sawGate).findFirst();
  }

  private static List<String> reasons(RunRecord run) {
    // What earlier versions kept of a batch that was refused has no id; its errors tell it.
    return run.reasons().isEmpty() && !run.foundGateOpen()
        ? run.errors().stream().map(number -> "E" + number).distinct().toList()
        : run.reasons();
  }

  /** All values by name, in order. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("institution", configuration.institution().id());
    values.put("now", now.toString());
    values.put("lock", lock.map(this::lockValues).orElse(null));
    values.put("publication", publication.map(this::publicationValues).orElse(null));
    values.put("without_latest", unlinked.orElse(null));
    List<LocalDate> missing = missing();
    values.put("missing_nights", missing.stream().map(LocalDate::toString).toList());
    values.put("gate", lastLook().map(this::gateValues).orElse(null));
    Map<String, Object> told = new TreeMap<>();
    sources.forEach((id, source) -> told.put(id, source.values()));
    values.put("sources", told);
    values.put("runs", runs.stream().map(Status::runValues).toList());
    values.put("troubles", troubles);
    return values;
  }

  private Map<String, Object> lockValues(RunLock.Owner owner) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("process", owner.process());
    values.put("host", owner.host());
    values.put("since", owner.since().toString());
    values.put("seconds", Duration.between(owner.since(), now).toSeconds());
    values.put("dead", lockDead);
    return values;
  }

  private Map<String, Object> publicationValues(Manifest manifest) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("run", manifest.runId());
    values.put("as_of", manifest.asOf().toString());
    values.put("published_at", publishedAt.truncatedTo(ChronoUnit.SECONDS).toString());
    values.put("seconds", Duration.between(publishedAt, now).toSeconds());
    values.put("digest", manifest.digest());
    return values;
  }

  private Map<String, Object> gateValues(RunRecord run) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("open", run.foundGateOpen());
    values.put("looked_at", run.endedAt());
    values.put("run", run.runId());
    values.put("reasons", reasons(run));
    values.put("accepted", run.accepted());
    return values;
  }

  private static Map<String, Object> runValues(RunRecord run) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("run", run.runId());
    values.put("command", run.command());
    values.put("as_of", run.asOf());
    values.put("started_at", run.startedAt());
    values.put("ended_at", run.endedAt());
    values.put("status", run.status());
    values.put("exit", run.exit());
    values.put("errors", run.errors());
    values.put("reasons", run.reasons());
    values.put("publications", run.publications());
    return values;
  }

  /** The same for a reader. */
  String text(Language language, Colour colour) {
    return new StatusText(language, values(), colour).text();
  }
}
