package vn.chuyencan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.ErrorKind;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.GateReport;
import vn.chuyencan.job.OperationSettings;
import vn.chuyencan.job.OwnFolder;
import vn.chuyencan.job.Progress;
import vn.chuyencan.job.Recomputed;
import vn.chuyencan.job.operation.FailureNotice;
import vn.chuyencan.job.operation.MetricsFile;
import vn.chuyencan.job.operation.RunHistoryTable;
import vn.chuyencan.job.operation.RunJournal;
import vn.chuyencan.job.operation.RunRecord;
import vn.chuyencan.job.operation.StepLog;
import vn.chuyencan.model.Anomaly;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.table.Lake;

/**
 * Writes down what a run does, for whoever operates it: journal, log, metrics, and who is told when
 * it fails. Nothing that goes wrong here makes a run fail; of each place it is told once on the
 * terminal.
 */
final class RunRecorder implements Progress {
  private final Clock clock;
  private final PrintStream notes;
  private final Language language;
  private final Configuration configuration;
  private final Path own;
  private final RunJournal journal;
  private final StepLog log;
  private final String runId;
  private final String command;
  private final String host;
  private final Instant startedAt;

  private final List<RunRecord.Step> steps = new ArrayList<>();
  private final List<String> publications = new ArrayList<>();
  private final List<RunRecord.Recomputed> recomputed = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, RunRecord.Source> sources = new TreeMap<>();
  private final List<String> reasons = new ArrayList<>();
  private final List<String> accepted = new ArrayList<>();
  private String asOf;
  private String digest;
  private String night;
  private String step;
  private Instant stepSince;
  private boolean begun;
  private boolean inHistory;
  private final Set<Path> toldUnwritable = new HashSet<>();

  RunRecorder(
      Configuration configuration,
      String command,
      String host,
      Clock clock,
      PrintStream notes,
      Language language) {
    this.configuration = configuration;
    this.command = command;
    this.host = host;
    this.clock = clock;
    this.notes = notes;
    this.language = language;
    this.own = OwnFolder.of(configuration);
    this.journal = new RunJournal(own);
    OperationSettings.Log settings = configuration.operation().log();
    this.log = new StepLog(settings.folder().orElse(own.resolve("log")), settings);
    this.startedAt = clock.instant();
    this.runId = unused(journal, startedAt);
  }

  private static String unused(RunJournal journal, Instant now) {
    String id =
        Instant.ofEpochSecond(now.getEpochSecond()).toString().replace(":", "")
            + "-"
            + ProcessHandle.current().pid();
    String unused = id;
    for (int number = 2; journal.has(unused); number++) {
      unused = id + "-" + number;
    }
    return unused;
  }

  /** What may fail without the run. */
  @FunctionalInterface
  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Path what, Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException | RuntimeException failure) {
      if (toldUnwritable.add(what)) {
        notes.println(
            Fault.of(
                    ErrorCode.OPERATION_UNWRITABLE,
                    what.toString(),
                    failure.getClass().getSimpleName() + " " + failure.getMessage())
                .message(language));
      }
    }
  }

  /** How long each step took when this command last ended well, in the order of its steps. */
  Map<String, Duration> earlier() {
    Map<String, Duration> earlier = new LinkedHashMap<>();
    journal.runs().stream()
        .filter(run -> run.isDone() && run.command().equals(command))
        .findFirst()
        .ifPresent(
            run ->
                run.steps()
                    .forEach(
                        one ->
                            earlier.merge(
                                one.name(),
                                Duration.of(one.microseconds(), ChronoUnit.MICROS),
                                Duration::plus)));
    return earlier;
  }

  /** The day up to which the run counts has become known. */
  void countsUpTo(String day) {
    this.asOf = day;
  }

  /** The lock is held: from now on the run is on record, and dead ones are found. */
  void begin() {
    begun = true;
    attempt(
        own,
        () -> {
          journal.write(record(RunRecord.RUNNING, null, List.of(), null));
          journal.settle(runId);
        });
    attempt(
        own.resolve("log"),
        () -> {
          log.sweep(startedAt);
          logRun("started", Map.of());
        });
  }

  /** The lake is open: what it does not know of earlier runs is added. */
  void opened(Lake lake) {
    attempt(own, () -> RunHistoryTable.bringUpToDate(lake, journal, journal.notInHistory()));
  }

  /** The work is done and the lake still open. */
  void completed(Lake lake) {
    endStep(RunRecord.DONE, List.of());
    attempt(
        own,
        () -> {
          RunRecord done = counted(record(RunRecord.DONE, 0, List.of(), clock.instant()));
          RunHistoryTable.bringUpToDate(lake, journal, List.of(done));
          inHistory = true;
        });
  }

  /** The run has ended well. */
  void done() {
    end(RunRecord.DONE, 0, List.of());
  }

  /** The run has failed; what is told here is what the terminal tells. */
  void failed(PipelineException failure) {
    List<Fault> faults = failure.faults();
    endStep(RunRecord.FAILED, faults);
    boolean closed = faults.get(0).code().kind() == ErrorKind.GATE;
    end(closed ? RunRecord.GATE_CLOSED : RunRecord.FAILED, failure.exitStatus(), faults);
  }

  private void end(String status, int exit, List<Fault> faults) {
    RunRecord run = counted(record(status, exit, faults, clock.instant()));
    if (begun || Files.isDirectory(own)) {
      attempt(own, () -> journal.write(run));
      attempt(
          own.resolve("log"),
          () ->
              logRun(
                  status,
                  Map.of(
                      "exit",
                      exit,
                      "seconds",
                      seconds(startedAt, clock.instant()),
                      "errors",
                      errors(faults),
                      "reasons",
                      run.reasons())));
    }
    Optional<RunRecord> lastDone = run.isDone() ? Optional.of(run) : journal.lastDone();
    configuration
        .operation()
        .metrics()
        .ifPresent(
            file ->
                attempt(
                    file,
                    () ->
                        MetricsFile.write(
                            file,
                            configuration.institution().id(),
                            run,
                            lastDone,
                            newest(run, one -> !one.sources().isEmpty()),
                            newest(run, RunRecord::sawGate))));
    // Whoever asked for it wrongly sits before it.
    if (exit != 0 && exit != ErrorKind.USAGE.exitStatus()) {
      notice(run, lastDone, faults);
    }
  }

  private Optional<RunRecord> newest(RunRecord run, Predicate<RunRecord> wanted) {
    return wanted.test(run) ? Optional.of(run) : journal.runs().stream().filter(wanted).findFirst();
  }

  private void notice(RunRecord run, Optional<RunRecord> lastDone, List<Fault> faults) {
    FailureNotice notice = new FailureNotice(configuration.operation());
    if (notice.isWanted()) {
      List<String> told = faults.stream().map(this::safe).toList();
      notice
          .tell(FailureNotice.message(configuration.institution().id(), run, lastDone, told))
          .forEach(fault -> notes.println(fault.message(language)));
    }
  }

  /**
   * A fault as it may leave this machine and stay in logs: registers, records and what somebody
   * typed are not quoted, for what is wrong in them may be somebody's name.
   */
  private String safe(Fault fault) {
    ErrorKind kind = fault.code().kind();
    boolean quotes =
        kind == ErrorKind.INVALID
            || kind == ErrorKind.USAGE
            || kind == ErrorKind.INTERNAL
            || fault.code() == ErrorCode.REJECTED_BECAUSE;
    return quotes
        ? "E"
            + fault.code().number()
            + " "
            + fault.code().name()
            + (fault.file().isEmpty() ? "" : " " + fault.file())
            + (fault.line() > 0 ? ":" + fault.line() : "")
            + (fault.column().isEmpty() ? "" : " [" + fault.column() + "]")
        : fault.message(language);
  }

  private List<Map<String, Object>> errors(List<Fault> faults) {
    return faults.stream()
        .map(
            fault -> {
              Map<String, Object> error = new LinkedHashMap<>();
              error.put("number", fault.code().number());
              error.put("message", safe(fault));
              return error;
            })
        .toList();
  }

  private void logRun(String status, Map<String, Object> more) throws IOException {
    Map<String, Object> line = line("run", status);
    line.put("command", command);
    line.put("version", Version.number());
    line.put("host", host);
    line.putAll(new TreeMap<>(more));
    log.add(line, clock.instant());
  }

  private Map<String, Object> line(String name, String status) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", clock.instant().toString());
    line.put("run", runId);
    line.put("step", name);
    line.put("status", status);
    line.put("as_of", night == null || name.equals("run") ? asOf : night);
    return line;
  }

  private static BigDecimal seconds(Instant from, Instant to) {
    return BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3);
  }

  @Override
  public void step(String name) {
    endStep(RunRecord.DONE, List.of());
    step = name;
    stepSince = clock.instant();
  }

  private void endStep(String status, List<Fault> faults) {
    if (step == null) {
      return;
    }
    Instant now = clock.instant();
    RunRecord.Step ended =
        new RunRecord.Step(
            step, status, Duration.between(stepSince, now).toNanos() / 1000, Map.copyOf(counts));
    steps.add(ended);
    Map<String, Object> line = line(step, status);
    line.put("seconds", seconds(stepSince, now));
    line.put("counts", new TreeMap<>(counts));
    line.put("errors", errors(faults));
    attempt(own.resolve("log"), () -> log.add(line, now));
    step = null;
    counts.clear();
  }

  @Override
  public void night(LocalDate day) {
    endStep(RunRecord.DONE, List.of());
    night = day.toString();
  }

  @Override
  public void recomputed(LocalDate day, List<Recomputed> causes) {
    for (Recomputed one : causes) {
      recomputed.add(
          new RunRecord.Recomputed(
              day.toString(), one.step(), one.cause().code(), one.courseRuns(), one.learners()));
      counts.merge(one.cause().code() + ".course_runs", (long) one.courseRuns(), Long::sum);
      counts.merge(one.cause().code() + ".learners", (long) one.learners(), Long::sum);
    }
  }

  @Override
  public void counts(Map<String, Long> some) {
    some.forEach((name, count) -> counts.merge(name, count, Long::sum));
  }

  @Override
  public void gate(GateReport report) {
    sources.clear();
    report
        .sources()
        .forEach(
            (id, source) ->
                sources.put(
                    id,
                    new RunRecord.Source(
                        source.events(),
                        source.lastEventDay() == null ? null : source.lastEventDay().toString(),
                        source.silentDays(),
                        plain(source.rejectedShare()),
                        plain(source.unresolvedShare()))));
    reasons.clear();
    report.closing().stream().map(Anomaly::id).forEach(reasons::add);
    report.accepted().stream()
        .map(Anomaly::id)
        .filter(id -> !accepted.contains(id))
        .forEach(accepted::add);
  }

  private static String plain(BigDecimal share) {
    return share == null ? null : share.stripTrailingZeros().toPlainString();
  }

  @Override
  public void published(Manifest manifest) {
    publications.add(manifest.asOf() + "/" + manifest.runId());
    digest = manifest.digest();
  }

  private RunRecord counted(RunRecord run) {
    Map<String, Long> totals = new TreeMap<>(journal.totalsBefore(runId));
    totals.merge(run.status(), 1L, Long::sum);
    return run.counting(totals);
  }

  private RunRecord record(String status, Integer exit, List<Fault> faults, Instant ended) {
    return new RunRecord(
        runId,
        command,
        asOf,
        startedAt.toString(),
        ended == null ? null : ended.toString(),
        status,
        exit,
        faults.stream().map(fault -> fault.code().number()).distinct().toList(),
        host,
        ProcessHandle.current().pid(),
        Version.number(),
        steps,
        publications,
        digest,
        reasons,
        accepted,
        sources,
        recomputed,
        Map.of(),
        inHistory);
  }
}
