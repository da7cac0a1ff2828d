package vn.chuyencan.benchmarks.data;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How much is generated, and when it happens. Days are counted from the first day of the current
 * term, which is the last of the history: day 0 opens it, negative days lie in earlier terms. So a
 * longer history only adds days before a shorter one, and the night that follows is the same.
 *
 * @param statements lines of the whole history, repeats included
 * @param learners in each term
 * @param weeks of history
 * @param termWeeks of one term; the history is whole terms
 */
public record Shape(long statements, int learners, int weeks, int termWeeks) {
  /** Opens the current term: a Monday on which the bundled policy is in force. */
  public static final LocalDate TERM_OPENS = LocalDate.of(2026, 9, 7);

  /** The institution's zone has no daylight saving. */
  static final ZoneOffset ZONE = ZoneOffset.ofHours(7);

  /** One statement in so many is a repeat nearby, and one in as many a repeat in the next file. */
  static final int REPEAT_EVERY = 200;

  /** Checks that the history consists of whole terms and holds something. */
  public Shape {
    if (statements < 1 || learners < 1 || weeks < 1) {
      throw new IllegalArgumentException("statements, learners and weeks must be at least 1");
    }
    if (termWeeks < 1 || weeks % termWeeks != 0) {
      throw new IllegalArgumentException(
          weeks + " weeks are not whole terms of " + termWeeks + " weeks");
    }
  }

  /** Days of a term in which something happens. */
  int termDays() {
    return termWeeks * 7;
  }

  /** Days of the history. */
  public int days() {
    return weeks * 7;
  }

  /** The first day of the history. */
  public int firstDay() {
    return termDays() - days();
  }

  /** The day after the history: the night's. */
  public int night() {
    return termDays();
  }

  /** The term of a day: 0 is the current one, −1 the one before. The night belongs to it. */
  int termOf(int day) {
    return day == night() ? 0 : Math.floorDiv(day, termDays());
  }

  int terms() {
    return days() / termDays();
  }

  /** The week of its term in which a day lies, from 0. */
  int weekOf(int day) {
    return (day - termOf(day) * termDays()) / 7;
  }

  /** The calendar date of a day. */
  public LocalDate date(int day) {
    return TERM_OPENS.plusDays(day);
  }

  /** The day on which a term opens. */
  LocalDate opens(int term) {
    return date(term * termDays());
  }

  /** One week after the last lesson: the week of late work, in which the night falls. */
  LocalDate closes(int term) {
    return opens(term).plusDays(termDays() + 6L);
  }

  /** Lines of a day's file. */
  long linesOf(int day) {
    long nth = day - (long) firstDay();
    return (nth + 1) * statements / days() - nth * statements / days();
  }

  /** Repeats of one kind in a day's file. */
  int repeatsOf(int day) {
    return (int) (linesOf(day) / REPEAT_EVERY);
  }

  /** Statements that happen on a day: the lines without the repeats. */
  int eventsOf(int day) {
    return Math.toIntExact(linesOf(day) - 2L * repeatsOf(day));
  }

  /** Course runs of a term: about a hundred learners in each, three for every learner. */
  int courses() {
    return Math.max(3, learners * Campus.COURSES_OF_A_LEARNER / 100);
  }
}
