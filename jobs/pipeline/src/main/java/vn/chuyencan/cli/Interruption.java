package vn.chuyencan.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.RunLock;

/**
 * What is done when the process is told to stop (SIGTERM, SIGINT, SIGHUP) while it works on the
 * lake: one line is said and the lock given back, and the process ends with the status that its
 * callers know a signal by. What was half done is the next run's to take back.
 */
final class Interruption {
  private final PrintStream notes;
  private final Runnable ending;
  private volatile Thread hook;
  private volatile RunLock lock;
  private volatile boolean came;

  /**
   * @param ending is run before anything is said
   */
  Interruption(PrintStream notes, Runnable ending) {
    this.notes = notes;
    this.ending = ending;
  }

  /** From now on; for one work at a time. */
  void expect(Language language) {
    Thread one = new Thread(() -> stop(language), "stop");
    hook = one;
    Runtime.getRuntime().addShutdownHook(one);
  }

  /** The lock that is to be given back. */
  void holds(RunLock held) {
    lock = held;
  }

  /** No longer; the work has ended by itself. */
  void forget() {
    waitIfStopping();
    lock = null;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      waitForEnd();
    }
  }

  /** Keeps a thread that only failed because the process is stopping from saying anything more. */
  void waitIfStopping() {
    if (came) {
      waitForEnd();
    }
  }

  private static void waitForEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop(Language language) {
    came = true;
    ending.run();
    notes.println(
        switch (language) {
          case VI ->
              "đã dừng theo tín hiệu; bản công bố mới nhất vẫn nguyên vẹn, lần chạy sau sẽ thu hồi"
                  + " phần dở dang và làm lại";
          case EN ->
              "stopped by a signal; the last publication stands, and the next run takes back what"
                  + " was half done and does it again";
        });
    notes.flush();
    RunLock held = lock;
    if (held != null) {
      try {
        held.close();
      } catch (PipelineException unreachable) {
        notes.println(unreachable.faults().get(0).message(language));
      }
    }
  }
}
