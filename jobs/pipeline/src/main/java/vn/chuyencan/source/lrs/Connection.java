package vn.chuyencan.source.lrs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one question and has its answer, as it came, in a file. */
final class Connection {
  private final HttpClient client;
  private final Duration timeout;
  private final String version;
  private final LrsAccess.Opened access;

  Connection(LrsSettings settings, LrsAccess.Opened access) {
    this.timeout = settings.patience().timeout();
    this.version = settings.version();
    this.access = access;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            // The proxies of institutions stumble over an upgrade in clear text.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.patience().connectTimeout());
    LrsRoute route = settings.route();
    builder.proxy(
        route.proxy() == null
            ? ProxySelector.getDefault()
            : ProxySelector.of(
                new InetSocketAddress(route.proxy().getHost(), route.proxy().getPort())));
    if (route.trustStore() != null) {
      builder.sslContext(TrustStore.context(route.trustStore(), route.trustStorePassword()));
    }
    this.client = builder.build();
  }

  /**
   * Asks once. The whole answer must be there in time: a server that stops in the middle of it
   * would hold up the night for ever.
   *
   * @param file where the answer goes; it does not exist
   * @throws IOException if there is none, or not the whole of it
   */
  HttpResponse<Path> ask(URI address, Path file) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .GET()
            .timeout(timeout)
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip")
            .header("Cache-Control", "no-cache")
            .header("X-Experience-API-Version", version);
    if (access.header() != null) {
      request.header("Authorization", access.header());
    }
    CompletableFuture<HttpResponse<Path>> answer =
        client.sendAsync(request.build(), LimitedFile.handler(file, LimitedFile.LONGEST));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("timeout " + timeout, e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
    }
  }
}
