package vn.chuyencan.source.lrs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** An LRS on this machine that keeps to the standard, unless a test tells it not to. */
final class FakeLrs implements AutoCloseable {
  /** What a test does with a request instead of the LRS; false: the LRS is to answer. */
  @FunctionalInterface
  interface Misbehaviour {
    boolean answers(HttpExchange exchange, int request) throws IOException;
  }

  /** A statement as the LRS keeps it. */
  record Stored(Instant stored, Instant timestamp, String json) {}

  final List<Stored> content = new ArrayList<>();
  final List<String> requests = new ArrayList<>();
  final List<String> authorizations = new ArrayList<>();
  final Map<String, String> headers = new HashMap<>();
  int pageSize = 100;
  boolean gzip = true;
  Function<Stored, Instant> filters = Stored::stored;
  boolean ascends = true;
  Misbehaviour misbehaviour = (exchange, request) -> false;
  UnaryOperator<String> more = link -> link;
  UnaryOperator<String> body = text -> text;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<Stored>> queries = new ArrayList<>();
  private int cursors;
  private final Map<String, int[]> positions = new HashMap<>();

  FakeLrs() {
    this(FakeLrs::plain);
  }

  FakeLrs(Function<InetSocketAddress, HttpServer> maker) {
    this.server = maker.apply(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.createContext("/xapi/statements", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  private static HttpServer plain(InetSocketAddress address) {
    try {
      return HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/xapi";
  }

  /** Stores a statement. */
  void store(Instant stored, Instant timestamp) {
    content.add(new Stored(stored, timestamp, LrsStatements.of(content.size(), stored, timestamp)));
  }

  /** All statements, in the order of the alphabet. */
  List<String> all() {
    return content.stream().map(Stored::json).sorted().toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int request;
      synchronized (this) {
        requests.add(exchange.getRequestURI().toString());
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        request = requests.size();
      }
      if (!misbehaviour.answers(exchange, request)) {
        answer(exchange);
      }
    }
  }

  /** The answer of a conforming LRS. */
  void answer(HttpExchange exchange) throws IOException {
    byte[] bytes = page(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
    headers.forEach(exchange.getResponseHeaders()::set);
    boolean asked =
        String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding")).contains("gzip");
    if (gzip && asked) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      bytes = gzipped(bytes);
    }
    send(exchange, 200, bytes);
  }

  static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static boolean status(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    return true;
  }

  private synchronized String page(URI address) {
    Map<String, String> asked = parameters(address);
    int[] position = positions.get(asked.get("cursor"));
    if (position == null) {
      queries.add(query(asked));
      position = new int[] {queries.size() - 1, 0};
    }
    List<Stored> found = queries.get(position[0]);
    int wanted = Integer.parseInt(asked.getOrDefault("limit", "0"));
    int size = position[1] > 0 || wanted == 0 ? pageSize : Math.min(wanted, pageSize);
    int end = Math.min(position[1] + size, found.size());
    String statements =
        found.subList(position[1], end).stream().map(Stored::json).collect(Collectors.joining(","));
    String link = "";
    if (end < found.size()) {
      String cursor = "c" + ++cursors;
      positions.put(cursor, new int[] {position[0], end});
      link = more.apply("/xapi/statements?cursor=" + cursor);
    }
    return body.apply("{\"statements\":[" + statements + "],\"more\":\"" + link + "\"}");
  }

  private List<Stored> query(Map<String, String> asked) {
    Instant since = asked.containsKey("since") ? Instant.parse(asked.get("since")) : Instant.MIN;
    Comparator<Stored> order = Comparator.comparing(filters);
    return content.stream()
        .filter(statement -> filters.apply(statement).isAfter(since))
        .sorted(ascends && "true".equals(asked.get("ascending")) ? order : order.reversed())
        .toList();
  }

  static Map<String, String> parameters(URI address) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : address.getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  /** The values of {@code since} of all first pages so far; "-" where there was none. */
  List<String> sinces() {
    return requests.stream()
        .filter(request -> request.contains("ascending="))
        .map(request -> parameters(URI.create(request)).getOrDefault("since", "-"))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
