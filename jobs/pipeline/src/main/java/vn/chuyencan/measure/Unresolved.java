package vn.chuyencan.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counted activity of identifiers that no learner has, by identifier and source; what several tasks
 * or nights saw adds up.
 */
public final class Unresolved implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, TreeMap<String, Seen>> byActor = new TreeMap<>();

  private record Seen(long events, long firstDay, long lastDay) implements Serializable {
    private static final long serialVersionUID = 1L;

    Seen plus(Seen other) {
      return new Seen(
          events + other.events,
          Math.min(firstDay, other.firstDay),
          Math.max(lastDay, other.lastDay));
    }
  }

  /**
   * Adds activity.
   *
   * @param actorKeyHex the identifier's key in hexadecimal
   * @param source id of the source
   * @param events counted events; may be negative where repeats are taken out
   */
  public void add(
      String actorKeyHex, String source, long events, LocalDate firstDay, LocalDate lastDay) {
    byActor
        .computeIfAbsent(actorKeyHex, key -> new TreeMap<>())
        .merge(source, new Seen(events, firstDay.toEpochDay(), lastDay.toEpochDay()), Seen::plus);
  }

  /** Adds what another part saw. */
  public void add(Unresolved other) {
    other.byActor.forEach(
        (actor, sources) ->
            sources.forEach(
                (source, seen) ->
                    byActor
                        .computeIfAbsent(actor, key -> new TreeMap<>())
                        .merge(source, seen, Seen::plus)));
  }

  /** Adds all rows of one identifier from one source. */
  void add(long actorKey, String source, Collection<BurstRow> rows) {
    for (BurstReading.Day day : BurstReading.days(new ArrayList<>(rows))) {
      if (!day.bursts().isEmpty()) {
        LocalDate date = LocalDate.ofEpochDay(day.day());
        long events = day.bursts().stream().mapToLong(burst -> burst.events()).sum();
        add(Population.hex(actorKey), source, events, date, date);
      }
    }
  }

  /** Rows of {@code unresolved_actor} in the table's order. */
  public List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    byActor.forEach(
        (actor, sources) ->
            sources.forEach(
                (source, seen) -> {
                  if (seen.events() > 0) {
                    rows.add(
                        Map.of(
                            "actor_key_hex",
                            actor,
                            "source",
                            source,
                            "events",
                            seen.events(),
                            "first_day",
                            LocalDate.ofEpochDay(seen.firstDay()),
                            "last_day",
                            LocalDate.ofEpochDay(seen.lastDay())));
                  }
                }));
    return rows;
  }
}
