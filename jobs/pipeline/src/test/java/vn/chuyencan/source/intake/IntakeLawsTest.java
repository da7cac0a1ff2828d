package vn.chuyencan.source.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.Tables;

/**
 * What tasks add up while events pass, and what is put right afterwards, is what the events of the
 * lake tell: over batches with repeats, conflicts, voidings early and late, and two sources.
 */
class IntakeLawsTest {
  private static final int BATCHES = 4;
  private static final int STATEMENTS = 120;

  @TempDir private Path folder;

  private final List<String> sent = new ArrayList<>();
  private final List<UUID> ids = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 4711})
  void sumsAreThoseOfTheEvents(long seed) {
    Random random = new Random(seed);
    TestLake lake = new TestLake(folder);
    long stays = 0;
    long read = 0;
    for (int number = 0; number < BATCHES; number++) {
      List<String> statements = statements(random);
      read += statements.size();
      Batch batch = lake.takeIn(random.nextInt(3) == 0 ? "second" : TestLake.SOURCE, statements);

      assertThat(batch.balances()).isTrue();
      assertThat(batch.read()).isEqualTo(statements.size());
      stays += batch.accepted() - batch.voidedEarlier();
      assertThat(lake.rows(Tables.LEARNING_EVENT, "event_id")).hasSize(Math.toIntExact(stays));
      assertThat(StoredBursts.told(lake)).isEqualTo(StoredBursts.ofEvents(lake));
      assertThat(told(lake)).isEqualTo(ofEvents(lake));
      removedEventsHaveTheirKey(lake);
    }
    assertThat(read).isEqualTo(BATCHES * STATEMENTS);
    assertThat(lake.rows(Tables.REMOVED_EVENT))
        .extracting(row -> row.getField("reason"))
        .contains("duplicate", "conflicting", "voided", "voided_earlier");
  }

  /** A repeat holds a burst of the second source together until the first source voids it. */
  @Test
  void aDayFallsApartInEverySourceThatRepeatedTheVoidedEvent() {
    TestLake lake = new TestLake(folder);
    Instant middle = Statements.EVENING;
    UUID shared = new UUID(1, 1);
    String event = Statements.viewed(shared, 1, 1, 1, middle, 0);
    lake.takeIn(TestLake.SOURCE, List.of(event));
    Batch second =
        lake.takeIn(
            "second",
            List.of(
                Statements.viewed(new UUID(1, 2), 1, 1, 1, middle.minusSeconds(180), 0),
                event,
                Statements.viewed(new UUID(1, 3), 1, 1, 1, middle.plusSeconds(180), 0)));
    assertThat(second.duplicate()).isEqualTo(1);
    assertThat(StoredBursts.told(lake).values())
        .singleElement()
        .satisfies(day -> assertThat(day.bursts()).hasSize(1));

    Batch voiding =
        lake.takeIn(
            TestLake.SOURCE,
            List.of(Statements.voids(new UUID(1, 4), shared, middle.plusSeconds(600))));
    assertThat(voiding.voidedEarlier()).isEqualTo(1);
    assertThat(StoredBursts.told(lake)).isEqualTo(StoredBursts.ofEvents(lake));
    assertThat(StoredBursts.told(lake).values())
        .anySatisfy(day -> assertThat(day.bursts()).hasSize(2));
  }

  /** The first of two statements with one id stays, and only what it says is voided. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConflictingVoidingStatementVoidsNothing(boolean inOneBatch) {
    TestLake lake = new TestLake(folder);
    UUID one = new UUID(1, 1);
    UUID other = new UUID(1, 2);
    UUID voiding = new UUID(1, 3);
    Instant later = Statements.EVENING.plusSeconds(900);
    List<String> events =
        List.of(
            Statements.viewed(one, 1, 1, 1, Statements.EVENING, 0),
            Statements.viewed(other, 1, 1, 1, Statements.EVENING.plusSeconds(60), 0),
            Statements.viewed(other, 1, 1, 1, Statements.EVENING.plusSeconds(60), 0));
    List<String> voidings =
        List.of(
            Statements.voids(voiding, one, later),
            Statements.voids(voiding, other, later),
            Statements.voids(voiding, one, later));
    List<Batch> batches = new ArrayList<>();
    if (inOneBatch) {
      List<String> all = new ArrayList<>(events);
      all.addAll(voidings);
      batches.add(lake.takeIn(TestLake.SOURCE, all));
    } else {
      batches.add(lake.takeIn(TestLake.SOURCE, events));
      voidings.forEach(line -> batches.add(lake.takeIn(TestLake.SOURCE, List.of(line))));
    }

    assertThat(batches).allMatch(Batch::balances);
    assertThat(batches.stream().mapToLong(Batch::conflicting).sum()).isEqualTo(1);
    assertThat(batches.stream().mapToLong(batch -> batch.voided() + batch.voidedEarlier()).sum())
        .isEqualTo(1);
    assertThat(lake.rows(Tables.LEARNING_EVENT, "event_id"))
        .extracting(row -> row.getField("event_id"))
        .containsExactlyInAnyOrder(other, voiding);
    assertThat(lake.rows(Tables.VOIDING))
        .extracting(row -> row.getField("target_event_id"))
        .containsExactly(one);
    assertThat(StoredBursts.told(lake)).isEqualTo(StoredBursts.ofEvents(lake));
    assertThat(told(lake)).isEqualTo(ofEvents(lake));
  }

  private List<String> statements(Random random) {
    List<String> statements = new ArrayList<>();
    while (statements.size() < STATEMENTS) {
      int kind = random.nextInt(20);
      if (kind < 3 && !sent.isEmpty()) {
        // The same line again, of this batch or another.
        statements.add(sent.get(random.nextInt(sent.size())));
      } else if (kind == 3 && !ids.isEmpty()) {
        statements.add(
            Statements.voids(
                new UUID(7, random.nextLong()),
                ids.get(random.nextInt(ids.size())),
                later(random)));
      } else if (kind == 4) {
        // Voids what is yet to come.
        UUID target = new UUID(8, random.nextInt(40));
        statements.add(Statements.voids(new UUID(7, random.nextLong()), target, later(random)));
      } else {
        statements.add(viewed(random, id(random, kind)));
      }
      sent.add(statements.get(statements.size() - 1));
    }
    Collections.shuffle(statements, random);
    return statements;
  }

  private UUID id(Random random, int kind) {
    if (kind == 5 && !ids.isEmpty()) {
      // Other content, or the same at another time.
      return ids.get(random.nextInt(ids.size()));
    }
    UUID id = kind == 6 ? new UUID(8, random.nextInt(40)) : new UUID(9, random.nextLong());
    ids.add(id);
    return id;
  }

  private static String viewed(Random random, UUID id) {
    int seconds = random.nextInt(4) == 0 ? random.nextInt(900) : 0;
    return Statements.viewed(
        id, random.nextInt(2), random.nextInt(3), random.nextInt(2), later(random), seconds);
  }

  private static Instant later(Random random) {
    return Statements.EVENING.plusSeconds(60L * random.nextInt(90));
  }

  private static Map<String, Long> told(TestLake lake) {
    Map<String, Long> counts = new TreeMap<>();
    for (Record row : lake.rows(Tables.VERB_DAY)) {
      counts.merge(verbDay(row), (Long) row.getField("events"), Long::sum);
    }
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private static Map<String, Long> ofEvents(TestLake lake) {
    Map<String, Long> counts = new TreeMap<>();
    for (Record row : lake.rows(Tables.LEARNING_EVENT)) {
      counts.merge(verbDay(row), 1L, Long::sum);
    }
    return counts;
  }

  private static String verbDay(Record row) {
    return row.getField("source")
        + " "
        + row.getField("verb_key")
        + " "
        + ((LocalDate) row.getField("event_date"));
  }

  private static void removedEventsHaveTheirKey(TestLake lake) {
    Set<List<Object>> keys = new HashSet<>();
    for (Record row : lake.rows(Tables.REMOVED_EVENT)) {
      assertThat(
              keys.add(
                  List.of(
                      row.getField("event_id"),
                      row.getField("content_hash"),
                      row.getField("occurred_at"),
                      row.getField("reason"),
                      row.getField("batch_id"))))
          .as("key of %s", row)
          .isTrue();
    }
  }
}
