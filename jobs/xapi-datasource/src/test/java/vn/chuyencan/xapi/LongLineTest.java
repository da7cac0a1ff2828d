package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forty megabytes without a line end (PITFALLS 21): each record is met once, and none is kept. */
class LongLineTest {
  private static final int STATEMENTS = 20_000;
  private static final int BYTES_EACH = 2_100;
  private static final long MEBI = 1L << 20;
  private static final long MOST_KEPT = 12 * MEBI;

  @TempDir private Path folder;

  /** Counts statements, and looks at the first and at the last how much memory is in use. */
  private static final class Counting implements StatementSink {
    private final Set<Long> ids = new HashSet<>(2 * STATEMENTS);
    private int rejected;
    private long first;
    private long last;

    @Override
    public void accepted(StatementRecord record) {
      ids.add(record.eventIdLow());
      if (ids.size() == 1) {
        first = used();
      } else if (ids.size() == STATEMENTS) {
        last = used();
      }
    }

    @Override
    public void rejected(RejectedStatement statement) {
      rejected++;
    }

    @Override
    public void outOfScope(StatementRecord record) {
      rejected++;
    }

    @Override
    public void actor(long key, ActorIdentity identity) {}

    @Override
    public void activity(long key, ActivityDescription description) {}

    @Override
    public void verb(long key, VerbDescription description) {}

    private static long used() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {"[ ]", "{'more':'','statements':[ ]}", "{'statements':[ ]}"})
  void aFileOfOneLineIsReadInRecords(String before, String after) throws IOException {
    Path file = folder.resolve("one-line.json");
    write(file, before.replace('\'', '"'), after);
    assertThat(Files.size(file)).isGreaterThan(40 * MEBI);

    Counting counted = new Counting();
    // Several tasks would each find the line too long for them: one has to take it.
    for (InputSplit split :
        InputSplits.plan(new Configuration(), file.toUri().toString(), 4 * MEBI)) {
      new StatementScanner(Scans.lenient()).scan(split, new Configuration(), counted);
    }

    assertThat(counted.rejected).isZero();
    assertThat(counted.ids).hasSize(STATEMENTS);
    assertThat(counted.last - counted.first).isLessThan(MOST_KEPT);
  }

  private static void write(Path file, String before, String after) throws IOException {
    String id = Samples.statement(1).path("id").asText();
    String text = Samples.statement(1).toString();
    String padded =
        text.substring(0, text.length() - 1)
            + ",\"result\":{\"response\":\""
            + "a".repeat(BYTES_EACH - text.length())
            + "\"}}";
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(before);
      for (int number = 0; number < STATEMENTS; number++) {
        out.write(number == 0 ? "" : ",");
        out.write(padded.replace(id, new UUID(0x4000L, 0x8L << 60 | number).toString()));
      }
      out.write(after);
    }
  }
}
