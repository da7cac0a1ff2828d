package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;

class RunLockTest {
  private static final String HOST = "may-chu-1";
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");
  private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

  @TempDir private Path directory;

  private static RunLock.Owner myself(Instant since) {
    return new RunLock.Owner(ProcessHandle.current().pid(), HOST, since);
  }

  private void lockOf(long process, String host, Instant since) throws IOException {
    Files.writeString(directory.resolve("lock"), process + "\n" + host + "\n" + since + "\n");
  }

  private void assertHeld(RunLock.Owner owner) {
    assertThatThrownBy(() -> RunLock.take(directory, owner))
        .isInstanceOfSatisfying(
            PipelineException.class,
            refusal -> {
              assertThat(refusal.faults()).hasSize(1);
              assertThat(refusal.faults().get(0).code()).isEqualTo(ErrorCode.LOCK_HELD);
              assertThat(refusal.exitStatus()).isEqualTo(6);
            });
  }

  @Test
  void heldUntilItIsClosed() {
    try (RunLock held = RunLock.take(directory, myself(LATER))) {
      assertThat(held).isNotNull();
      assertHeld(myself(LATER));
    }
    RunLock.take(directory, myself(LATER)).close();
    assertThat(directory.resolve("lock")).doesNotExist();
  }

  @Test
  void takenOverFromADeadProcess() throws Exception {
    Process child = new ProcessBuilder("true").start();
    child.waitFor();
    lockOf(child.pid(), HOST, LATER);
    RunLock.take(directory, myself(LATER)).close();
    assertThat(directory.resolve("lock")).doesNotExist();
  }

  @Test
  void takenOverWhenAnotherProcessGotTheNumberOfTheDead() throws IOException {
    lockOf(ProcessHandle.current().pid(), HOST, LONG_AGO);
    RunLock.take(directory, myself(LATER)).close();
    assertThat(directory.resolve("lock")).doesNotExist();
  }

  @Test
  void neverTakenOverFromAnotherHost() throws IOException {
    lockOf(ProcessHandle.current().pid(), "may-chu-2", LONG_AGO);
    assertHeld(myself(LATER));
  }
}
