package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** When sources were heard, what was refused, and what belongs to nobody. */
class SourceHealthTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 9, 20);

  private static Record day(String source, int day, long events) {
    Record row = GenericRecord.create(TableContract.of(Tables.VERB_DAY).icebergSchema());
    row.setField("source", source);
    row.setField("event_date", LocalDate.of(2026, 9, day));
    row.setField("events", events);
    return row;
  }

  private static Record batch(String source, long read, long rejected) {
    Record row = GenericRecord.create(TableContract.of(Tables.INGEST_BATCH).icebergSchema());
    row.setField("source", source);
    row.setField("read", read);
    row.setField("rejected", rejected);
    return row;
  }

  private static Record rejected(String source, String reason) {
    Record row = GenericRecord.create(TableContract.of(Tables.REJECTED_RECORD).icebergSchema());
    row.setField("source", source);
    row.setField("reason", reason);
    return row;
  }

  private static List<Runnable> additions(SourceHealth health) {
    return new ArrayList<>(
        List.of(
            () -> health.addDay(day("lms", 1, 10)),
            () -> health.addDay(day("lms", 1, 5)),
            () -> health.addDay(day("lms", 2, 20)),
            () -> health.addDay(day("lms", 3, 7)),
            // Of this day everything was voided.
            () -> health.addDay(day("lms", 3, -7)),
            () -> health.addDay(day("lms", 6, 100)),
            () -> health.addDay(day("lms", 8, 1)),
            () -> health.addDay(day("lms", 25, 4)),
            () -> health.addDay(day("video", 4, 3)),
            () -> health.addBatch(batch("lms", 150, 2)),
            () -> health.addBatch(batch("lms", 50, 1)),
            () -> health.addRejected(rejected("lms", "A")),
            () -> health.addRejected(rejected("lms", "A")),
            () -> health.addRejected(rejected("lms", "B")),
            () -> health.addBatch(batch("empty", 0, 0)),
            () -> health.addUnresolved(Map.of("source", "lms", "events", 17L)),
            () -> health.addUnresolved(Map.of("source", "lms", "events", 17L))));
  }

  private static List<Map<String, Object>> rows(Random order) {
    SourceHealth health = new SourceHealth(AS_OF);
    List<Runnable> additions = additions(health);
    Collections.shuffle(additions, order);
    additions.forEach(Runnable::run);
    return health.rows();
  }

  @Test
  void daysAreThoseOnWhichSomethingIsLeft() {
    Map<String, Object> lms = rows(new Random(1)).get(1);
    assertThat(lms)
        .containsEntry("source", "lms")
        .containsEntry("first_event_day", LocalDate.of(2026, 9, 1))
        .containsEntry("last_event_day", LocalDate.of(2026, 9, 8))
        .containsEntry("days_since_last_event", 12)
        .containsEntry("events", 136L)
        .containsEntry("days_with_events", 4)
        .containsEntry("events_per_day_median", new BigDecimal("17.5"))
        .containsEntry("silent_days", 4)
        .containsEntry("longest_silence_days", 3)
        .containsEntry("events_after_as_of", 4L);
  }

  @Test
  void aDayOnWhichAnotherSourceWasHeardIsNoGap() {
    assertThat(rows(new Random(2)).get(1))
        .containsEntry("log_gap_days", List.of("2026-09-03", "2026-09-05", "2026-09-07"));
  }

  @Test
  void sharesAreOfWhatWasReadAndOfTheEvents() {
    assertThat(rows(new Random(3)).get(1))
        .containsEntry("records_read", 200L)
        .containsEntry("records_rejected", 3L)
        .containsEntry("rejected_share", new BigDecimal("0.015000"))
        .containsEntry(
            "rejected_share_by_reason",
            Map.of("A", new BigDecimal("0.010000"), "B", new BigDecimal("0.005000")))
        .containsEntry("unresolved_events", 34L)
        .containsEntry("unresolved_share", new BigDecimal("0.250000"));
  }

  @Test
  void ofNothingThereIsNoShare() {
    assertThat(rows(new Random(4)).get(0))
        .containsEntry("source", "empty")
        .containsEntry("first_event_day", null)
        .containsEntry("last_event_day", null)
        .containsEntry("days_since_last_event", null)
        .containsEntry("events_per_day_median", null)
        .containsEntry("rejected_share", null)
        .containsEntry("unresolved_share", null)
        .containsEntry("silent_days", 0);
  }

  @Property(tries = 30)
  void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
    assertThat(rows(new Random(seed))).isEqualTo(rows(new Random(0)));
  }
}
