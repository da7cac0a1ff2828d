package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** When sources were heard, what was refused, and what belongs to nobody. */
class SourceHealthTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 9, 20);

  /** Of the weeks from 31 August, 7 and 14 September the second is off. */
  private static final CourseRun RUN =
      run("A", LocalDate.of(2026, 8, 31), Set.of(LocalDate.of(2026, 9, 9)));

  private static final CourseRun TO_COME = run("B", LocalDate.of(2026, 9, 20), Set.of());

  private static CourseRun run(String id, LocalDate opening, Set<LocalDate> weeksOff) {
    return new CourseRun(
        id, id, "https://lms.example/" + id, opening, opening.plusDays(20), null, weeksOff, null);
  }

  private static OffsetDateTime at(int day, int hour) {
    return OffsetDateTime.of(2026, 9, day, hour, 0, 0, 0, ZoneOffset.UTC);
  }

  private static Record clock(String source, int day, int hour, Map<String, Long> delays) {
    Record row = GenericRecord.create(TableContract.of(Tables.EVENT_CLOCK).icebergSchema());
    long stored = delays.values().stream().mapToLong(Long::longValue).sum();
    row.setField("source", source);
    row.setField("event_date", LocalDate.of(2026, 9, day));
    row.setField("first_at", at(day, hour));
    row.setField("last_at", at(day, hour + 2));
    row.setField("events_ahead", stored == 0 ? 3L : 1L);
    row.setField("ahead_max_seconds", day * 10L);
    row.setField("events_stored", stored);
    row.setField("delay_max_seconds", stored == 0 ? 0L : 100L + hour);
    row.setField("delays", delays);
    return row;
  }

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
            () -> health.addClock(clock("lms", 1, 7, Map.of("0", 2L, "5", 1L))),
            () -> health.addClock(clock("lms", 1, 5, Map.of("96", 1L))),
            () -> health.addClock(clock("lms", 3, 5, Map.of("-4", 1L, "10", 1L))),
            () -> health.addClock(clock("lms", 8, 6, Map.of())),
            () -> health.addClock(clock("lms", 25, 6, Map.of("5000", 9L))),
            () -> health.addClock(clock("video", 4, 3, Map.of())),
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
    return health(order).rows();
  }

  private static SourceHealth health(Random order) {
    SourceHealth health = new SourceHealth(AS_OF, List.of(RUN, TO_COME));
    List<Runnable> additions = additions(health);
    Collections.shuffle(additions, order);
    additions.forEach(Runnable::run);
    return health;
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
  void clocksAreOfAllDaysThatCount() {
    assertThat(rows(new Random(5)).get(1))
        .containsEntry("first_event_at", at(1, 5))
        .containsEntry("last_event_at", at(8, 8))
        .containsEntry("events_stored", 6L)
        // Of -4, 0, 0, 5, 10 and 96.
        .containsEntry("delay_median_seconds", 2L)
        .containsEntry("delay_max_seconds", 107L)
        .containsEntry("events_ahead", 6L)
        .containsEntry("ahead_max_seconds", 80L);
    assertThat(rows(new Random(5)).get(2))
        .containsEntry("events_stored", 0L)
        .containsEntry("delay_median_seconds", null)
        .containsEntry("delay_max_seconds", null)
        .containsEntry("events_ahead", 3L);
  }

  @Test
  void silenceIsHeldAgainstTheCourseWeeks() {
    // 31 August to 6 September and 14 to 20 September, of which 1, 2 and 6 were heard.
    assertThat(rows(new Random(6)).get(1))
        .containsEntry("course_days", 14)
        .containsEntry("silent_course_days", 11);
    List<Map<String, Object>> days = health(new Random(6)).days();
    assertThat(days.stream().filter(day -> day.get("source").equals("lms")))
        .hasSize(16)
        .first()
        .isEqualTo(row("lms", LocalDate.of(2026, 8, 31), 0L, null, null, 1, true));
    assertThat(days)
        .contains(
            row("lms", LocalDate.of(2026, 9, 1), 15L, at(1, 5), at(1, 9), 1, false),
            row("lms", LocalDate.of(2026, 9, 3), 0L, null, null, 1, true),
            row("lms", LocalDate.of(2026, 9, 4), 0L, null, null, 1, false),
            row("lms", LocalDate.of(2026, 9, 7), 0L, null, null, 0, true),
            row("lms", LocalDate.of(2026, 9, 20), 0L, null, null, 2, true),
            row("video", LocalDate.of(2026, 9, 1), 0L, null, null, 1, false))
        .noneMatch(day -> day.get("source").equals("empty"));
  }

  private static Map<String, Object> row(
      String source,
      LocalDate day,
      long events,
      OffsetDateTime first,
      OffsetDateTime last,
      int runs,
      boolean gap) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source", source);
    row.put("event_date", day);
    row.put("events", events);
    row.put("first_event_at", first);
    row.put("last_event_at", last);
    row.put("course_runs", runs);
    row.put("log_gap", gap);
    return row;
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
    assertThat(health(new Random(seed)).days()).isEqualTo(health(new Random(0)).days());
  }
}
