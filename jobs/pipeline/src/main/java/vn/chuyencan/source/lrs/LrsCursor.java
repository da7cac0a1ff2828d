package vn.chuyencan.source.lrs;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

/**
 * How far an LRS has been read. It belongs to the lake and moves with its commit.
 *
 * @param pulls how many pulls were committed; their folders in the spool are never touched again
 * @param stored everything that the LRS stored until then was taken in, but for what became visible
 *     within the overlap; null: nothing is known
 * @param start nothing that was stored until then was asked for; null: all was
 * @param filtersOn what the server was found to compare with {@code since}
 * @param url the LRS's endpoint
 */
public record LrsCursor(
    long pulls, Instant stored, Instant start, FiltersOn filtersOn, String url) {
  private static final String NONE = "-";
  private static final int PARTS = 5;

  public LrsCursor {
    Objects.requireNonNull(filtersOn, "filtersOn");
    Objects.requireNonNull(url, "url");
  }

  /** The same when nothing that was taken in counts as taken in. */
  LrsCursor fromTheBeginning() {
    return new LrsCursor(pulls, null, start, filtersOn, url);
  }

  /** One line from which {@link #of} makes the same cursor again. */
  public String text() {
    return String.join(" ", Long.toString(pulls), text(stored), text(start), filtersOn.name(), url);
  }

  /**
   * The cursor of a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static LrsCursor of(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("This is no cursor of an LRS: " + text);
    }
    try {
      return new LrsCursor(
          Long.parseLong(parts[0]),
          instant(parts[1]),
          instant(parts[2]),
          FiltersOn.valueOf(parts[3]),
          parts[4]);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException("This is no cursor of an LRS: " + text, e);
    }
  }

  /**
   * Whether a pull with these settings may go on from here. It may not if it asks another LRS, or
   * for what was stored before all that was ever asked for.
   */
  boolean isOf(URI endpoint, Instant since) {
    boolean covered = start == null || (since != null && !since.isBefore(start));
    return stored != null && url.equals(endpoint.toString()) && covered;
  }

  private static String text(Instant instant) {
    return instant == null ? NONE : instant.toString();
  }

  private static Instant instant(String text) {
    return text.equals(NONE) ? null : Instant.parse(text);
  }
}
