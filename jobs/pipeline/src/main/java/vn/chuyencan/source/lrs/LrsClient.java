package vn.chuyencan.source.lrs;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Set;
import java.util.zip.ZipException;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;

/** Asks an LRS until it answers, or until it is clear that it will not. */
final class LrsClient {
  private static final Set<Integer> DENIED = Set.of(401, 403);
  private static final Set<Integer> LATER = Set.of(408, 425, 429);
  private static final Set<Integer> FORGOTTEN = Set.of(400, 404, 410);
  private static final int OK = 200;
  private static final int REDIRECTS = 5;

  private final LrsSettings settings;
  private final Endpoint endpoint;
  private final LrsAccess.Opened access;
  private final Connection connection;
  private final Sleeper sleeper;
  private int files;
  private int retries;
  private boolean asked;

  LrsClient(LrsSettings settings, Endpoint endpoint, Sleeper sleeper) {
    this.settings = settings;
    this.endpoint = endpoint;
    this.sleeper = sleeper;
    this.access = settings.access().open();
    this.connection = new Connection(settings, access);
  }

  int retries() {
    return retries;
  }

  /**
   * The page at an address. Its file lies in the folder, hidden, and is the caller's to delete.
   *
   * @param continued whether the address is one that the server gave and may have forgotten
   * @throws PageForgotten if it has
   * @throws PipelineException if there is no page
   */
  Answer page(URI address, boolean continued, Path folder)
      throws IOException, InterruptedException, PageForgotten {
    if (asked) {
      pause(settings.patience().pause());
    }
    asked = true;
    for (int retry = 0; ; retry++) {
      try {
        return attempt(address, continued, folder, REDIRECTS);
      } catch (AskAgain failed) {
        boolean tooLong = failed.wish.compareTo(LrsPatience.LONGEST_WISH) > 0;
        if (retry >= settings.patience().maxRetries() || tooLong) {
          throw new PipelineException(
              Fault.of(
                  ErrorCode.LRS_UNREACHABLE,
                  settings.source(),
                  endpoint.shown(),
                  Integer.toString(retry + 1),
                  failed.getMessage()),
              failed);
        }
        retries++;
        Duration usual = LrsPatience.before(retry);
        pause(failed.wish.compareTo(usual) > 0 ? failed.wish : usual);
      }
    }
  }

  private void pause(Duration time) throws InterruptedException {
    if (!time.isZero()) {
      sleeper.sleep(time);
    }
  }

  private Answer attempt(URI address, boolean continued, Path folder, int redirects)
      throws IOException, InterruptedException, PageForgotten, AskAgain {
    // A name of its own each time: an answer that was given up may still be written to.
    Path body = folder.resolve(".answer-" + ++files);
    HttpResponse<Path> response = response(address, body);
    HttpHeaders headers = response.headers();
    int status = response.statusCode();
    if (status == OK) {
      return usable(address, body, headers);
    }
    String message = ServerMessage.of(body, headers, access);
    Files.deleteIfExists(body);
    String target = headers.firstValue("Location").orElse("");
    if (status >= 300 && status < 400 && !target.isEmpty() && redirects > 0) {
      return attempt(redirected(target, address), continued, folder, redirects - 1);
    }
    if (DENIED.contains(status)) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.LRS_ACCESS_DENIED,
              settings.source(),
              endpoint.shown(),
              Integer.toString(status)));
    }
    if (LATER.contains(status) || status >= 500) {
      throw new AskAgain(
          "HTTP " + status + ": " + message,
          Answer.retryAfter(headers).orElse(Duration.ZERO),
          null);
    }
    if (continued && FORGOTTEN.contains(status)) {
      throw new PageForgotten();
    }
    throw new PipelineException(
        Fault.of(
            ErrorCode.LRS_REFUSES,
            settings.source(),
            endpoint.shown(),
            Integer.toString(status),
            message));
  }

  private HttpResponse<Path> response(URI address, Path body)
      throws IOException, InterruptedException, AskAgain {
    try {
      return connection.ask(address, body);
    } catch (IOException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof CertificateException) {
          throw new PipelineException(
              Fault.of(
                  ErrorCode.LRS_NOT_TRUSTED,
                  settings.source(),
                  endpoint.shown(),
                  ServerMessage.shortened(String.valueOf(cause.getMessage()))),
              failed);
        }
      }
      Files.deleteIfExists(body);
      throw new AskAgain(told(failed), Duration.ZERO, failed);
    }
  }

  private static Answer usable(URI address, Path body, HttpHeaders headers)
      throws IOException, AskAgain {
    try {
      AnswerBody.unpacked(body, headers);
      return Answer.of(address, StatementPage.of(body), headers);
    } catch (BrokenAnswer | EOFException | ZipException | LimitedFile.TooLong broken) {
      Files.deleteIfExists(body);
      String type = headers.firstValue("Content-Type").orElse("-");
      throw new AskAgain(
          told(broken) + " (" + ServerMessage.shortened(type) + ")", Duration.ZERO, broken);
    }
  }

  /** A redirect to the same page under another scheme or port leaves the configured address too. */
  private URI redirected(String target, URI from) {
    URI next = follow(target, from);
    if (next.equals(from)) {
      throw leaves(target, null);
    }
    return next;
  }

  /** The address that {@code more} or a redirect names. */
  URI follow(String reference, URI from) {
    try {
      return endpoint.follow(reference, from);
    } catch (Endpoint.ForeignAddress foreign) {
      throw leaves(foreign.getMessage(), foreign);
    }
  }

  private PipelineException leaves(String where, Throwable cause) {
    return new PipelineException(
        Fault.of(
            ErrorCode.LRS_LEAVES_ITS_HOST,
            settings.source(),
            endpoint.shown(),
            ServerMessage.shortened(access.without(where))),
        cause);
  }

  private static String told(Exception failed) {
    return ServerMessage.shortened(Reason.of(failed));
  }

  /** An attempt failed in a way that may pass. */
  private static final class AskAgain extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Duration wish;

    AskAgain(String message, Duration wish, Throwable cause) {
      super(message, cause);
      this.wish = wish;
    }
  }

  /** The server does not know any more how a query went on. */
  static final class PageForgotten extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
