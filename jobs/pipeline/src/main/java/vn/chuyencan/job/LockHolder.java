package vn.chuyencan.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;

/**
 * Who holds a lock, as far as its file tells.
 *
 * @param lines what the file says; none when it has just been given back
 * @param silence how long ago its owner wrote it last
 */
record LockHolder(List<String> lines, Duration silence) {
  /** The kernel's notion of when a process started may be off by a correction of the clock. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private static final String UNKNOWN = "?";

  /**
   * Reads it.
   *
   * @param now the time by the clock of the file system
   */
  static LockHolder of(Path file, FileTime now) throws IOException {
    try {
      FileTime last = Files.getLastModifiedTime(file);
      Duration silence = Duration.between(last.toInstant(), now.toInstant());
      return new LockHolder(lines(file), silence.isNegative() ? Duration.ZERO : silence);
    } catch (NoSuchFileException givenBack) {
      return new LockHolder(List.of(), Duration.ZERO);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    // Whatever bytes stand there: a lock that cannot be understood is nobody's to delete.
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  /** Whether nobody holds it any more; an empty file is held by somebody unknown. */
  boolean isGone() {
    return lines.isEmpty() && silence.isZero();
  }

  boolean isStillIn(Path file) throws IOException {
    try {
      return lines(file).equals(lines);
    } catch (NoSuchFileException givenBack) {
      return false;
    }
  }

  /** Only what is certain: a lock that cannot be understood, or of another host, is not dead. */
  boolean isDead(String thisHost) {
    return owner(thisHost).map(owner -> !owner.runs()).orElse(false);
  }

  /** Only what is certain, likewise. */
  boolean isAlive(String thisHost) {
    return owner(thisHost).map(LocalOwner::runs).orElse(false);
  }

  /** Why whoever asks does not get it. */
  Fault refusal(Path file, RunLock.Owner asking, Duration longSilence) {
    Optional<Instant> since = since();
    boolean silent = !isAlive(asking.host()) && silence.compareTo(longSilence) >= 0;
    Duration age = since.map(start -> Duration.between(start, asking.since())).orElse(silence);
    Duration told = silent || age.isNegative() ? silence : age;
    return Fault.of(
        silent ? ErrorCode.LOCK_SILENT : ErrorCode.LOCK_HELD,
        file.toString(),
        part(2),
        part(0),
        part(1),
        Long.toString(told.toHours()),
        Integer.toString(told.toMinutesPart()));
  }

  /**
   * Who holds it.
   *
   * @throws IOException when the file does not say so as this program does
   */
  RunLock.Owner named() throws IOException {
    try {
      return new RunLock.Owner(Long.parseLong(part(0)), part(1), Instant.parse(part(2)));
    } catch (NumberFormatException | DateTimeException notOurs) {
      throw new IOException("the lock says " + String.join(" ", lines), notOurs);
    }
  }

  private String part(int line) {
    return lines.size() > line && !lines.get(line).isBlank() ? lines.get(line) : UNKNOWN;
  }

  private Optional<Instant> since() {
    try {
      return lines.size() < 3 ? Optional.empty() : Optional.of(Instant.parse(lines.get(2)));
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private Optional<LocalOwner> owner(String thisHost) {
    Optional<Instant> since = since();
    if (since.isEmpty() || !lines.get(1).equals(thisHost)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LocalOwner(
              Long.parseLong(lines.get(0)),
              since.get(),
              lines.size() < 4 ? Optional.empty() : ProcessMark.read(lines.get(3))));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  /** A process of this host, and by what else it is known, where the lock says so. */
  private record LocalOwner(long process, Instant since, Optional<ProcessMark> mark) {

    private boolean runs() {
      return ProcessHandle.of(process)
          .filter(ProcessHandle::isAlive)
          .filter(alive -> isItself().orElseGet(() -> !startedAfter(alive)))
          .isPresent();
    }

    /**
     * Whether the process of that number is the one that wrote the lock; empty where nobody can
     * tell, as in a container that was moved to another machine.
     */
    private Optional<Boolean> isItself() {
      return mark.flatMap(
          before ->
              ProcessMark.of(process)
                  .filter(now -> now.kernel().equals(before.kernel()))
                  .map(before::equals));
    }

    /**
     * Whether the process is younger than the lock and so another one that was given the same
     * number: in a container each run may have number 1.
     */
    private boolean startedAfter(ProcessHandle alive) {
      return alive
          .info()
          .startInstant()
          .filter(start -> start.isAfter(since.plus(CLOCK_TOLERANCE)))
          .isPresent();
    }
  }
}
