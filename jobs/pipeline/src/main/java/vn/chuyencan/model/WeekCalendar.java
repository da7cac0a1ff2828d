package vn.chuyencan.model;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The weeks of one course run (X-TIME-4): blocks of seven days from its opening date. A last block
 * of four days or more is a week of its own; a shorter one belongs to the week before it. A week
 * declared off is not a week of the course; the others keep their place in time and are numbered
 * without a gap.
 */
public final class WeekCalendar implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DAYS = 7;
  private static final int SHORTEST_LAST_WEEK = 4;
  private static final DateTimeFormatter ISO_WEEK =
      new DateTimeFormatterBuilder()
          .appendValue(IsoFields.WEEK_BASED_YEAR, 4, 10, SignStyle.NORMAL)
          .appendLiteral("-W")
          .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
          .toFormatter(Locale.ROOT);

  private final LocalDate opening;
  private final LocalDate closing;
  private final ArrayList<Week> weeks;

  /**
   * One course week.
   *
   * @param number from 1
   * @param firstDay first day
   * @param lastDay last day, inclusive
   * @param extended whether a last block of fewer than four days was merged into it
   */
  public record Week(int number, LocalDate firstDay, LocalDate lastDay, boolean extended)
      implements Serializable {

    /** Whether the day lies in it. */
    public boolean contains(LocalDate day) {
      return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
  }

  private WeekCalendar(LocalDate opening, LocalDate closing, List<Week> weeks) {
    this.opening = opening;
    this.closing = closing;
    this.weeks = new ArrayList<>(weeks);
  }

  /**
   * The weeks from opening to closing, both inclusive.
   *
   * @param weeksOff any day of each 7-day block that does not count
   */
  public static WeekCalendar of(LocalDate opening, LocalDate closing, Set<LocalDate> weeksOff) {
    if (closing.isBefore(opening)) {
      throw new IllegalArgumentException("closing " + closing + " lies before opening " + opening);
    }
    List<Week> blocks = new ArrayList<>();
    long days = ChronoUnit.DAYS.between(opening, closing) + 1;
    long full = days / DAYS;
    long rest = days % DAYS;
    long count = rest >= SHORTEST_LAST_WEEK || full == 0 ? full + (rest > 0 ? 1 : 0) : full;
    for (long block = 0; block < count; block++) {
      LocalDate first = opening.plusDays(block * DAYS);
      LocalDate last = block == count - 1 ? closing : first.plusDays(DAYS - 1L);
      boolean extended = ChronoUnit.DAYS.between(first, last) >= DAYS;
      if (weeksOff.stream().noneMatch(off -> !off.isBefore(first) && !off.isAfter(last))) {
        blocks.add(new Week(blocks.size() + 1, first, last, extended));
      }
    }
    return new WeekCalendar(opening, closing, blocks);
  }

  /**
   * The ISO weeks, Monday to Sunday, of the days from opening to closing: the other reading of
   * X-TIME-4. Fewer than four days at either end belong to the week beside them.
   *
   * @param weeksOff any day of each week that does not count
   */
  public static WeekCalendar iso(LocalDate opening, LocalDate closing, Set<LocalDate> weeksOff) {
    if (closing.isBefore(opening)) {
      throw new IllegalArgumentException("closing " + closing + " lies before opening " + opening);
    }
    List<LocalDate> starts = new ArrayList<>();
    starts.add(opening);
    LocalDate monday = monday(opening).plusDays(DAYS);
    for (; !monday.isAfter(closing); monday = monday.plusDays(DAYS)) {
      starts.add(monday);
    }
    if (starts.size() > 1 && opening.plusDays(SHORTEST_LAST_WEEK).isAfter(starts.get(1))) {
      starts.remove(1);
    }
    LocalDate last = starts.get(starts.size() - 1);
    if (starts.size() > 1 && last.plusDays(SHORTEST_LAST_WEEK - 1L).isAfter(closing)) {
      starts.remove(last);
    }
    List<Week> weeks = new ArrayList<>();
    for (int at = 0; at < starts.size(); at++) {
      LocalDate first = starts.get(at);
      LocalDate end = at == starts.size() - 1 ? closing : starts.get(at + 1).minusDays(1);
      if (weeksOff.stream().noneMatch(off -> !off.isBefore(first) && !off.isAfter(end))) {
        boolean extended = ChronoUnit.DAYS.between(first, end) >= DAYS;
        weeks.add(new Week(weeks.size() + 1, first, end, extended));
      }
    }
    return new WeekCalendar(opening, closing, weeks);
  }

  /** The name of the ISO week that a week of {@link #iso} stands for. */
  public static String isoName(Week week) {
    // Four days in, a week that begins with days of the week before is in its own.
    LocalDate inside = week.firstDay().plusDays(SHORTEST_LAST_WEEK - 1L);
    return isoWeek(inside.isAfter(week.lastDay()) ? week.lastDay() : inside);
  }

  public LocalDate opening() {
    return opening;
  }

  public LocalDate closing() {
    return closing;
  }

  /** The course's weeks in order. */
  public List<Week> weeks() {
    return Collections.unmodifiableList(weeks);
  }

  /** The number of the week in which the day lies, or 0 when it lies in none. */
  public int weekOf(LocalDate day) {
    int low = 0;
    int high = weeks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (weeks.get(middle).lastDay().isBefore(day)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < weeks.size() && weeks.get(low).contains(day) ? weeks.get(low).number() : 0;
  }

  /** Every ISO week that a day of the course touches, in order, as {@code 2026-W37}. */
  public List<String> isoWeeks() {
    List<String> result = new ArrayList<>();
    LocalDate monday = monday(opening);
    for (; !monday.isAfter(closing); monday = monday.plusDays(DAYS)) {
      result.add(isoWeek(monday));
    }
    return result;
  }

  /** The ISO 8601 week of a day, such as {@code 2026-W37}. */
  public static String isoWeek(LocalDate day) {
    return ISO_WEEK.format(day);
  }

  /** The Monday of the ISO week in which the day lies. */
  public static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
