package vn.chuyencan.job.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.OperationSettings;

/** Against a real server and real programs. */
class FailureNoticeTest {
  private static final Map<String, Object> MESSAGE =
      Map.of("exit", 4, "run", "r1", "text", "cổng dữ liệu đóng");

  @TempDir private Path folder;
  private HttpServer server;
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final List<String> secrets = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> answers = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          secrets.add(exchange.getRequestHeaders().getFirst("Authorization"));
          int status = answers.isEmpty() ? 200 : answers.remove(0);
          if (status == 0) {
            return;
          }
          if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private List<Fault> tell(String secret, List<String> command) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=t");
    return new FailureNotice(
            new OperationSettings(
                OperationSettings.Log.DEFAULT,
                Optional.empty(),
                Optional.of(new OperationSettings.Webhook(url, secret, Duration.ofSeconds(2))),
                command),
            Duration.ofMillis(10))
        .tell(MESSAGE);
  }

  @Test
  void aWebhookGetsTheMessageAndTheSecret() throws IOException {
    assertThat(tell("khóa", List.of())).isEmpty();
    JsonNode told = new ObjectMapper().readTree(bodies.get(0));
    assertThat(told.path("exit").asInt()).isEqualTo(4);
    assertThat(told.path("text").asText()).isEqualTo("cổng dữ liệu đóng");
    assertThat(secrets.get(0)).startsWith("Bearer ");
  }

  @Test
  void aServerThatFailsIsAskedAgainAFewTimes() {
    answers.addAll(List.of(503, 429));
    assertThat(tell(null, List.of())).isEmpty();
    assertThat(bodies).hasSize(3);
    assertThat(secrets).containsOnlyNulls();

    answers.addAll(List.of(500, 500, 500, 500));
    assertThat(tell(null, List.of()))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(ErrorCode.NOTICE_NOT_GIVEN);
              assertThat(fault.message(Language.EN))
                  .startsWith("E5096: http://127.0.0.1:")
                  .contains("HTTP 500")
                  .doesNotContain("token");
            });
    assertThat(bodies).hasSize(6);
  }

  @Test
  void aRefusalAndARedirectionAreNotAskedAgain() {
    answers.addAll(List.of(403, 302));
    assertThat(tell("s", List.of())).hasSize(1);
    assertThat(tell("s", List.of())).hasSize(1);
    assertThat(bodies).hasSize(2);
  }

  @Test
  void aServerThatIsSilentIsNotWaitedForLong() {
    server.stop(0);
    assertThat(tell(null, List.of())).hasSize(1);
  }

  @Test
  void aCommandGetsWordsAndValues() throws IOException {
    Path told = folder.resolve("told");
    List<String> command =
        List.of("sh", "-c", "cat > '" + told + "'; echo \"$CHUYENCAN_EXIT\" >> '" + told + "'");
    assertThat(tell(null, command)).isEmpty();
    assertThat(Files.readAllLines(told)).containsExactly("cổng dữ liệu đóng", "4");
    assertThat(tell(null, List.of("sh", "-c", "exit 3")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message(Language.VI)).contains("exit status 3"));
    assertThat(tell(null, List.of(folder.resolve("nothing").toString()))).hasSize(1);
  }
}
