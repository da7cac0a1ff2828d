package vn.chuyencan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.chuyencan.error.ErrorCode;
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
import vn.chuyencan.job.RunLock;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.source.register.ErasedLines;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Vault;
import vn.chuyencan.work.Workers;

/** Opens what a command works with, in the order in which mistakes are cheapest, and closes it. */
final class Nights {
  private final CommonOptions options;
  private final Clock clock;
  private final PrintStream notes;
  private final Erased erased;

  /**
   * @param notes where a reader is told what was recovered
   */
  Nights(CommonOptions options, Clock clock, PrintStream notes) {
    this(options, clock, notes, Erased.LEFT_OUT);
  }

  private Nights(CommonOptions options, Clock clock, PrintStream notes, Erased erased) {
    this.erased = erased;
    this.options = options;
    this.clock = clock;
    this.notes = notes;
  }

  /** The configuration file as given. */
  Configuration configuration() {
    return ConfigurationLoader.load(options.config(), System::getenv);
  }

  /** Works on the lake as its only writer. */
  <T> T writing(Configuration configuration, Function<Night, T> work) {
    Execution execution = options.execution();
    Registers registers = NightRegisters.read(configuration);
    LocalDate asOf = asOf(configuration);
    // Before hours of work, not after them.
    DecideJob.policies(configuration, registers, asOf);
    RunLock lock = RunLock.take(lockDirectory(configuration), owner());
    try {
      return execution.during(
          workers -> {
            Lake lake =
                Lake.open(workers.hadoop(), configuration.warehouse(), configuration.vault());
            closeVault(lake.vault());
            for (String table : lake.recover()) {
              notes.println(recovered(table));
            }
            T result = work.apply(without(night(configuration, registers, lake, workers, asOf)));
            closeVault(lake.vault());
            return result;
          });
    } finally {
      lock.close();
    }
  }

  /**
   * Refuses when another run holds the lock, before anything is touched. It leaves no trace in a
   * warehouse that is not there.
   */
  void requireFree(Configuration configuration) {
    Path directory = lockDirectory(configuration);
    if (Files.isDirectory(directory)) {
      RunLock.take(directory, owner()).close();
    }
  }

  /** Works on the lake as the last commit left it, without writing; a night may run meanwhile. */
  <T> T reading(Configuration configuration, Function<Night, T> work) {
    Execution execution = options.execution();
    Registers registers = NightRegisters.read(configuration);
    LocalDate asOf = asOf(configuration);
    return execution.during(
        workers -> {
          Lake lake =
              Lake.reading(workers.hadoop(), configuration.warehouse(), configuration.vault());
          return work.apply(without(night(configuration, registers, lake, workers, asOf)));
        });
  }

  /** A vault that others may enter is closed, and it is told that it stood open. */
  private void closeVault(Vault vault) {
    try {
      boolean open = vault.isOpen();
      vault.close();
      if (open) {
        notes.println(
            (options.language() == Language.VI
                    ? "kho định danh đã để ngỏ cho người khác, nay đã đóng (0700): "
                    : "the vault stood open to others and is closed now (0700): ")
                + vault.location());
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
    return new Nights(options, clock, notes, Erased.SHOWN);
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

  private LocalDate asOf(Configuration configuration) {
    return options.asOf() != null
        ? options.asOf()
        : LocalDate.ofInstant(clock.instant(), configuration.institution().zone()).minusDays(1);
  }

  /** A name for this run that sorts by time. */
  String runId() {
    return Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString().replace(":", "")
        + "-"
        + ProcessHandle.current().pid();
  }

  private static Path lockDirectory(Configuration configuration) {
    String warehouse = configuration.warehouse();
    // Two runs on one shared file system from two hosts are kept apart by whoever schedules them.
    Path local =
        warehouse.contains("://")
            ? Path.of(configuration.publish())
            : Path.of(warehouse.startsWith("file:") ? warehouse.substring(5) : warehouse);
    return local.resolve("_chuyencan");
  }

  private RunLock.Owner owner() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      host = "localhost";
    }
    return new RunLock.Owner(ProcessHandle.current().pid(), host, clock.instant());
  }
}
