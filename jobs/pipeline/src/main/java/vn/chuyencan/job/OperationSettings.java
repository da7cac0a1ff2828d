package vn.chuyencan.job;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run tells besides its results, and whom. Nothing here bears on results.
 *
 * @param log how steps are logged
 * @param metrics the file for Prometheus' textfile collector
 * @param webhook what is called when a run fails
 * @param command the command that is started when a run fails; empty: none
 */
public record OperationSettings(
    Log log, Optional<Path> metrics, Optional<Webhook> webhook, List<String> command) {
  /** The log in its place and nothing else. */
  public static final OperationSettings DEFAULT =
      new OperationSettings(Log.DEFAULT, Optional.empty(), Optional.empty(), List.of());

  public OperationSettings {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(metrics, "metrics");
    Objects.requireNonNull(webhook, "webhook");
    command = List.copyOf(command);
  }

  /**
   * How steps are logged.
   *
   * @param folder where; empty: beneath the warehouse's own folder
   * @param keepDays files of older days are deleted
   * @param maxBytes a file that is larger is followed by another of the same day
   */
  public record Log(Optional<Path> folder, int keepDays, long maxBytes) {
    /** Thirty days, ten megabytes a file. */
    public static final Log DEFAULT = new Log(Optional.empty(), 30, 10L << 20);
  }

  /**
   * What is called.
   *
   * @param url where a JSON document is posted to
   * @param secret sent as a bearer token; null: none
   * @param timeout how long an answer is waited for
   */
  public record Webhook(URI url, String secret, Duration timeout) {
    @Override
    public String toString() {
      return url.getScheme() + "://" + url.getAuthority();
    }
  }
}
