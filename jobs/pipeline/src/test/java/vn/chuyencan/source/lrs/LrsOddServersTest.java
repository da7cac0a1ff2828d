package vn.chuyencan.source.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.error.ErrorCode;

/** Servers that go in circles, forget, or filter otherwise than the standard says. */
class LrsOddServersTest {
  private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00Z");
  private static final int COUNT = 95;

  @TempDir private Path folder;
  private final FakeLrs lrs = new FakeLrs();
  private Pulls pulls;

  @BeforeEach
  void fill() {
    pulls = new Pulls(folder);
    lrs.pageSize = 10;
    for (int i = 0; i < COUNT; i++) {
      Instant stored = FIRST.plusSeconds(600L * i);
      lrs.store(stored, stored.minusSeconds(5));
    }
  }

  @AfterEach
  void stop() {
    lrs.close();
  }

  private LrsSettings settings() {
    return LrsSettings.of("lrs", lrs.url()).build();
  }

  /** A page that comes a second time is only a repeat. */
  @Test
  void aPageTwiceIsReadTwice() {
    Map<String, Integer> seen = new HashMap<>();
    String[] third = new String[1];
    lrs.misbehaviour =
        (exchange, request) -> {
          if (request == 3) {
            third[0] = exchange.getRequestURI().toString();
            return FakeLrs.status(exchange, 200, repeated(third[0], 1));
          }
          return request == 4
              && seen.isEmpty()
              && FakeLrs.status(exchange, 200, repeated(third[0], 1));
        };
    LrsPulled pulled = pulls.night(settings());
    assertThat(pulled.statements()).isEqualTo(COUNT + 2);
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
  }

  private String repeated(String link, int statement) {
    return "{\"statements\":[" + lrs.content.get(statement).json() + "],\"more\":\"" + link + "\"}";
  }

  @Test
  void theSamePageForEverEnds() {
    lrs.misbehaviour =
        (exchange, request) ->
            request > 2
                && FakeLrs.status(exchange, 200, repeated(exchange.getRequestURI().toString(), 30));
    pulls.fault(settings(), ErrorCode.LRS_REPEATS_PAGES);
    assertThat(lrs.requests).hasSizeLessThan(8);
    assertThat(pulls.cursor).isNull();
  }

  @Test
  void theSamePageInEverOtherOrderEnds() {
    List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 4, 5));
    lrs.misbehaviour =
        (exchange, request) -> {
          Collections.rotate(numbers, 1);
          String statements =
              numbers.stream()
                  .map(number -> lrs.content.get(number).json())
                  .collect(Collectors.joining(","));
          return FakeLrs.status(
              exchange,
              200,
              "{\"statements\":["
                  + statements
                  + "],\"more\":\""
                  + exchange.getRequestURI()
                  + "\"}");
        };
    pulls.fault(settings(), ErrorCode.LRS_REPEATS_PAGES);
    assertThat(lrs.requests).hasSizeLessThan(8);
  }

  @Test
  void theSamePageUnderEverNewLinksEnds() {
    lrs.misbehaviour =
        (exchange, request) ->
            FakeLrs.status(exchange, 200, repeated("/xapi/statements?at=" + request, 30));
    pulls.fault(settings(), ErrorCode.LRS_REPEATS_PAGES);
    assertThat(lrs.requests).hasSizeLessThan(8);
  }

  @Test
  void aCircleOfPagesEnds() {
    lrs.misbehaviour =
        (exchange, request) ->
            FakeLrs.status(
                exchange, 200, repeated("/xapi/statements?at=" + request % 5, request % 5));
    pulls.fault(settings(), ErrorCode.LRS_REPEATS_PAGES);
    assertThat(lrs.requests).hasSizeLessThan(12);
  }

  @Test
  void emptyPagesAreNotTheEndButEndSometime() {
    lrs.misbehaviour =
        (exchange, request) ->
            request < 40
                && FakeLrs.status(
                    exchange,
                    200,
                    "{\"statements\":[],\"more\":\"/xapi/statements?at=%d\"}".formatted(request));
    // A link that the fake does not know begins a query of its own.
    lrs.body = text -> text;
    assertThat(pulls.night(settings()).statements()).isEqualTo(COUNT);

    lrs.misbehaviour =
        (exchange, request) ->
            FakeLrs.status(
                exchange,
                200,
                "{\"statements\":[],\"more\":\"/xapi/statements?at=%d\"}".formatted(request));
    pulls.fault(settings(), ErrorCode.LRS_REPEATS_PAGES);
  }

  /** One link for all pages: the server itself knows where it stands. */
  @Test
  void theSameLinkMayBringNewPages() {
    String[] real = new String[1];
    lrs.more =
        link -> {
          real[0] = link;
          return "/xapi/statements?next=true";
        };
    lrs.misbehaviour =
        (exchange, request) -> {
          if (request == 1) {
            return false;
          }
          int from = (request - 1) * 10;
          StringBuilder page = new StringBuilder("{\"statements\":[");
          for (int i = from; i < Math.min(from + 10, COUNT); i++) {
            page.append(i > from ? "," : "").append(lrs.content.get(i).json());
          }
          page.append("]").append(from + 10 < COUNT ? ",\"more\":\"?next=true\"}" : "}");
          return FakeLrs.status(exchange, 200, page.toString());
        };
    assertThat(pulls.night(settings()).statements()).isEqualTo(COUNT);
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410})
  void whatWasForgottenIsAskedForAgainFromWhereItStood(int status) {
    lrs.misbehaviour =
        (exchange, request) -> request == 5 && FakeLrs.status(exchange, status, "expired");
    LrsPulled pulled = pulls.night(settings());
    // 40 statements were there, the last one stored at 06:30.
    assertThat(lrs.sinces()).containsExactly("-", "2025-10-01T05:30:00Z");
    assertThat(pulled.restarts()).isEqualTo(1);
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
  }

  /** No link ever works: an hour has six statements, so that a page of ten goes on. */
  @Test
  void aServerThatForgetsAtOnceIsReadToTheEnd() {
    lrs.misbehaviour = (exchange, request) -> continues(exchange) && gone(exchange);
    LrsPulled pulled = pulls.night(settings());
    assertThat(pulled.restarts()).isGreaterThan(10);
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
  }

  /** The overlap is longer than a page: a narrow one helps. */
  @Test
  void aServerThatForgetsWithinTheOverlapIsReadToTheEnd() {
    lrs.misbehaviour = (exchange, request) -> continues(exchange) && gone(exchange);
    pulls.night(LrsSettings.of("lrs", lrs.url()).overlap(Duration.ofDays(2)).build());
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
  }

  @Test
  void withoutProgressItEnds() {
    lrs.content.clear();
    for (int i = 0; i < 30; i++) {
      lrs.store(FIRST, FIRST);
    }
    lrs.misbehaviour = (exchange, request) -> continues(exchange) && gone(exchange);
    pulls.fault(settings(), ErrorCode.LRS_MORE_EXPIRES);
    assertThat(lrs.requests).hasSizeLessThan(10);
    assertThat(pulls.cursor).isNull();
  }

  /** Newest first: what is missing is older than all that was seen. */
  @Test
  void aServerThatForgetsAndGoesDownIsNeverTrusted() {
    lrs.ascends = false;
    pulls.fault(settingsOfForgetting(), ErrorCode.LRS_MORE_EXPIRES);
    assertThat(lrs.sinces()).containsOnly("-");

    lrs.misbehaviour = (exchange, request) -> false;
    LrsPulled pulled = pulls.night(settings());
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
    assertThat(pulled.next().filtersOn()).isEqualTo(FiltersOn.AUTO);
    assertThat(pulled.next().stored()).isEqualTo(lrs.content.get(COUNT - 1).stored());
  }

  private LrsSettings settingsOfForgetting() {
    lrs.misbehaviour = (exchange, request) -> continues(exchange) && gone(exchange);
    return settings();
  }

  private static boolean continues(HttpExchange exchange) {
    return exchange.getRequestURI().toString().contains("cursor=");
  }

  private static boolean gone(HttpExchange exchange) throws IOException {
    return FakeLrs.status(exchange, 404, "{\"error\":\"no such cursor\"}");
  }

  /** Late arrivals show that the server sorts by what happened; then seven days are asked again. */
  @Test
  void aServerThatFiltersOnTimestampIsFoundOut() {
    lrs.filters = FakeLrs.Stored::timestamp;
    Instant last = lrs.content.get(COUNT - 1).stored();
    lrs.store(last.plusSeconds(60), FIRST.plusSeconds(3000));
    LrsPulled first = pulls.night(settings());
    assertThat(first.next().filtersOn()).isEqualTo(FiltersOn.TIMESTAMP);
    assertThat(first.next().stored()).isEqualTo(last.plusSeconds(60));
    assertThat(lrs.sinces()).containsExactly("-");

    // Three days offline: it would stay unseen behind an hour's overlap.
    lrs.store(last.plusSeconds(86_400 * 3), last.plusSeconds(120));
    pulls.night(settings());
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
    assertThat(lrs.sinces()).containsExactly("-", "2025-09-24T15:41:00Z");
  }

  /** It shows itself in a later night only: that night asks again at once. */
  @Test
  void aServerThatShowsItLaterIsAskedAgainInTheSameNight() {
    lrs.filters = FakeLrs.Stored::timestamp;
    Instant last = lrs.content.get(COUNT - 1).stored();
    assertThat(pulls.night(settings()).next().filtersOn()).isEqualTo(FiltersOn.AUTO);
    Instant night = last.plusSeconds(86_400);
    lrs.store(night, last.minusSeconds(86_400 * 2));
    lrs.store(night.plusSeconds(60), last.plusSeconds(600));
    lrs.store(night.plusSeconds(20), last.plusSeconds(1200));

    LrsPulled second = pulls.night(settings());

    assertThat(lrs.sinces()).hasSize(3);
    assertThat(second.next().filtersOn()).isEqualTo(FiltersOn.TIMESTAMP);
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
    assertThat(Pulls.lines(second.folder())).doesNotHaveDuplicates();
  }

  @Test
  void itMayBeConfigured() {
    lrs.filters = FakeLrs.Stored::timestamp;
    LrsSettings settings =
        LrsSettings.of("lrs", lrs.url())
            .filtersOn(FiltersOn.TIMESTAMP)
            .overlap(Duration.ofDays(30))
            .build();
    pulls.night(settings);
    lrs.store(FIRST.plusSeconds(86_400), FIRST.minusSeconds(86_400 * 20));
    pulls.night(settings);
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());

    lrs.misbehaviour = (exchange, request) -> continues(exchange) && gone(exchange);
    new Pulls(folder.resolve("other")).night(settings);
  }

  @Test
  void aServerThatIgnoresSinceIsNoCircle() {
    lrs.filters = statement -> Instant.MAX.minusSeconds(statement.hashCode() & 0xffff);
    pulls.night(settings());
    pulls.night(settings());
    assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
  }

  /** Against the standard, nothing tells when it was stored: then all is read every night. */
  @Test
  void withoutStoredTheCursorStandsStill() {
    lrs.body = text -> text.replace("\"stored\":", "\"was\":");
    LrsPulled pulled = pulls.night(settings());
    assertThat(pulled.withoutStored()).isEqualTo(COUNT);
    assertThat(pulled.next().stored()).isNull();
    assertThat(pulls.night(settings()).statements()).isEqualTo(COUNT);
    lrs.body = text -> text.replace("Z\"}", "\"}");
    assertThat(pulls.night(settings()).withoutStored()).isEqualTo(COUNT);
    assertThat(URI.create(lrs.requests.get(0)).getPath()).isEqualTo("/xapi/statements");
  }
}
