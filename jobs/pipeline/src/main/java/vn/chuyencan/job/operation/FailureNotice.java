package vn.chuyencan.job.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Reason;
import vn.chuyencan.job.OperationSettings;

/**
 * Tells of a run that did not end well: by a webhook, by a command, or both. Whatever happens to
 * them, the run's own end stays what it was.
 */
public final class FailureNotice {
  private static final int ATTEMPTS = 3;
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final long COMMAND_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OperationSettings settings;
  private final Duration between;

  /** Tells those whom the configuration names. */
  public FailureNotice(OperationSettings settings) {
    this(settings, BETWEEN);
  }

  /**
   * @param between how long is waited after an attempt that failed
   */
  FailureNotice(OperationSettings settings, Duration between) {
    this.settings = settings;
    this.between = between;
  }

  /** Whether anybody is to be told. */
  public boolean isWanted() {
    return settings.webhook().isPresent() || !settings.command().isEmpty();
  }

  /**
   * Tells.
   *
   * @param message values by name, in order; {@code text} is for people
   * @return why somebody could not be told; empty when all were
   */
  public List<Fault> tell(Map<String, Object> message) {
    List<Fault> faults = new ArrayList<>();
    settings.webhook().flatMap(webhook -> post(webhook, message)).ifPresent(faults::add);
    if (!settings.command().isEmpty()) {
      start(settings.command(), message).ifPresent(faults::add);
    }
    return faults;
  }

  private Optional<Fault> post(OperationSettings.Webhook webhook, Map<String, Object> message) {
    String why = "";
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(webhook.url())
              .timeout(webhook.timeout())
              .header("Content-Type", "application/json; charset=utf-8")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message)));
      if (webhook.secret() != null) {
        request.header("Authorization", "Bearer " + webhook.secret());
      }
      // To another host the secret must not follow.
      HttpClient client =
          HttpClient.newBuilder()
              .connectTimeout(CONNECTING)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        try {
          int status =
              client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
          if (status / 100 == 2) {
            return Optional.empty();
          }
          why = "HTTP " + status;
          if (status / 100 != 5 && status != 429) {
            break;
          }
        } catch (IOException failed) {
          why = Reason.of(failed);
        }
        if (attempt < ATTEMPTS) {
          Thread.sleep(between.toMillis());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      why = "interrupted";
    } catch (IOException | RuntimeException unusable) {
      why = String.valueOf(unusable.getMessage());
    }
    // The path of a webhook is often its secret.
    String where = webhook.url().getScheme() + "://" + webhook.url().getAuthority();
    return Optional.of(Fault.of(ErrorCode.NOTICE_NOT_GIVEN, where, why));
  }

  private static Optional<Fault> start(List<String> command, Map<String, Object> message) {
    String why;
    Process process = null;
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      message.forEach(
          (name, value) -> {
            if (value instanceof String || value instanceof Integer) {
              builder
                  .environment()
                  .put("CHUYENCAN_" + name.toUpperCase(Locale.ROOT), value.toString());
            }
          });
      process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write((message.get("text") + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException doesNotRead) {
        // A program that reads nothing may have ended already; its status tells.
      }
      if (process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        if (process.exitValue() == 0) {
          return Optional.empty();
        }
        why = "exit status " + process.exitValue();
      } else {
        why = "no end after " + COMMAND_SECONDS + " s";
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      why = "interrupted";
    } catch (IOException | RuntimeException unusable) {
      why = String.valueOf(unusable.getMessage());
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
    return Optional.of(Fault.of(ErrorCode.NOTICE_NOT_GIVEN, command.get(0), why));
  }

  /** What is told of a run, for programs and, under {@code text}, for people. */
  public static Map<String, Object> message(
      String institution, RunRecord run, Optional<RunRecord> lastDone, List<String> told) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("program", "chuyencan");
    message.put("institution", institution);
    message.put("run", run.runId());
    message.put("command", run.command());
    message.put("as_of", run.asOf());
    message.put("status", run.status());
    message.put("exit", run.exit());
    message.put("errors", run.errors());
    message.put("reasons", run.reasons());
    message.put("host", run.host());
    message.put("version", run.version());
    message.put("started_at", run.startedAt());
    message.put("ended_at", run.endedAt());
    message.put("last_success", lastDone.map(RunRecord::endedAt).orElse(null));
    StringBuilder text = new StringBuilder();
    text.append("chuyencan ")
        .append(institution)
        .append(": ")
        .append(run.command())
        .append(run.asOf() == null ? "" : " --as-of " + run.asOf())
        .append(" → ")
        .append(run.exit())
        .append(" (")
        .append(run.status())
        .append(", ")
        .append(run.host())
        .append(", ")
        .append(run.runId())
        .append(')');
    told.forEach(line -> text.append('\n').append(line));
    message.put("text", text.toString());
    return message;
  }
}
