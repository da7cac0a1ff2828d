package vn.chuyencan.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;

/**
 * One writer at a time: a file in the warehouse that only one process can create. It names its
 * owner, who writes it anew every {@link #HEARTBEAT}; a lock whose owner is dead on this very host
 * is taken over. Of a lock of another host nobody can tell that; when it has been silent for {@link
 * #SILENCE}, a person may {@link #breakSilent break} it. An owner whose lock was taken hears so.
 */
public final class RunLock implements AutoCloseable {
  /** How often an owner gives a sign of life. */
  public static final Duration HEARTBEAT = Duration.ofMinutes(1);

  /** After how much silence a lock may be broken. */
  public static final Duration SILENCE = Duration.ofMinutes(10);

  private static final String NAME = "lock";
  private static final String WRITTEN_BESIDE = NAME + ".new-";

  private final Path file;
  private final String content;
  private final Thread heart;

  private RunLock(Path file, Owner owner, Runnable lost) {
    this.file = file;
    this.content = content(owner);
    this.heart = new Thread(() -> beat(lost), "lock");
    heart.setDaemon(true);
    heart.start();
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
   * @param lost is run, by another thread, when somebody else took the lock from this owner
   * @throws PipelineException {@link ErrorCode#LOCK_HELD}, {@link ErrorCode#LOCK_SILENT}, {@link
   *     ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public static RunLock take(Path directory, Owner owner, Runnable lost) {
    Path file = directory.resolve(NAME);
    try {
      Files.createDirectories(directory);
      LockHolder holder = create(file, owner);
      if (holder != null && holder.isGone()) {
        holder = create(file, owner);
      }
      if (holder != null && !(holder.isDead(owner.host()) && takeOver(file, holder, owner))) {
        throw new PipelineException(holder.refusal(file, owner, SILENCE));
      }
      removeRemains(directory);
      return new RunLock(file, owner, lost);
    } catch (IOException e) {
      throw unreachable(directory, e);
    }
  }

  /**
   * Who holds the lock of a directory, without asking for it; empty when nobody does.
   *
   * @throws IOException when the lock cannot be read or is none of ours
   */
  public static Optional<Owner> held(Path directory) throws IOException {
    LockHolder holder = LockHolder.of(directory.resolve(NAME), FileTime.fromMillis(0));
    return holder.isGone() ? Optional.empty() : Optional.of(holder.named());
  }

  /** Whether an owner on this very host is certainly dead. */
  public static boolean isDead(Owner holder, String host) {
    return new LockHolder(holder.text().lines().toList(), Duration.ZERO).isDead(host);
  }

  /**
   * Takes away a lock whose owner is silent, so that it can be taken.
   *
   * @param asking who wants it
   * @return whether there was one
   * @throws PipelineException {@link ErrorCode#LOCK_HELD} when its owner shows signs of life
   */
  public static boolean breakSilent(Path directory, Owner asking) {
    Path file = directory.resolve(NAME);
    try {
      if (!Files.isDirectory(directory)) {
        return false;
      }
      LockHolder holder = LockHolder.of(file, now(file));
      if (holder.isGone() || holder.isDead(asking.host())) {
        return false;
      }
      if (holder.isAlive(asking.host()) || holder.silence().compareTo(SILENCE) < 0) {
        throw new PipelineException(holder.refusal(file, asking, SILENCE));
      }
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unreachable(directory, e);
    }
  }

  /** Takes the lock if nobody has it; else tells who has. */
  private static LockHolder create(Path file, Owner owner) throws IOException {
    // Written beside and linked into place, so that nobody ever reads a lock without its owner.
    Path own = written(file, owner);
    FileTime now = FileTime.fromMillis(0);
    try {
      now = Files.getLastModifiedTime(own);
      Files.createLink(file, own);
      return null;
    } catch (FileAlreadyExistsException | NoSuchFileException held) {
      // The second: whoever has just taken it removed what others had written beside.
      return LockHolder.of(file, now);
    } finally {
      Files.deleteIfExists(own);
    }
  }

  private static Path written(Path file, Owner owner) throws IOException {
    // Containers that share a warehouse may all have the same process number.
    Path own = file.resolveSibling(WRITTEN_BESIDE + UUID.randomUUID());
    return Files.write(own, content(owner).getBytes(StandardCharsets.UTF_8));
  }

  private static String content(Owner owner) {
    return owner.text()
        + ProcessMark.of(owner.process()).map(mark -> mark.text() + "\n").orElse("");
  }

  /** The time by the clock of the file system, which alone can be compared with that of a file. */
  private static FileTime now(Path file) throws IOException {
    Path probe = Files.createFile(file.resolveSibling(WRITTEN_BESIDE + UUID.randomUUID()));
    try {
      return Files.getLastModifiedTime(probe);
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private static void removeRemains(Path directory) throws IOException {
    try (DirectoryStream<Path> remains =
        Files.newDirectoryStream(directory, WRITTEN_BESIDE + "*")) {
      for (Path one : remains) {
        Files.deleteIfExists(one);
      }
    }
  }

  private static boolean takeOver(Path file, LockHolder holder, Owner owner) throws IOException {
    Path guard = file.resolveSibling("lock.heir");
    try (FileChannel channel =
            FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock alone = channel.tryLock()) {
      // Two heirs may come at once, and the slower must not inherit from the quicker.
      if (alone == null || !holder.isStillIn(file)) {
        return false;
      }
      Files.move(written(file, owner), file, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(guard);
      return true;
    } catch (OverlappingFileLockException quicker) {
      return false;
    }
  }

  private void beat(Runnable lost) {
    try {
      while (true) {
        Thread.sleep(HEARTBEAT.toMillis());
        if (!beatOnce()) {
          lost.run();
          return;
        }
      }
    } catch (InterruptedException givenBack) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the lock anew; false when it is not this owner's any more. */
  boolean beatOnce() {
    try {
      if (!Files.readString(file).equals(content)) {
        return false;
      }
      // The same bytes over themselves: the file system notes the time by its own clock.
      Files.write(file, content.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
      return true;
    } catch (NoSuchFileException broken) {
      return false;
    } catch (IOException unknown) {
      // A file system that does not answer now: whether the lock is lost is asked again.
      return true;
    }
  }

  @Override
  public void close() {
    heart.interrupt();
    try {
      // Nobody else's, should it have been broken.
      if (Files.readString(file).equals(content)) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException gone) {
      return;
    } catch (IOException e) {
      throw unreachable(file, e);
    }
  }

  private static PipelineException unreachable(Path place, IOException cause) {
    return new PipelineException(
        Fault.of(ErrorCode.WAREHOUSE_UNREACHABLE, place.toString(), Reason.of(cause)), cause);
  }
}
