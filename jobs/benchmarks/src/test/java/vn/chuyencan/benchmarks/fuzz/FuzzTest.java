package vn.chuyencan.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few cases of {@code scripts/fuzz}, so that it goes on knowing what the program reads. */
class FuzzTest {
  private static final int CASES = 45;
  private static final long LONGEST_SECONDS = 300;

  @TempDir Path folder;

  @Test
  void whatIsRightIsTakenInAndDamagesAreTakenInOrRefused() throws Exception {
    Path home = Path.of("../..").toRealPath();
    assertThat(Fuzz.run(home, folder.resolve("work"), 1, CASES, LONGEST_SECONDS)).isZero();
  }
}
