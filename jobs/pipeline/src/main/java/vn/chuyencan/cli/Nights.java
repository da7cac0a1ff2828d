package vn.chuyencan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.ErrorKind;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
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
import vn.chuyencan.table.Vault;
import vn.chuyencan.work.Meter;
import vn.chuyencan.work.Workers;

/** Opens what a command works with, in the order in which mistakes are cheapest, and closes it. */
final class Nights {
  private static final Set<String> GIVEN = ConcurrentHashMap.newKeySet();

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
                  closeVault(lake.vault());
                  closeSpools(configuration, workers);
                  for (String table : lake.recover()) {
                    notes.println(recovered(table));
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
                  closeVault(lake.vault());
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
      notes.println(
          switch (options.language()) {
            case VI ->
                "đã phá khóa "
                    + directory.resolve("lock")
                    + "; nếu lần chạy kia vẫn còn, hãy dừng nó: hai lần chạy cùng lúc làm hỏng kho";
            case EN ->
                "broke the lock "
                    + directory.resolve("lock")
                    + "; should that run still be there, stop it: two at once spoil the warehouse";
          });
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
            return work.apply(without(night(configuration, registers, lake, workers, asOf)));
          }
        });
  }

  /** What sources keep of what they were told lies in plain words too. */
  private void closeSpools(Configuration configuration, Workers workers) {
    for (Configuration.Source source : configuration.sources()) {
      Optional<String> kept = source.reader().keptIn();
      if (kept.isPresent()) {
        close(
            new Vault(kept.get(), workers.hadoop()),
            "nơi giữ câu trả lời của LRS đã để ngỏ cho người khác, nay đã đóng (0700): ",
            "the spool stood open to others and is closed now (0700): ");
      }
    }
  }

  private void closeVault(Vault vault) {
    close(
        vault,
        "kho định danh đã để ngỏ cho người khác, nay đã đóng (0700): ",
        "the vault stood open to others and is closed now (0700): ");
  }

  /** A folder that others may enter is closed, and it is told that it stood open. */
  private void close(Vault vault, String vietnamese, String english) {
    try {
      boolean open = vault.isOpen();
      vault.close();
      if (open) {
        notes.println(
            (options.language() == Language.VI ? vietnamese : english) + vault.location());
      }
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.WAREHOUSE_UNREACHABLE,
              vault.location(),
              String.valueOf(failure.getMessage())),
          failure);
    }
  }

  /** The night without what registers still say of persons who were erased. */
  private Night without(Night night) {
    ErasureTable erasures = new ErasureTable(night.lake());
    Tombstones tombstones = erasures.tombstones(night.configuration().institution().secret());
    if (tombstones.isEmpty() || erased == Erased.SHOWN) {
      return night;
    }
    boolean vietnamese = options.language() == Language.VI;
    erasures
        .unfinished()
        .forEach(
            id ->
                notes.println(
                    vietnamese
                        ? "lần xóa " + id + " chưa xong: chạy lại lệnh forget ấy"
                        : "the erasure " + id + " is not finished: run the same forget again"));
    ErasedLines.in(Path.of(night.configuration().registers()), tombstones)
        .forEach(
            (file, lines) ->
                notes.println(
                    (vietnamese
                            ? "sổ còn kể về người đã xóa, hãy xóa các dòng: "
                            : "a register still tells of erased persons, delete the lines: ")
                        + file
                        + " "
                        + lines.stream().map(String::valueOf).collect(Collectors.joining(", "))));
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

  private String recovered(String table) {
    return switch (options.language()) {
      case VI -> "đã khôi phục bảng " + table + ": lần chạy trước chưa kết thúc";
      case EN -> "recovered " + table + ": a run before this one had not ended";
    };
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

  /** A name for a publication that sorts by time; this process never gives one twice. */
  String runId() {
    String id =
        Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString().replace(":", "")
            + "-"
            + ProcessHandle.current().pid();
    String unused = id;
    for (int number = 2; !GIVEN.add(unused); number++) {
      unused = id + "-" + number;
    }
    return unused;
  }

  private RunLock.Owner owner() {
    return new RunLock.Owner(ProcessHandle.current().pid(), host(), clock.instant());
  }

  /** The name of this machine. */
  static String host() {
    return HostName.of(HostName.KERNEL);
  }
}
