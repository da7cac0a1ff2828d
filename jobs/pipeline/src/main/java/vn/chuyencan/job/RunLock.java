package vn.chuyencan.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * One writer at a time: a file in the warehouse that only one process can create. It names its
 * owner; a lock whose owner is dead on this very host is taken over.
 */
public final class RunLock implements AutoCloseable {
  /** The kernel's notion of when a process started may be off by a correction of the clock. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private final Path file;

  private RunLock(Path file) {
    this.file = file;
  }

  /**
   * Who asks for the lock.
   *
   * @param process process id
   * @param host name of the host
   * @param since when it started
   */
  public record Owner(long process, String host, Instant since) {

    private String text() {
      return process + "\n" + host + "\n" + since + "\n";
    }
  }

  /**
   * Takes the lock.
   *
   * @param directory a directory on this host's file system; created when it is not there
   * @throws PipelineException {@link ErrorCode#LOCK_HELD}, {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public static RunLock take(Path directory, Owner owner) {
    Path file = directory.resolve("lock");
    try {
      Files.createDirectories(directory);
      if (create(file, owner)) {
        return new RunLock(file);
      }
      List<String> holder = holder(file);
      if (holder.isEmpty() && create(file, owner)) {
        return new RunLock(file);
      }
      if (isDead(holder, owner) && takeOver(file, holder, owner)) {
        return new RunLock(file);
      }
      throw new PipelineException(
          Fault.of(
              ErrorCode.LOCK_HELD,
              file.toString(),
              holder.size() > 2 ? holder.get(2) : "?",
              holder.isEmpty() ? "?" : holder.get(0),
              holder.size() > 1 ? holder.get(1) : "?"));
    } catch (IOException e) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.WAREHOUSE_UNREACHABLE,
              directory.toString(),
              String.valueOf(e.getMessage())),
          e);
    }
  }

  /**
   * Who holds the lock of a directory, without asking for it; empty when nobody does.
   *
   * @throws IOException when the lock cannot be read or is none of ours
   */
  public static Optional<Owner> held(Path directory) throws IOException {
    List<String> holder = holder(directory.resolve("lock"));
    if (holder.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Owner(Long.parseLong(holder.get(0)), holder.get(1), Instant.parse(holder.get(2))));
    } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException notOurs) {
      throw new IOException("the lock says " + String.join(" ", holder), notOurs);
    }
  }

  /** Whether an owner on this very host is certainly dead. */
  public static boolean isDead(Owner holder, String host) {
    return isDead(holder.text().lines().toList(), new Owner(0, host, holder.since()));
  }

  private static boolean create(Path file, Owner owner) throws IOException {
    // Written beside and linked into place, so that nobody ever reads a lock without its owner.
    Path own = written(file, owner);
    try {
      Files.createLink(file, own);
      return true;
    } catch (FileAlreadyExistsException held) {
      return false;
    } finally {
      Files.delete(own);
    }
  }

  private static Path written(Path file, Owner owner) throws IOException {
    // Containers that share a warehouse may all have the same process number.
    Path own = file.resolveSibling("lock." + UUID.randomUUID());
    return Files.write(own, owner.text().getBytes(StandardCharsets.UTF_8));
  }

  /** What the lock says; nothing when its owner has just given it back. */
  private static List<String> holder(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (NoSuchFileException givenBack) {
      return List.of();
    }
  }

  /** Only what is certain: a lock that cannot be understood, or of another host, is alive. */
  private static boolean isDead(List<String> holder, Owner owner) {
    if (holder.size() < 3 || !holder.get(1).equals(owner.host())) {
      return false;
    }
    long process;
    Instant since;
    try {
      process = Long.parseLong(holder.get(0));
      since = Instant.parse(holder.get(2));
    } catch (NumberFormatException | DateTimeException notOurs) {
      return false;
    }
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .filter(alive -> !startedAfter(alive, since))
        .isEmpty();
  }

  /**
   * Whether the process is younger than the lock and so another one that was given the same number:
   * in a container each run may have number 1.
   */
  private static boolean startedAfter(ProcessHandle process, Instant since) {
    return process
        .info()
        .startInstant()
        .filter(start -> start.isAfter(since.plus(CLOCK_TOLERANCE)))
        .isPresent();
  }

  private static boolean takeOver(Path file, List<String> holder, Owner owner) throws IOException {
    Path guard = file.resolveSibling("lock.heir");
    try (FileChannel channel =
            FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock alone = channel.tryLock()) {
      // Two heirs may come at once, and the slower must not inherit from the quicker.
      if (alone == null || !holder(file).equals(holder)) {
        return false;
      }
      Files.move(written(file, owner), file, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(guard);
      return true;
    } catch (OverlappingFileLockException quicker) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.WAREHOUSE_UNREACHABLE, file.toString(), String.valueOf(e.getMessage())),
          e);
    }
  }
}
