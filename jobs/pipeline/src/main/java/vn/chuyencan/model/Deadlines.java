package vn.chuyencan.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Until when a learner can still do what a rule asks, in days of the course run's zone.
 *
 * @param over the last day that is over there; null where that is the as-of date itself
 * @param closesOn last day of the course run; null when nobody has said when it closes
 * @param weeks last day of each week, by the week's number or ISO name
 * @param items last day of each forum, exercise … that closes before the course run, by its id
 */
public record Deadlines(
    LocalDate over,
    LocalDate closesOn,
    HashMap<String, LocalDate> weeks,
    HashMap<String, LocalDate> items)
    implements Serializable {

  /** Nothing is known of any day. */
  public static final Deadlines NONE = of(null, Map.of(), Map.of());

  public Deadlines {
    weeks = new HashMap<>(weeks);
    items = new HashMap<>(items);
  }

  /** Deadlines of a course run. */
  public static Deadlines of(
      LocalDate closesOn, Map<String, LocalDate> weeks, Map<String, LocalDate> items) {
    return new Deadlines(null, closesOn, new HashMap<>(weeks), new HashMap<>(items));
  }

  /** The same where that day is over and no later one. */
  public Deadlines after(LocalDate lastOver) {
    return new Deadlines(lastOver, closesOn, weeks, items);
  }

  /** The last day on which nothing more can be done. */
  public LocalDate over(LocalDate asOf) {
    return over == null ? asOf : over;
  }

  /**
   * The last day for a week or an item.
   *
   * @param item such as {@code week=3} or {@code forum=DD1}; empty for the course run as a whole
   */
  public Optional<LocalDate> of(String item) {
    int cut = item.indexOf('=');
    String id = item.substring(cut + 1);
    boolean week = item.startsWith("week=");
    LocalDate own = cut < 0 ? null : week ? weeks.get(id) : items.get(id);
    if (own == null || (!week && closesOn != null && closesOn.isBefore(own))) {
      return Optional.ofNullable(closesOn);
    }
    return Optional.of(own);
  }
}
