package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;

class RunLockTest {
  private static final long SELF = ProcessHandle.current().pid();
  private static final Instant SELF_STARTED =
      ProcessHandle.current().info().startInstant().orElseThrow();

  private static final Instant LATER = SELF_STARTED.plus(Duration.ofMinutes(125));

  @TempDir Path folder;

  private static RunLock.Owner self() {
    return new RunLock.Owner(SELF, "host", SELF_STARTED);
  }

  private static RunLock take(Path folder, RunLock.Owner owner) {
    return RunLock.take(folder, owner, () -> {});
  }

  /** The same file, as if it had been written so long ago. */
  private void silentFor(Duration silence) throws IOException {
    Path lock = folder.resolve("lock");
    Instant now = Files.getLastModifiedTime(Files.createTempFile(folder, "now", "")).toInstant();
    Files.setLastModifiedTime(lock, FileTime.from(now.minus(silence)));
  }

  private static long deadProcess() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("lock"), text);
  }

  private Fault refusal() {
    PipelineException refused =
        catchThrowableOfType(
            PipelineException.class, () -> take(folder, new RunLock.Owner(SELF, "host", LATER)));
    assertThat(refused).isNotNull();
    assertThat(refused.exitStatus()).isEqualTo(6);
    return refused.faults().get(0);
  }

  @Test
  void isGivenBack() throws IOException {
    RunLock lock = take(folder.resolve("deep/er"), self());
    assertThat(Files.readString(folder.resolve("deep/er/lock")))
        .startsWith(SELF + "\nhost\n" + SELF_STARTED + "\n");
    lock.close();

    try (Stream<Path> left = Files.list(folder.resolve("deep/er"))) {
      assertThat(left).isEmpty();
    }
    assertThatCode(() -> take(folder.resolve("deep/er"), self()).close())
        .doesNotThrowAnyException();
  }

  @Test
  void isRefusedWhileItsOwnerLives() {
    RunLock lock = take(folder, self());
    try {
      Fault fault = refusal();
      assertThat(fault.code()).isEqualTo(ErrorCode.LOCK_HELD);
      assertThat(fault.message(Language.EN))
          .isEqualTo(
              "E6000: another run holds the lock "
                  + folder.resolve("lock")
                  + " since "
                  + SELF_STARTED
                  + ", for 2 h 5 min (process "
                  + SELF
                  + " on host). Wait for its end.");
      assertThat(fault.message(Language.VI)).contains("đã 2 giờ 5 phút");
    } finally {
      lock.close();
    }
  }

  @Test
  void isTakenFromADeadProcess() throws IOException, InterruptedException {
    write(deadProcess() + "\nhost\n2026-01-01T00:00:00Z\n");

    take(folder, self()).close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void isTakenFromAnEarlierProcessOfTheSameNumber() throws IOException {
    // A container that was killed: its next run has the same host name and the same number.
    write(SELF + "\nhost\n" + SELF_STARTED.minus(Duration.ofHours(24)) + "\n");

    take(folder, self()).close();

    assertThat(folder).isEmptyDirectory();
  }

  /** The kernel reckons when a process started back from the clock as it stands now. */
  @Test
  void isNotTakenFromALivingProcessWhenTheClockWasSetForward() {
    assumeThat(Path.of("/proc/self/stat")).exists();
    RunLock.Owner before = new RunLock.Owner(SELF, "host", SELF_STARTED.minus(Duration.ofHours(2)));

    RunLock lock = take(folder, before);
    try {
      assertThat(refusal().code()).isEqualTo(ErrorCode.LOCK_HELD);
      assertThat(lock.beatOnce()).as("it is still its owner's").isTrue();
    } finally {
      lock.close();
    }
  }

  @Test
  void isNotTakenFromAnotherHost() throws IOException, InterruptedException {
    write(deadProcess() + "\nelsewhere\n2026-01-01T00:00:00Z\n");

    assertThat(refusal().arguments()).contains("elsewhere", "2026-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "1", "one\nhost\n2026-01-01T00:00:00Z", "1\nhost\nyesterday", "1\nhost"})
  void isNotTakenWhenItCannotBeUnderstood(String text) throws IOException {
    write(text);

    assertThat(refusal().code()).isEqualTo(ErrorCode.LOCK_HELD);
    assertThat(folder.resolve("lock")).hasContent(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\nelsewhere\n2026-01-01T00:00:00Z\n", "x", ""})
  void aLockThatIsSilentIsToldAndMayBeBroken(String text) throws IOException {
    write(text);
    silentFor(Duration.ofMinutes(190));

    Fault fault = refusal();
    assertThat(fault.code()).isEqualTo(ErrorCode.LOCK_SILENT);
    assertThat(fault.code().kind().exitStatus()).isEqualTo(6);
    assertThat(fault.message(Language.EN))
        .startsWith("E6001: the lock ")
        .contains("no sign of life for 3 h 10 min", "--break-lock");
    assertThat(fault.message(Language.VI)).contains("3 giờ 10 phút", "--break-lock");

    assertThat(RunLock.breakSilent(folder, self())).isTrue();
    take(folder, self()).close();
    assertThat(RunLock.breakSilent(folder, self())).isFalse();
  }

  @Test
  void aLockThatShowsLifeIsNotBroken() throws IOException {
    write("1\nelsewhere\n2026-01-01T00:00:00Z\n");
    silentFor(RunLock.SILENCE.minusSeconds(30));

    assertThatThrownBy(() -> RunLock.breakSilent(folder, self()))
        .isInstanceOfSatisfying(
            PipelineException.class,
            held -> assertThat(held.faults().get(0).code()).isEqualTo(ErrorCode.LOCK_HELD));
    assertThat(folder.resolve("lock")).exists();
  }

  /** Its host can tell: then silence says nothing. */
  @Test
  void aLockOfALivingProcessIsNeverBroken() throws IOException {
    write(SELF + "\nhost\n" + SELF_STARTED + "\n");
    silentFor(Duration.ofDays(2));

    assertThat(refusal().code()).isEqualTo(ErrorCode.LOCK_HELD);
    assertThatThrownBy(() -> RunLock.breakSilent(folder, self()))
        .isInstanceOf(PipelineException.class);
  }

  @Test
  void itsOwnerGivesSignsOfLife() throws IOException {
    try (RunLock lock = take(folder, self())) {
      silentFor(Duration.ofHours(3));
      FileTime before = Files.getLastModifiedTime(folder.resolve("lock"));

      assertThat(lock.beatOnce()).isTrue();

      assertThat(Files.getLastModifiedTime(folder.resolve("lock"))).isGreaterThan(before);
      assertThat(Files.readString(folder.resolve("lock")))
          .startsWith(SELF + "\nhost\n" + SELF_STARTED + "\n");
    }
  }

  @Test
  void whoLostItNoticesAndLeavesItToTheOther() throws IOException {
    RunLock lock = take(folder, self());
    assertThat(lock.beatOnce()).isTrue();
    write("1\nelsewhere\n2026-01-01T00:00:00Z\n");

    assertThat(lock.beatOnce()).isFalse();
    lock.close();

    assertThat(folder.resolve("lock")).exists();
    Files.delete(folder.resolve("lock"));
    assertThat(lock.beatOnce()).isFalse();
  }

  @Test
  void whatAKilledAttemptLeftBesideGoesWithTheNext() throws IOException {
    Files.writeString(folder.resolve("lock.new-1d7a"), "1\nhost\n");

    take(folder, self()).close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatCannotBeMadeIsAnUnreachableWarehouse() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    PipelineException refused =
        catchThrowableOfType(PipelineException.class, () -> take(file, self()));

    assertThat(refused.faults().get(0).code()).isEqualTo(ErrorCode.WAREHOUSE_UNREACHABLE);
    assertThat(refused.exitStatus()).isEqualTo(5);
  }

  /** Many at once, each as a process of its own: one gets the lock. */
  @Test
  void oneOfManyTakesADeadLock() throws IOException, InterruptedException, ExecutionException {
    List<Process> alive = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int i = 0; i < 8; i++) {
        alive.add(new ProcessBuilder("sleep", "60").start());
      }
      for (int round = 0; round < 20; round++) {
        write(deadProcess() + "\nhost\n2026-01-01T00:00:00Z\n");
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (Process process : alive) {
          Instant started = process.info().startInstant().orElseThrow();
          attempts.add(() -> takes(new RunLock.Owner(process.pid(), "host", started)));
        }
        int taken = 0;
        for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
          taken += attempt.get() ? 1 : 0;
        }
        assertThat(taken).isEqualTo(1);
        Files.delete(folder.resolve("lock"));
      }
    } finally {
      threads.shutdownNow();
      alive.forEach(Process::destroy);
    }
  }

  private boolean takes(RunLock.Owner owner) {
    try {
      // Never given back: whoever comes later must find it held.
      assertThat(take(folder, owner)).isNotNull();
      return true;
    } catch (PipelineException held) {
      assertThat(held.faults().get(0).code()).isEqualTo(ErrorCode.LOCK_HELD);
      return false;
    }
  }
}
