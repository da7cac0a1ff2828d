package vn.chuyencan.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * One writer at a time: a file in the warehouse that only one process can create. It names its
 * owner; a lock whose owner is dead on this very host is taken over.
 */
public final class RunLock implements AutoCloseable {
  /** The system tells the start of a process by its own clock, which may stray from ours. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

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
      // One at a time on this host: between finding a lock dead and moving it away, another heir
      // could have taken it over, and the living would lose it. The system frees this one itself.
      try (FileChannel guard =
          FileChannel.open(
              directory.resolve("lock.guard"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        FileLock alone = guard.lock();
        try {
          return takeAlone(file, owner);
        } finally {
          alone.release();
        }
      }
    } catch (IOException e) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.WAREHOUSE_UNREACHABLE,
              directory.toString(),
              String.valueOf(e.getMessage())),
          e);
    }
  }

  private static RunLock takeAlone(Path file, Owner owner) throws IOException {
    if (create(file, owner)) {
      return new RunLock(file);
    }
    List<String> holder = Files.readAllLines(file);
    if (isDead(holder, owner) && takeOver(file, owner)) {
      return new RunLock(file);
    }
    throw new PipelineException(
        Fault.of(
            ErrorCode.LOCK_HELD,
            file.toString(),
            holder.size() > 2 ? holder.get(2) : "?",
            holder.isEmpty() ? "?" : holder.get(0),
            holder.size() > 1 ? holder.get(1) : "?"));
  }

  private static boolean create(Path file, Owner owner) throws IOException {
    // Written beside and linked into place, so that nobody ever reads a lock without its owner.
    Path own = file.resolveSibling("lock." + owner.process());
    Files.write(
        own,
        owner.text().getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    try {
      Files.createLink(file, own);
      return true;
    } catch (FileAlreadyExistsException held) {
      return false;
    } finally {
      Files.delete(own);
    }
  }

  private static boolean isDead(List<String> holder, Owner owner) {
    return holder.size() > 2
        && holder.get(1).equals(owner.host())
        && ProcessHandle.of(Long.parseLong(holder.get(0)))
            .filter(ProcessHandle::isAlive)
            .filter(process -> !startedAfter(process, Instant.parse(holder.get(2))))
            .isEmpty();
  }

  /** Whether the process only got the number of one that has ended. */
  private static boolean startedAfter(ProcessHandle process, Instant since) {
    return process
        .info()
        .startInstant()
        .filter(start -> start.isAfter(since.plus(CLOCK_TOLERANCE)))
        .isPresent();
  }

  private static boolean takeOver(Path file, Owner owner) throws IOException {
    Path dead = file.resolveSibling("lock.dead." + owner.process());
    try {
      Files.move(file, dead);
    } catch (IOException gone) {
      return false;
    }
    Files.delete(dead);
    return create(file, owner);
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
