package vn.chuyencan.source.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;

/** Where links and redirects may lead: nowhere but to the configured address. */
class LrsAddressTest {
  private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00Z");
  private static final String PASSWORD = "doi-mat-khau";

  @TempDir private Path folder;
  private final FakeLrs lrs = new FakeLrs();
  private Pulls pulls;

  @BeforeEach
  void fill() {
    pulls = new Pulls(folder);
    lrs.pageSize = 10;
    for (int i = 0; i < 25; i++) {
      lrs.store(FIRST.plusSeconds(60L * i), FIRST);
    }
  }

  @AfterEach
  void stop() {
    lrs.close();
  }

  private LrsSettings settings() {
    return LrsSettings.of("lrs", lrs.url()).user("reader").password(Secret.of(PASSWORD)).build();
  }

  private void assertWhole() {
    assertThat(pulls.night(settings()).statements()).isEqualTo(25);
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
    assertThat(pulls.waits).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://other.example/xapi/statements?cursor=1",
        "//other.example/more",
        "https://127.0.0.1.other.example/more",
        "http://127.0.0.1:1/more",
        "http://127.0.0.1@other.example/more",
        "mailto:admin@other.example",
        "file:///etc/passwd",
        "ftp://127.0.0.1/more"
      })
  void theLrsMayNotSendElsewhere(String elsewhere) {
    lrs.more = link -> elsewhere;
    Fault fault = pulls.fault(settings(), ErrorCode.LRS_LEAVES_ITS_HOST);
    assertThat(fault.message(Language.EN)).doesNotContain("cursor=1", PASSWORD);
    assertThat(lrs.requests).hasSize(1);

    lrs.misbehaviour = (exchange, request) -> redirect(exchange, elsewhere);
    pulls.fault(settings(), ErrorCode.LRS_LEAVES_ITS_HOST);
    assertThat(lrs.requests).hasSize(2);
  }

  private static boolean redirect(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().set("Location", target);
    return FakeLrs.status(exchange, 307, "");
  }

  @Test
  void aRedirectAtHomeIsFollowed() {
    lrs.misbehaviour =
        (exchange, request) ->
            request == 1 && redirect(exchange, exchange.getRequestURI() + "&now=here");
    assertWhole();
    assertThat(lrs.requests.get(1)).endsWith("&now=here");
  }

  @Test
  void redirectsInACircleEnd() {
    lrs.misbehaviour = (exchange, request) -> redirect(exchange, "/xapi/statements?a=" + request);
    pulls.fault(settings(), ErrorCode.LRS_REFUSES);
    assertThat(lrs.requests).hasSize(6);
    lrs.misbehaviour = (exchange, request) -> FakeLrs.status(exchange, 302, "");
    pulls.fault(settings(), ErrorCode.LRS_REFUSES);
    lrs.misbehaviour =
        (exchange, request) ->
            redirect(exchange, "https://127.0.0.1:" + lrs.port() + exchange.getRequestURI());
    pulls.fault(settings(), ErrorCode.LRS_LEAVES_ITS_HOST);
  }

  /** Behind a proxy that ends TLS, or by another notation, it is the same place. */
  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:%d%s", "https://127.0.0.1%2$s", "//127.0.0.1:%d%s"})
  void anAbsoluteLinkHomeIsFollowedAtTheConfiguredAddress(String link) {
    lrs.more = path -> String.format(Locale.ROOT, link, lrs.port(), path);
    assertWhole();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statements%s",
        "?%2$s",
        "  /xapi/statements%s  ",
        "/xapi/statements%s&agent={\\\"a\\\":\\\"ữ|%%\\\"}"
      })
  void aRelativeLinkIsFollowed(String link) {
    lrs.more =
        path -> {
          String query = path.substring(path.indexOf('?'));
          return String.format(Locale.ROOT, link, query, query.substring(1));
        };
    assertWhole();
  }
}
