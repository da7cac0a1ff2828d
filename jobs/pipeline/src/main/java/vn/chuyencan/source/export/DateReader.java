package vn.chuyencan.source.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of one file. All of them are {@link #observe observed} before the first is read:
 * whether 4/5 is in April or in May stands in the file as a whole, not in one row.
 */
final class DateReader {
  /** What programs write that make a log anew: the only times that name where they count. */
  private static final Pattern WITH_OFFSET =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(:\\d\\d(?:\\.\\d{1,9})?)?)"
              + " ?(Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)");

  private final MoodleLocale locale;
  private final Integer year;
  private final DateTimeFormatter pattern;
  private final Map<DateOrder, Trace> traces = new LinkedHashMap<>();
  private DateOrder order;
  private final TurnOfYear turn = new TurnOfYear();
  private boolean withoutYear;

  /**
   * @param locale language of the file
   * @param settings what is configured
   */
  DateReader(MoodleLocale locale, ExportSettings settings) {
    this.locale = locale;
    this.year = settings.year();
    String format = settings.dateFormat();
    List<DateOrder> orders = new ArrayList<>(locale.order());
    DateTimeFormatter own = null;
    if (format != null && isOrder(format)) {
      orders = List.of(DateOrder.valueOf(format.toUpperCase(Locale.ROOT)));
    } else if (format != null) {
      own = DateTimeFormatter.ofPattern(format, Locale.forLanguageTag(locale.code()));
    }
    pattern = own;
    orders.forEach(each -> traces.put(each, new Trace()));
  }

  /** Whether a configured format can be understood. */
  static boolean understands(String format) {
    try {
      return isOrder(format) || DateTimeFormatter.ofPattern(format, Locale.ROOT).toString() != null;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static boolean isOrder(String format) {
    return format.equals("dmy") || format.equals("mdy") || format.equals("ymd");
  }

  /** Takes the cell as evidence of the order. */
  void observe(String cell) {
    DateParts parts = pattern == null ? DateParts.of(cell, locale) : null;
    if (parts != null && parts.withoutYear()) {
      withoutYear = true;
      observeTurn(parts);
    }
    if (parts != null && parts.needsOrder()) {
      traces.forEach((each, trace) -> trace.add(each, parts));
    }
  }

  private void observeTurn(DateParts parts) {
    try {
      turn.observe(parts.at(locale.order().get(0), TurnOfYear.ANY_YEAR));
    } catch (DateTimeException none) {
      // No day: it tells nothing of when the others were.
    }
  }

  /** The year of a date that names none: the configured one is that of the newest row. */
  private Integer yearOf(DateParts parts) {
    return parts.withoutYear()
            && turn.isOfYearBefore(parts.at(locale.order().get(0), TurnOfYear.ANY_YEAR))
        ? Integer.valueOf(year - 1)
        : year;
  }

  /** Whether the file leaves open in which order its dates are written. */
  boolean ambiguous() {
    List<DateOrder> possible = possible();
    return possible.size() > 1 && !sameTimes(possible) && ordered(possible) == null;
  }

  /** Whether a year is needed that nobody gave. */
  boolean lacksYear() {
    return withoutYear && year == null;
  }

  /** What the cell says. */
  Moment read(String cell) {
    if (Phrases.missing(cell)) {
      return Moment.refused("There is no time.");
    }
    try {
      if (pattern != null) {
        return formatted(cell);
      }
      Matcher withOffset = WITH_OFFSET.matcher(cell);
      if (withOffset.matches()) {
        return withOffset(withOffset);
      }
      DateParts parts = DateParts.of(cell, locale);
      if (parts == null) {
        return Moment.refused("\"" + cell + "\" is no date and time that is known.");
      } else if (parts.withoutYear() && year == null) {
        return Moment.refused("\"" + cell + "\" names no year; configure the year.");
      }
      return new Moment(parts.at(order(), yearOf(parts)), parts.time() != null, parts.seconds());
    } catch (DateTimeException none) {
      return Moment.refused("\"" + cell + "\" names no day that exists.");
    }
  }

  private static Moment withOffset(Matcher text) {
    String written = text.group(4);
    boolean universal = Character.isLetter(written.charAt(0));
    return new Moment(
        LocalDateTime.of(LocalDate.parse(text.group(1)), LocalTime.parse(text.group(2))),
        universal ? ZoneOffset.UTC : ZoneOffset.of(written),
        true,
        text.group(3) != null,
        null);
  }

  private Moment formatted(String cell) {
    var parsed = pattern.parse(cell);
    boolean clock = parsed.isSupported(ChronoField.HOUR_OF_DAY);
    LocalTime time = clock ? LocalTime.from(parsed) : LocalTime.MIDNIGHT;
    boolean seconds = pattern.toString().contains("SecondOfMinute");
    return new Moment(LocalDateTime.of(LocalDate.from(parsed), time), clock, seconds);
  }

  private DateOrder order() {
    if (order == null) {
      List<DateOrder> possible = possible();
      DateOrder byTime = ordered(possible);
      order =
          byTime != null ? byTime : possible.isEmpty() ? locale.order().get(0) : possible.get(0);
    }
    return order;
  }

  private List<DateOrder> possible() {
    return traces.keySet().stream().filter(each -> traces.get(each).possible).toList();
  }

  private boolean sameTimes(List<DateOrder> possible) {
    return possible.stream().map(each -> traces.get(each).hash).distinct().count() == 1;
  }

  /** Moodle writes the newest first; only one order may keep such a row of times. */
  private DateOrder ordered(List<DateOrder> possible) {
    List<DateOrder> monotonous =
        possible.stream().filter(each -> traces.get(each).monotonous()).toList();
    return monotonous.size() == 1 ? monotonous.get(0) : null;
  }

  /** What the file looks like when its dates are written in one order. */
  private static final class Trace {
    private boolean possible = true;
    private boolean ascending = true;
    private boolean descending = true;
    private LocalDateTime last;
    private long hash;

    void add(DateOrder order, DateParts parts) {
      if (!order.allows(parts.numbers())) {
        possible = false;
        return;
      }
      try {
        LocalDateTime time = parts.at(order, null);
        hash = hash * 31 + time.hashCode();
        if (last != null) {
          ascending &= !time.isBefore(last);
          descending &= !time.isAfter(last);
        }
        last = time;
      } catch (DateTimeException none) {
        hash = hash * 31 + 1;
      }
    }

    boolean monotonous() {
      return ascending || descending;
    }
  }
}
