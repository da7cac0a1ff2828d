package vn.chuyencan.source.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One date and time taken apart, before it is known in which order its numbers stand.
 *
 * @param numbers the numbers of the date in the order written; without the month when it is named
 * @param month the month when it is named, else null
 * @param time the time of day; null when there is none
 * @param seconds whether the time has seconds
 */
record DateParts(List<Integer> numbers, Integer month, LocalTime time, boolean seconds) {
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?");
  private static final Pattern POINTED =
      Pattern.compile("(?<![\\d.])(\\d{1,2})\\.(\\d{2})(?=\\s?[AaPp]\\.?[Mm])");
  private static final Pattern NUMBERED_MONTH =
      Pattern.compile(
          "(?:tháng|thg)\\s*(?:(\\d{1,2})|(\\p{L}+(?:\\s\\p{L}+)?))|(\\d{1,2})\\s*[月월]");
  private static final Pattern PIECE = Pattern.compile("(\\d+)|(\\p{L}[\\p{L}\\p{M}.]*)");
  private static final int NOON = 12;

  /** Takes a text apart; null when it holds no date. */
  static DateParts of(String text, MoodleLocale locale) {
    String rest = digits(text);
    Matcher clock = CLOCK.matcher(rest);
    boolean found = clock.find();
    if (!found) {
      clock = POINTED.matcher(rest);
      found = clock.find();
    }
    LocalTime time = null;
    boolean seconds = false;
    if (found) {
      String third = clock.groupCount() > 2 ? clock.group(3) : null;
      seconds = third != null;
      time = time(clock, third, rest, locale);
      if (time == null) {
        return null;
      }
      rest = rest.substring(0, clock.start()) + " " + rest.substring(clock.end());
    }
    return date(rest, time, seconds, locale);
  }

  private static DateParts date(String text, LocalTime time, boolean seconds, MoodleLocale locale) {
    String rest = text.toLowerCase(Locale.ROOT);
    Integer month = null;
    Matcher numbered = NUMBERED_MONTH.matcher(rest);
    if (numbered.find()) {
      String digits = numbered.group(1) == null ? numbered.group(3) : numbered.group(1);
      month =
          digits == null
              ? MonthNames.vietnamese(numbered.group(2))
              : Integer.valueOf(Integer.parseInt(digits));
      rest = rest.substring(0, numbered.start()) + " " + rest.substring(numbered.end());
    }
    List<Integer> numbers = new ArrayList<>();
    Matcher piece = PIECE.matcher(rest);
    while (piece.find()) {
      if (piece.group(1) != null) {
        if (piece.group(1).length() > 4) {
          return null;
        }
        numbers.add(Integer.valueOf(piece.group(1)));
      } else if (month == null) {
        month = MonthNames.of(locale.code()).month(piece.group(2));
      }
    }
    int wanted = month == null ? 3 : 2;
    if (numbers.isEmpty() || numbers.size() > wanted) {
      return null;
    }
    return new DateParts(List.copyOf(numbers), month, time, seconds);
  }

  /** Whether only the order says which number is which. */
  boolean needsOrder() {
    return month == null && numbers.size() == 3 && numbers.get(0) < 1000;
  }

  /** Whether the year is not written. */
  boolean withoutYear() {
    return numbers.size() == (month == null ? 2 : 1);
  }

  /**
   * The moment.
   *
   * @param order order of a date of three numbers
   * @param year year of a date without one
   * @throws DateTimeException if there is no such day
   */
  LocalDateTime at(DateOrder order, Integer year) {
    LocalTime clock = time == null ? LocalTime.MIDNIGHT : time;
    return LocalDateTime.of(day(order, year), clock);
  }

  private LocalDate day(DateOrder order, Integer year) {
    if (withoutYear()) {
      if (month != null) {
        return LocalDate.of(year, month, numbers.get(0));
      }
      boolean monthFirst = order == DateOrder.MDY || order == DateOrder.YMD;
      return LocalDate.of(year, numbers.get(monthFirst ? 0 : 1), numbers.get(monthFirst ? 1 : 0));
    }
    if (month != null) {
      boolean yearFirst = numbers.get(0) >= 32 || (order == DateOrder.YMD && numbers.get(1) < 32);
      return LocalDate.of(
          full(numbers.get(yearFirst ? 0 : 1)), month, numbers.get(yearFirst ? 1 : 0));
    }
    DateOrder own = numbers.get(0) >= 1000 ? DateOrder.YMD : order;
    return LocalDate.of(full(own.year(numbers)), own.month(numbers), own.day(numbers));
  }

  private static int full(int year) {
    return year < 100 ? 2000 + year : year;
  }

  private static LocalTime time(Matcher clock, String third, String text, MoodleLocale locale) {
    int hour = Integer.parseInt(clock.group(1));
    String around = text.substring(0, clock.start()) + " " + text.substring(clock.end());
    if (hour <= NOON && marked(around, locale.pm(), "p")) {
      hour = hour % NOON + NOON;
    } else if (hour == NOON && marked(around, locale.am(), "a")) {
      hour = 0;
    }
    int minute = Integer.parseInt(clock.group(2));
    int second = third == null ? 0 : Integer.parseInt(third);
    return hour > 23 || minute > 59 || second > 59 ? null : LocalTime.of(hour, minute, second);
  }

  private static boolean marked(String text, List<String> marks, String letter) {
    String folded = Phrases.key(text);
    Pattern latin = Pattern.compile("(?<!\\p{L})" + letter + "\\.?\\s?m(?!\\p{L})");
    return latin.matcher(folded).find()
        || marks.stream().anyMatch(mark -> holds(folded, Phrases.key(mark)));
  }

  private static boolean holds(String text, String mark) {
    int at = text.indexOf(mark);
    while (at >= 0) {
      int end = at + mark.length();
      if ((at == 0 || !Character.isLetter(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
        return true;
      }
      at = text.indexOf(mark, at + 1);
    }
    return false;
  }

  /** Digits of other scripts as those of ASCII. */
  private static String digits(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      int digit = Character.digit(character, 10);
      plain.append(digit >= 0 ? (char) ('0' + digit) : character);
    }
    return plain.toString();
  }
}
