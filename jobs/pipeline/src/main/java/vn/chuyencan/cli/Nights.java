package vn.chuyencan.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.ErrorKind;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.ConfigurationLoader;
import vn.chuyencan.job.DecideJob;
import vn.chuyencan.job.ErasureTable;
import vn.chuyencan.job.Execution;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightRegisters;
import vn.chuyencan.job.OwnFolder;
import vn.chuyencan.job.Progress;
import vn.chuyencan.job.RunLock;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.source.register.ErasedLines;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.OvertakenReading;
import vn.chuyencan.table.Vault;
import vn.chuyencan.work.Meter;
import vn.chuyencan.work.Workers;

/** Opens what a command works with, in the order in which mistakes are cheapest, and closes it. */
final class Nights {
  private final CommonOptions options;
  private final Clock clock;
  private final PrintStream notes;
  private final Interruption interruption;
  private final Supplier<String> command;
  private final Consumer<RunRecorder> started;
  private final Consumer<Fault> ended;
  private final Meter meter;
  private final Erased erased;

  /**
   * @param notes where a reader is told what was recovered
   * @param interruption what is done when the process is told to stop
   * @param command the command's name
   * @param started hears of who records a run that writes
   * @param meter counts what is done of each job
   * @param ended hears why the process ends at once, besides the reader
   */
  Nights(
      CommonOptions options,
      Clock clock,
      PrintStream notes,
      Interruption interruption,
      Supplier<String> command,
      Consumer<RunRecorder> started,
      Meter meter,
      Consumer<Fault> ended) {
    this(options, clock, notes, interruption, command, started, meter, ended, Erased.LEFT_OUT);
  }

  private Nights(
      CommonOptions options,
      Clock clock,
      PrintStream notes,
      Interruption interruption,
      Supplier<String> command,
      Consumer<RunRecorder> started,
      Meter meter,
      Consumer<Fault> ended,
      Erased erased) {
    this.erased = erased;
    this.options = options;
    this.clock = clock;
    this.notes = notes;
    this.interruption = interruption;
    this.command = command;
    this.started = started;
    this.ended = ended;
    this.meter = meter;
  }

  /**
   * The configuration with the secret of its warehouse.
   *
   * @throws PipelineException as the configuration and its key are refused
   */
  Configuration configuration() {
    return asWritten().unlocked(options.fileSystems());
  }

  /** The configuration file as given, for who needs no key. */
  Configuration asWritten() {
    return ConfigurationLoader.load(options.config(), System::getenv);
  }

  /** Works with the lock held, on no table, and has on record what came of it. */
  <T> T maintaining(Configuration configuration, BiFunction<Workers, Progress, T> work) {
    RunRecorder recorder =
        new RunRecorder(configuration, command.get(), host(), clock, notes, options.language());
    started.accept(recorder);
    interruption.expect(options.language());
    Execution execution = options.execution();
    try {
      T result =
          locked(
              configuration,
              () -> {
                recorder.begin();
                return execution.during(workers -> work.apply(workers, recorder));
              });
      recorder.done();
      return result;
    } catch (RuntimeException | Error failure) {
      recorder.failed(Failures.known(failure));
      throw failure;
    } finally {
      interruption.forget();
    }
  }

  /** Works on the lake as its only writer, and has on record what came of it. */
  <T> T writing(Configuration configuration, Function<Night, T> work) {
    RunRecorder recorder =
        new RunRecorder(configuration, command.get(), host(), clock, notes, options.language());
    started.accept(recorder);
    interruption.expect(options.language());
    try {
      T result = writing(configuration, work, recorder);
      recorder.done();
      return result;
    } catch (RuntimeException | Error failure) {
      recorder.failed(Failures.known(failure));
      throw failure;
    } finally {
      interruption.forget();
    }
  }

  private <T> T writing(
      Configuration configuration, Function<Night, T> work, RunRecorder recorder) {
    LocalDate asOf = asOf(configuration);
    recorder.countsUpTo(asOf.toString());
    Execution execution = options.execution();
    Registers registers = NightRegisters.read(configuration);
    registers.digestSoon();
    // Before hours of work, not after them.
    DecideJob.policies(configuration, registers, asOf);
    return locked(
        configuration,
        () -> {
          recorder.begin();
          return execution.during(
              meter,
              workers -> {
                try (Lake lake = Lake.open(workers.hadoop(), configuration.lake())) {
                  words().close(OpeningNotes.Private.VAULT, lake.vault());
                  for (Configuration.Source source : configuration.sources()) {
                    Optional<String> kept = source.reader().keptIn();
                    if (kept.isPresent()) {
                      words()
                          .close(
                              OpeningNotes.Private.SPOOL, new Vault(kept.get(), workers.hadoop()));
                    }
                  }
                  for (String table : lake.recover()) {
                    words().recovered(table);
                  }
                  recorder.opened(lake);
                  T result;
                  try {
                    result =
                        work.apply(without(night(configuration, registers, lake, workers, asOf)));
                  } catch (PipelineException refused) {
                    withdraw(lake, workers, refused);
                    throw refused;
                  }
                  recorder.completed(lake);
                  words().close(OpeningNotes.Private.VAULT, lake.vault());
                  lake.ended(workers.lostAttempts());
                  return result;
                }
              });
        });
  }

  /**
   * A closed gate is an end in order: what it refused goes at once, and the next run must not tell
   * of one that had not ended. What else fails may have broken the lake, and is left to the next
   * run's recovery.
   */
  private static void withdraw(Lake lake, Workers workers, PipelineException refused) {
    if (refused.faults().get(0).code().kind() == ErrorKind.GATE) {
      try {
        lake.withdraw(workers.lostAttempts());
      } catch (PipelineException second) {
        // Why the gate is closed is what a reader must be told.
        refused.addSuppressed(second);
      }
    }
  }

  private <T> T locked(Configuration configuration, Supplier<T> work) {
    RunLock lock = RunLock.take(OwnFolder.of(configuration), owner(), this::lost);
    interruption.holds(lock);
    T done;
    try {
      done = work.get();
    } catch (RuntimeException | Error failure) {
      try {
        lock.close();
      } catch (PipelineException second) {
        // Why the work failed is what a reader must be told.
        failure.addSuppressed(second);
      }
      throw failure;
    }
    lock.close();
    return done;
  }

  /** Two writers would spoil the lake, and the other one was told that this one is not there. */
  private void lost() {
    Fault lost = Fault.of(ErrorCode.LOCK_LOST);
    notes.println(lost.message(options.language()));
    notes.flush();
    ended.accept(lost);
    Runtime.getRuntime().halt(ErrorKind.LOCKED.exitStatus());
  }

  /** Breaks the lock of a run that gives no sign of life, and says so. */
  void breakLock(Configuration configuration) {
    Path directory = OwnFolder.of(configuration);
    if (RunLock.breakSilent(directory, owner())) {
      words().broke(directory.resolve("lock"));
    }
  }

  /**
   * Refuses when another run holds the lock, before anything is touched. It leaves no trace in a
   * warehouse that is not there.
   */
  void requireFree(Configuration configuration) {
    Path directory = OwnFolder.of(configuration);
    if (Files.isDirectory(directory)) {
      RunLock.take(directory, owner(), () -> {}).close();
    }
  }

  /** Works on the lake as the last commit left it, without writing; a night may run meanwhile. */
  <T> T reading(Configuration configuration, Function<Night, T> work) {
    Execution execution = options.execution();
    Registers registers = NightRegisters.read(configuration);
    LocalDate asOf = asOf(configuration);
    return execution.during(
        meter,
        workers -> {
          try (Lake lake = Lake.reading(workers.hadoop(), configuration.lake())) {
            try {
              return work.apply(without(night(configuration, registers, lake, workers, asOf)));
            } catch (RuntimeException failure) {
              throw OvertakenReading.of(lake, workers.hadoop(), failure);
            }
          }
        });
  }

  /** The night without what registers still say of persons who were erased. */
  private Night without(Night night) {
    ErasureTable erasures = new ErasureTable(night.lake());
    Tombstones tombstones = erasures.tombstones(night.configuration().institution().secret());
    if (tombstones.isEmpty() || erased == Erased.SHOWN) {
      return night;
    }
    erasures.unfinished().forEach(words()::unfinished);
    words().stillTold(ErasedLines.in(Path.of(night.configuration().registers()), tombstones));
    return night.with(night.registers().without(tombstones));
  }

  /** The same nights with the rows of erased persons, for who erases. */
  Nights withErased() {
    return new Nights(
        options, clock, notes, interruption, command, started, meter, ended, Erased.SHOWN);
  }

  /** What becomes of registers' rows of erased persons. */
  private enum Erased {
    LEFT_OUT,
    SHOWN
  }

  private Night night(
      Configuration configuration,
      Registers registers,
      Lake lake,
      Workers workers,
      LocalDate asOf) {
    return new Night(
        configuration, registers, lake, workers, asOf, clock.instant(), Version.number());
  }

  /** The last day that a night of now counts. */
  LocalDate lastDay(Configuration configuration) {
    return asOf(configuration);
  }

  private LocalDate asOf(Configuration configuration) {
    return options.asOf() != null
        ? options.asOf()
        : LocalDate.ofInstant(clock.instant(), configuration.institution().zone()).minusDays(1);
  }

  /** See {@link RunIds#next}. */
  String runId() {
    return RunIds.next(clock);
  }

  private OpeningNotes words() {
    return new OpeningNotes(notes, options.language());
  }

  private RunLock.Owner owner() {
    return new RunLock.Owner(ProcessHandle.current().pid(), host(), clock.instant());
  }

  /** The name of this machine. */
  static String host() {
    return HostName.of(HostName.KERNEL);
  }
}
