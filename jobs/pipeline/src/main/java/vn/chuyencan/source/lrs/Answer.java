package vn.chuyencan.source.lrs;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A usable answer.
 *
 * @param address where it came from
 * @param page its statements
 * @param date when the server sent it, by its own clock; null: it does not say so
 * @param consistentThrough what was stored until then is all there; null: it does not say so
 */
record Answer(URI address, StatementPage page, Instant date, Instant consistentThrough) {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  static Answer of(URI address, StatementPage page, HttpHeaders headers) {
    Instant consistent =
        headers
            .firstValue("X-Experience-API-Consistent-Through")
            .flatMap(Answer::timestamp)
            .orElse(null);
    return new Answer(address, page, date(headers).orElse(null), consistent);
  }

  /** How long the server wants to be left alone: seconds, or until a moment of its own clock. */
  static Optional<Duration> retryAfter(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(
            text ->
                SECONDS.matcher(text).matches()
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                    : httpDate(text)
                        .flatMap(until -> date(headers).map(now -> Duration.between(now, until))));
  }

  private static Optional<Instant> date(HttpHeaders headers) {
    return headers.firstValue("Date").flatMap(Answer::httpDate);
  }

  private static Optional<Instant> httpDate(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> timestamp(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException noTimestamp) {
      return Optional.empty();
    }
  }
}
