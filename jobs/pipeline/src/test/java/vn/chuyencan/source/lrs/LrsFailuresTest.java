package vn.chuyencan.source.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;

/** An LRS that fails, for a while or for good. */
class LrsFailuresTest {
  private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00Z");
  private static final String PASSWORD = "Mật-khẩu!";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final FakeLrs lrs = new FakeLrs();
  private final CountDownLatch end = new CountDownLatch(1);
  private Pulls pulls;

  @BeforeEach
  void fill() {
    pulls = new Pulls(folder.resolve("spool"));
    lrs.pageSize = 10;
    for (int i = 0; i < 25; i++) {
      lrs.store(FIRST.plusSeconds(60L * i), FIRST);
    }
  }

  @AfterEach
  void stop() {
    end.countDown();
    lrs.close();
  }

  private LrsSettings settings() {
    return settings(new LrsPatience(MINUTE, MINUTE, 3, Duration.ZERO));
  }

  private LrsSettings settings(LrsPatience patience) {
    return LrsSettings.of("lrs", lrs.url())
        .user("reader")
        .password(Secret.of(PASSWORD))
        .patience(patience)
        .build();
  }

  private void assertWholeAfterRetries(Integer... seconds) {
    LrsPulled pulled = pulls.night(settings());
    assertThat(pulled.statements()).isEqualTo(25);
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
    assertThat(pulls.waits)
        .containsExactlyElementsOf(
            Arrays.stream(seconds).map(second -> Duration.ofSeconds(second)).toList());
    assertThat(pulled.retries()).isEqualTo(seconds.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 507})
  void whatMayPassIsAskedAgain(int status) {
    lrs.misbehaviour =
        (exchange, request) ->
            (request == 2 || request == 3) && FakeLrs.status(exchange, status, "busy");
    assertWholeAfterRetries(1, 2);
  }

  @Test
  void aWishInSecondsIsGranted() {
    lrs.misbehaviour =
        (exchange, request) -> {
          exchange.getResponseHeaders().set("Retry-After", request == 1 ? "17" : "0");
          return request < 3 && FakeLrs.status(exchange, 429, "");
        };
    assertWholeAfterRetries(17, 2);
  }

  @Test
  void aWishAsADateIsByTheServersOwnClock() {
    lrs.misbehaviour =
        (exchange, request) -> {
          exchange.getResponseHeaders().set("Date", "Fri, 31 Dec 1999 23:59:00 GMT");
          exchange.getResponseHeaders().set("Retry-After", "Sat, 01 Jan 2000 00:00:30 GMT");
          return request == 1 && FakeLrs.status(exchange, 503, "");
        };
    LrsPulled pulled = pulls.night(settings());
    assertThat(pulled.statements()).isEqualTo(25);
    // The JDK's server may write a date of its own.
    assertThat(pulls.waits).hasSize(1);
    assertThat(pulls.waits.get(0)).isIn(Duration.ofSeconds(90), Duration.ofSeconds(1));
  }

  @Test
  void whoWantsToBeLeftAloneForHoursIsAskedAnotherNight() {
    lrs.misbehaviour =
        (exchange, request) -> {
          exchange.getResponseHeaders().set("Retry-After", "7200");
          return FakeLrs.status(exchange, 503, "");
        };
    pulls.fault(settings(), ErrorCode.LRS_UNREACHABLE);
    assertThat(pulls.waits).isEmpty();
  }

  @Test
  void whatNeverPassesIsToldAndNothingIsTaken() {
    lrs.misbehaviour =
        (exchange, request) -> request > 1 && FakeLrs.status(exchange, 500, "Lỗi\nPostgreSQL");
    Fault fault = pulls.fault(settings(), ErrorCode.LRS_UNREACHABLE);
    assertThat(fault.message(Language.EN))
        .isEqualTo(
            "E5020: source lrs: the LRS "
                + lrs.url()
                + "/statements gave no usable answer in 4 attempts; the last one ended with: "
                + "HTTP 500: Lỗi PostgreSQL. Nothing was taken in; the next run asks again for "
                + "the same.");
    assertThat(pulls.waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
    assertThat(pulls.cursor).isNull();

    lrs.misbehaviour = (exchange, request) -> false;
    pulls.waits.clear();
    assertWholeAfterRetries();
  }

  @Test
  void nobodyThere() {
    LrsSettings settings = settings();
    lrs.close();
    Fault fault = pulls.fault(settings, ErrorCode.LRS_UNREACHABLE);
    assertThat(fault.message(Language.EN))
        .contains("nobody answers there")
        .doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aWrongPasswordIsToldAtOnce(int status) {
    lrs.misbehaviour = (exchange, request) -> FakeLrs.status(exchange, status, PASSWORD);
    Fault fault = pulls.fault(settings(), ErrorCode.LRS_ACCESS_DENIED);
    assertThat(fault.code().kind().exitStatus()).isEqualTo(5);
    assertThat(fault.message(Language.EN)).contains("HTTP " + status).doesNotContain(PASSWORD);
    assertThat(lrs.requests).hasSize(1);
    assertThat(lrs.authorizations).containsExactly("Basic cmVhZGVyOk3huq10LWto4bqpdSE=");
  }

  @Test
  void aRefusalIsToldWithTheServersWordsAndWithoutSecrets() {
    lrs.misbehaviour =
        (exchange, request) ->
            FakeLrs.status(
                exchange,
                400,
                "limit too\r\nhigh " + lrs.authorizations.get(0) + PASSWORD + "a".repeat(900));
    Fault fault = pulls.fault(settings(), ErrorCode.LRS_REFUSES);
    assertThat(fault.arguments().get(2)).isEqualTo("400");
    assertThat(fault.arguments().get(3))
        .startsWith("limit too high Basic ******aaa")
        .endsWith("a…")
        .hasSizeLessThan(210);
    assertThat(lrs.requests).hasSize(1);
  }

  @Test
  void aSlowServerIsWaitedForWithinItsTime() {
    lrs.misbehaviour =
        (exchange, request) -> {
          pass(150);
          return false;
        };
    assertWholeAfterRetries();
  }

  /** It says nothing at all, or stops in the middle of the page. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aServerThatHangsIsGivenUp(boolean begins) {
    lrs.misbehaviour =
        (exchange, request) -> {
          if (request == 2) {
            if (begins) {
              exchange.sendResponseHeaders(200, 5000);
              exchange
                  .getResponseBody()
                  .write("{\"statements\":[".getBytes(StandardCharsets.UTF_8));
              exchange.getResponseBody().flush();
            }
            pass(20_000);
            return true;
          }
          return false;
        };
    LrsPulled pulled =
        pulls.night(settings(new LrsPatience(MINUTE, Duration.ofMillis(2_500), 1, Duration.ZERO)));
    assertThat(pulled.retries()).isEqualTo(1);
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
  }

  private void pass(int milliseconds) throws IOException {
    try {
      assertThat(end.await(milliseconds, TimeUnit.MILLISECONDS)).isIn(true, false);
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  /** A quarter of a megabyte that unpacks to a quarter of a gigabyte. */
  @Test
  void aPackedPageThatWouldFillTheDiskIsNotUnpackedToItsEnd() {
    lrs.misbehaviour =
        (exchange, request) -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, 0);
          byte[] blanks = new byte[1 << 20];
          Arrays.fill(blanks, (byte) ' ');
          try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
            for (long sent = 0; sent <= LimitedFile.LONGEST; sent += blanks.length) {
              out.write(blanks);
            }
          }
          return true;
        };
    Fault fault =
        pulls.fault(
            settings(new LrsPatience(MINUTE, MINUTE, 0, Duration.ZERO)), ErrorCode.LRS_UNREACHABLE);
    assertThat(fault.arguments().get(3)).contains("more than " + LimitedFile.LONGEST + " bytes");
  }

  @Test
  void anAnswerThatDoesNotEndIsCutOff() throws Exception {
    lrs.misbehaviour =
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] blanks = new byte[1 << 14];
          try (OutputStream out = exchange.getResponseBody()) {
            while (end.getCount() > 0) {
              out.write(blanks);
            }
          }
          return true;
        };
    Path file = folder.resolve("answer");
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(lrs.url() + "/statements?a=b")).build();

    assertThatThrownBy(
            () -> HttpClient.newHttpClient().send(question, LimitedFile.handler(file, 1 << 20)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 1048576 bytes");
    assertThat(Files.size(file)).isLessThanOrEqualTo(1 << 20);
  }

  /** Less than its length says, half of a gzip, half of a JSON, no JSON, no StatementResult. */
  @ParameterizedTest
  @ValueSource(strings = {"length", "gzip", "json", "html", "list", "more", "nothing", "packed"})
  void aBrokenPageIsAskedForAgainAndNothingOfItStays(String kind) {
    lrs.misbehaviour = (exchange, request) -> request % 2 == 0 && broken(exchange, kind);
    LrsPulled pulled = pulls.night(settings());

    assertThat(pulled.retries()).isPositive();
    assertThat(Pulls.lines(pulled.folder())).hasSize(25).doesNotHaveDuplicates();
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());

    lrs.misbehaviour = (exchange, request) -> broken(exchange, kind);
    Fault fault = pulls.fault(settings(), ErrorCode.LRS_UNREACHABLE);
    assertThat(fault.arguments().get(3)).isNotBlank();
  }

  private boolean broken(HttpExchange exchange, String kind) throws IOException {
    String page = "{\"statements\":[" + lrs.content.get(3).json() + "],\"more\":\"\"}";
    byte[] whole = page.getBytes(StandardCharsets.UTF_8);
    switch (kind) {
      case "length" -> {
        exchange.sendResponseHeaders(200, whole.length + 1L);
        OutputStream out = exchange.getResponseBody();
        out.write(whole);
        out.flush();
        exchange.close();
      }
      case "gzip" -> {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        byte[] packed = FakeLrs.gzipped(whole);
        FakeLrs.send(exchange, 200, Arrays.copyOf(packed, packed.length - 5));
      }
      case "packed" -> {
        exchange.getResponseHeaders().set("Content-Encoding", "br");
        FakeLrs.send(exchange, 200, whole);
      }
      case "json" -> FakeLrs.send(exchange, 200, Arrays.copyOf(whole, whole.length - 20));
      case "html" -> FakeLrs.status(exchange, 200, "<html>Đăng nhập</html>");
      case "list" -> FakeLrs.status(exchange, 200, "[" + lrs.content.get(3).json() + "]");
      case "more" -> FakeLrs.status(exchange, 200, page.replace("\"\"", "7"));
      default -> FakeLrs.status(exchange, 200, "");
    }
    return true;
  }

  @Test
  void aSpoolThatCannotBeWrittenIsTold() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, "");
    Fault fault = new Pulls(file).fault(settings(), ErrorCode.SPOOL_UNWRITABLE);
    assertThat(fault.arguments()).startsWith("lrs", file.toString());
    assertThat(List.of(Files.readString(file))).containsExactly("");
  }
}
