package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.ConfigurationLoader;
import vn.chuyencan.job.NightRegisters;
import vn.chuyencan.job.query.QuerySession;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.OvertakenReading;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.SparkSessions;
import vn.chuyencan.testing.TestWorkers;

/**
 * What somebody reads is deleted from the disk meanwhile: nothing is damaged, and nothing of ours
 * failed.
 */
class OvertakenReaderTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-10-20");

  @TempDir private Path folder;

  private String file;
  private Configuration configuration;

  @BeforeEach
  void aNight() {
    SecretClass.write(folder, true);
    file = folder.resolve("chuyencan.yaml").toString();
    CommandLines.run("run", "--config", file, "--as-of", AS_OF.toString()).done();
    configuration =
        ConfigurationLoader.load(Path.of(file), name -> null)
            .unlocked(TestWorkers.shared().hadoop());
  }

  private void retain() {
    try {
      Path written = Path.of(file);
      Files.writeString(written, Files.readString(written) + "retention: {learning_event: 21d}\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CommandLines.runAt(
            CommandLines.NOW.plusSeconds(60),
            "retain",
            "--config",
            file,
            "--as-of",
            AS_OF.plusMonths(1).toString())
        .done();
  }

  private static long count(Lake lake) {
    long count = 0;
    try (CloseableIterable<Record> rows =
        lake.rows(Tables.LEARNING_EVENT, Expressions.alwaysTrue())) {
      for (Record row : rows) {
        count += row.size() > 0 ? 1 : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count;
  }

  private static void assertOvertaken(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            PipelineException.class,
            told -> {
              assertThat(told.faults().get(0).code()).isEqualTo(ErrorCode.LAKE_OVERTAKEN);
              assertThat(told.exitStatus()).isEqualTo(5);
            });
  }

  @Test
  void aTableThatWasOpenedBeforeIsTold() {
    assertOvertaken(
        () ->
            CommandLines.nights(CommandLines.NOW, AS_OF)
                .reading(
                    configuration,
                    night -> {
                      assertThat(count(night.lake())).isPositive();
                      retain();
                      return count(night.lake());
                    }));
  }

  @Test
  void aTableThatIsOpenedAfterwardsIsTold() {
    assertOvertaken(
        () ->
            CommandLines.nights(CommandLines.NOW, AS_OF)
                .reading(
                    configuration,
                    night -> {
                      retain();
                      return count(night.lake());
                    }));
  }

  /** As identities, status and validate read. */
  @Test
  void aLakeThatIsReadWithoutANightIsTold() {
    assertOvertaken(
        () ->
            OvertakenReading.during(
                TestWorkers.shared().hadoop(),
                configuration.lake(),
                lake -> {
                  retain();
                  return count(lake);
                }));
  }

  @Test
  void aQuestionIsTold() {
    SparkSessions.shared();
    assertOvertaken(
        () ->
            QuerySession.during(
                new QuerySession.Scope(configuration, NightRegisters.read(configuration), false),
                "local[*]",
                Map.of(),
                session -> {
                  retain();
                  session.ask(
                      "SELECT count(*) FROM learning_event",
                      answer -> answer.rows().forEachRemaining(row -> {}));
                  return 0;
                }));
  }
}
