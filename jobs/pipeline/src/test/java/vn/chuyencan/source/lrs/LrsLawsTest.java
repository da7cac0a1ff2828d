package vn.chuyencan.source.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.error.PipelineException;

/**
 * Whatever the page size, whatever the order in which statements become visible within the overlap,
 * and whichever request is cut: over the nights everything comes, and nothing else.
 */
class LrsLawsTest {
  private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00Z");
  private static final int NIGHTS = 12;

  @TempDir private Path folder;
  private final Random random = new Random(0);

  @ParameterizedTest
  @CsvSource({"1,1", "2,3", "3,7", "4,10", "5,50", "6,1000", "7,4", "8,13"})
  void theNightsTogetherAreTheLrs(long seed, int pageSize) {
    random.setSeed(seed);
    try (FakeLrs lrs = new FakeLrs()) {
      lrs.pageSize = pageSize;
      lrs.gzip = random.nextBoolean();
      LrsSettings settings =
          LrsSettings.of("lrs", lrs.url())
              .limit(random.nextInt(3) * pageSize)
              .patience(
                  new LrsPatience(Duration.ofSeconds(20), Duration.ofSeconds(20), 0, Duration.ZERO))
              .build();
      Pulls pulls = new Pulls(folder);
      Instant now = FIRST;
      for (int night = 0; night < NIGHTS; night++) {
        // Shorter than the overlap, so that some become visible behind the cursor.
        now = now.plusSeconds(1200);
        deliver(lrs, now);
        int cut = 1 + random.nextInt(8);
        int requestsBefore = lrs.requests.size();
        lrs.misbehaviour = (exchange, request) -> request - requestsBefore == cut && cut(exchange);
        try {
          pulls.night(settings);
        } catch (PipelineException broken) {
          continue;
        }
        assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
      }
      lrs.misbehaviour = (exchange, request) -> false;
      pulls.night(settings);

      assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
    }
  }

  /** Many in a moment, and some that become visible behind others. */
  private void deliver(FakeLrs lrs, Instant now) {
    int statements = random.nextInt(40);
    for (int i = 0; i < statements; i++) {
      Instant stored = now.minusMillis(250L * random.nextInt(14_000));
      lrs.store(stored, stored.minusSeconds(random.nextInt(864_000)));
    }
    for (int i = 0; i < random.nextInt(6); i++) {
      lrs.store(now, now);
    }
  }

  private boolean cut(HttpExchange exchange) throws IOException {
    switch (random.nextInt(4)) {
      case 0 -> exchange.close();
      case 1 -> FakeLrs.status(exchange, 503, "");
      case 2 -> {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write('{');
        out.flush();
      }
      default -> FakeLrs.status(exchange, 404, "");
    }
    return true;
  }
}
