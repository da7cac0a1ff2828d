package vn.chuyencan.measure;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.UUID;
import org.apache.iceberg.data.Record;

/**
 * The records that were taken out or not kept ({@code removed_event}), by what makes a record the
 * same one: id, content and instant.
 */
public final class Removals implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashSet<Told> removed = new HashSet<>();

  private record Told(UUID eventId, long contentHash, long occurredAt) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** The columns of {@code removed_event} that {@link #add} reads. */
  public static String[] columns() {
    return new String[] {"event_id", "content_hash", "occurred_at"};
  }

  /** Adds a row of {@code removed_event}. */
  public void add(Record row) {
    add(
        (UUID) row.getField("event_id"),
        (Long) row.getField("content_hash"),
        Instants.micros((OffsetDateTime) row.getField("occurred_at")));
  }

  /** Adds a record. */
  void add(UUID eventId, long contentHash, long occurredAt) {
    removed.add(new Told(eventId, contentHash, occurredAt));
  }

  boolean contains(UUID eventId, long contentHash, long occurredAt) {
    return !removed.isEmpty() && removed.contains(new Told(eventId, contentHash, occurredAt));
  }
}
