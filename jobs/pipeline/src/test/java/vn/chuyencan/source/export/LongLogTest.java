package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.xapi.source.RecordReader.Ending;

/** A site's log of forty megabytes that Moodle writes as JSON on one line (PITFALLS 21). */
class LongLogTest {
  private static final int ROWS = 160_000;
  private static final long MEBI = 1L << 20;
  private static final long MOST_KEPT = 12 * MEBI;
  private static final String ROW =
      "{\"time\":\"22\\/10\\/26, 09:02:31\",\"userfullname\":\"Ánh Dương\",\"eventname\":\"Course"
          + " viewed\",\"description\":\"The user with id '%d' viewed the course with id"
          + " '2'.%s\",\"origin\":\"web\"}";

  @TempDir private Path folder;

  private long rows;
  private long first;
  private long last;

  @Test
  void noMoreThanARowIsHeld() throws IOException {
    Path file = folder.resolve("log.json");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("[[");
      for (int number = 1; number <= ROWS; number++) {
        out.write(number == 1 ? "" : ",");
        out.write(ROW.formatted(number, "a".repeat(120)));
      }
      out.write("]]");
    }
    assertThat(Files.size(file)).isGreaterThan(40 * MEBI);

    Ending ending =
        CellRows.read(
            Download.of(file),
            null,
            (number, cells) -> {
              rows++;
              assertThat(cells).hasSize(5);
              if (rows == 1) {
                first = used();
              } else if (rows == ROWS + 1) {
                last = used();
              }
              return true;
            });

    assertThat(ending).isEqualTo(Ending.WHOLE);
    assertThat(rows).as("and the headings").isEqualTo(ROWS + 1);
    assertThat(last - first).isLessThan(MOST_KEPT);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
