package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @TempDir Path folder;

  private static RunLock.Owner self() {
    return new RunLock.Owner(SELF, "host", SELF_STARTED);
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
        catchThrowableOfType(PipelineException.class, () -> RunLock.take(folder, self()));
    assertThat(refused).isNotNull();
    assertThat(refused.exitStatus()).isEqualTo(6);
    return refused.faults().get(0);
  }

  @Test
  void isGivenBack() throws IOException {
    RunLock lock = RunLock.take(folder.resolve("deep/er"), self());
    assertThat(folder.resolve("deep/er/lock")).hasContent(SELF + "\nhost\n" + SELF_STARTED + "\n");
    lock.close();

    try (Stream<Path> left = Files.list(folder.resolve("deep/er"))) {
      assertThat(left).isEmpty();
    }
    assertThatCode(() -> RunLock.take(folder.resolve("deep/er"), self()).close())
        .doesNotThrowAnyException();
  }

  @Test
  void isRefusedWhileItsOwnerLives() {
    RunLock lock = RunLock.take(folder, self());
    try {
      Fault fault = refusal();
      assertThat(fault.code()).isEqualTo(ErrorCode.LOCK_HELD);
      assertThat(fault.message(Language.EN))
          .isEqualTo(
              "E6000: another run holds the lock "
                  + folder.resolve("lock")
                  + " since "
                  + SELF_STARTED
                  + " (process "
                  + SELF
                  + " on host). Wait for its end; if that process is not there any more, delete"
                  + " the file.");
    } finally {
      lock.close();
    }
  }

  @Test
  void isTakenFromADeadProcess() throws IOException, InterruptedException {
    write(deadProcess() + "\nhost\n2026-01-01T00:00:00Z\n");

    RunLock.take(folder, self()).close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void isTakenFromAnEarlierProcessOfTheSameNumber() throws IOException {
    // A container that was killed: its next run has the same host name and the same number.
    write(SELF + "\nhost\n" + SELF_STARTED.minus(Duration.ofHours(24)) + "\n");

    RunLock.take(folder, self()).close();

    assertThat(folder).isEmptyDirectory();
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

  @Test
  void aFolderThatCannotBeMadeIsAnUnreachableWarehouse() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    PipelineException refused =
        catchThrowableOfType(PipelineException.class, () -> RunLock.take(file, self()));

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
      assertThat(RunLock.take(folder, owner)).isNotNull();
      return true;
    } catch (PipelineException held) {
      assertThat(held.faults().get(0).code()).isEqualTo(ErrorCode.LOCK_HELD);
      return false;
    }
  }
}
