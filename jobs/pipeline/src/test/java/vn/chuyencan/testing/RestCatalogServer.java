package vn.chuyencan.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.RESTSerializers;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ConfigResponse;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.PropertyAccessor;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.DeserializationFeature;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.PropertyNamingStrategies;

/**
 * A server that speaks Iceberg's REST protocol over HTTP, by Iceberg's own handlers over a catalog
 * in memory: as much of the protocol as a lake uses.
 */
public final class RestCatalogServer implements AutoCloseable {
  private static final ObjectMapper JSON = mapper();

  private final HttpServer server;
  private final JdbcCatalog catalog = new JdbcCatalog();
  private final String token;

  /**
   * Starts it on a free port of loopback.
   *
   * @param warehouse where its tables lie
   * @param token what a client must show
   */
  public RestCatalogServer(Configuration hadoop, String warehouse, String token)
      throws IOException {
    catalog.setConf(hadoop);
    catalog.initialize(
        "rest",
        Map.of(
            CatalogProperties.URI,
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
            CatalogProperties.WAREHOUSE_LOCATION,
            warehouse,
            CatalogProperties.FILE_IO_IMPL,
            HadoopFileIO.class.getName()));
    this.token = token;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/", this::answer);
    server.start();
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
    mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    mapper.setPropertyNamingStrategy(new PropertyNamingStrategies.KebabCaseStrategy());
    RESTSerializers.registerAll(mapper);
    return mapper;
  }

  /** Its address. */
  public String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] content = exchange.getRequestBody().readAllBytes();
      String shown = exchange.getRequestHeaders().getFirst("Authorization");
      if (!("Bearer " + token).equals(shown)) {
        send(exchange, 401, error(401, "NotAuthorizedException", "who are you?"));
        return;
      }
      try {
        Object result = handle(exchange, content);
        send(exchange, result == null ? 204 : 200, result);
      } catch (NoSuchTableException | NoSuchNamespaceException absent) {
        send(exchange, 404, error(404, absent.getClass().getSimpleName(), absent.getMessage()));
      } catch (AlreadyExistsException | CommitFailedException conflict) {
        send(exchange, 409, error(409, conflict.getClass().getSimpleName(), conflict.getMessage()));
      } catch (RuntimeException failure) {
        send(exchange, 500, error(500, failure.getClass().getSimpleName(), failure.toString()));
      }
    }
  }

  private Object handle(HttpExchange exchange, byte[] content) throws IOException {
    String asked = exchange.getRequestMethod();
    List<String> path =
        List.of(exchange.getRequestURI().getRawPath().substring("/v1/".length()).split("/", -1));
    if (path.get(0).equals("config")) {
      return ConfigResponse.builder().build();
    }
    if (path.size() == 1) {
      return asked.equals("POST")
          ? CatalogHandlers.createNamespace(catalog, body(content, CreateNamespaceRequest.class))
          : CatalogHandlers.listNamespaces(catalog, Namespace.empty());
    }
    Namespace namespace = Namespace.of(decoded(path.get(1)));
    return switch (path.size()) {
      case 2 -> CatalogHandlers.loadNamespace(catalog, namespace);
      case 3 ->
          asked.equals("POST")
              ? CatalogHandlers.createTable(
                  catalog, namespace, body(content, CreateTableRequest.class))
              : CatalogHandlers.listTables(catalog, namespace);
      case 4 -> {
        TableIdentifier table = TableIdentifier.of(namespace, decoded(path.get(3)));
        yield asked.equals("POST")
            ? CatalogHandlers.updateTable(catalog, table, body(content, UpdateTableRequest.class))
            : CatalogHandlers.loadTable(catalog, table, SnapshotMode.ALL);
      }
      // Reports of how a scan went.
      default -> null;
    };
  }

  private static String decoded(String step) {
    return URLDecoder.decode(step, StandardCharsets.UTF_8);
  }

  private static <T> T body(byte[] content, Class<T> type) throws IOException {
    return JSON.readValue(content, type);
  }

  private static ErrorResponse error(int code, String type, String message) {
    return ErrorResponse.builder().responseCode(code).withType(type).withMessage(message).build();
  }

  private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
    if (answer == null || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer == null ? status : status == 200 ? 204 : status, -1);
      return;
    }
    byte[] text = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, text.length);
    exchange.getResponseBody().write(text);
  }
}
