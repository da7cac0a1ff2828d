package vn.chuyencan.source.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.xapi.Dialect;

/** An LRS is opened before a night: one statement, no retries that take minutes, no traces. */
class LrsConnectTest {
  private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00Z");

  @TempDir private Path folder;
  private final FakeLrs lrs = new FakeLrs();

  @AfterEach
  void stop() {
    lrs.close();
  }

  private LrsSource source(String url) {
    LrsSettings settings =
        LrsSettings.of("lrs", url)
            .user("reader")
            .password(Secret.of("Mật-khẩu!"))
            .patience(
                new LrsPatience(Duration.ofSeconds(5), Duration.ofSeconds(5), 6, Duration.ZERO))
            .build();
    return new LrsSource(settings, folder.resolve("spool"), 0, null, Dialect.AUTO, null);
  }

  @Test
  void oneStatementIsAskedForAndNothingIsKept() {
    lrs.store(FIRST, FIRST);
    lrs.store(FIRST.plusSeconds(1), FIRST);

    assertThat(source(lrs.url()).connect().faults()).isEmpty();
    assertThat(lrs.requests).hasSize(1).first().asString().contains("limit=1");
    assertThat(folder.resolve("spool")).doesNotExist();
  }

  @Test
  void whoeverIsRefusedHearsIt() {
    lrs.misbehaviour = (exchange, request) -> FakeLrs.status(exchange, 401, "no");

    assertThat(source(lrs.url()).connect().faults())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.LRS_ACCESS_DENIED);
  }

  @Test
  void aServerThatIsNotThereIsToldSoon() {
    String url = lrs.url();
    lrs.close();
    long before = System.nanoTime();

    assertThat(source(url).connect().faults())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.LRS_UNREACHABLE);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
  }
}
