package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The ISO weeks of a course run, the other reading of X-TIME-4. */
class IsoWeekCalendarTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

  private static List<String> names(LocalDate opening, LocalDate closing, Set<LocalDate> off) {
    return WeekCalendar.iso(opening, closing, off).weeks().stream()
        .map(week -> WeekCalendar.isoName(week) + " " + week.firstDay() + " " + week.lastDay())
        .toList();
  }

  @Test
  void aCourseFromMondayToSundayHasTheSameWeeksEitherWay() {
    LocalDate closing = MONDAY.plusDays(34);
    assertThat(WeekCalendar.iso(MONDAY, closing, Set.of()).weeks())
        .isEqualTo(WeekCalendar.of(MONDAY, closing, Set.of()).weeks());
    assertThat(names(MONDAY, closing, Set.of()).get(0)).isEqualTo("2026-W37 2026-09-07 2026-09-13");
  }

  @Test
  void fourDaysAtAnEndAreAWeekAndThreeAreNot() {
    LocalDate thursday = MONDAY.plusDays(3);
    LocalDate friday = MONDAY.plusDays(4);
    assertThat(names(thursday, MONDAY.plusDays(20), Set.of()))
        .containsExactly(
            "2026-W37 2026-09-10 2026-09-13",
            "2026-W38 2026-09-14 2026-09-20",
            "2026-W39 2026-09-21 2026-09-27");
    assertThat(names(friday, MONDAY.plusDays(20), Set.of()))
        .containsExactly("2026-W38 2026-09-11 2026-09-20", "2026-W39 2026-09-21 2026-09-27");
    assertThat(names(MONDAY, MONDAY.plusDays(10), Set.of()))
        .containsExactly("2026-W37 2026-09-07 2026-09-13", "2026-W38 2026-09-14 2026-09-17");
    assertThat(names(MONDAY, MONDAY.plusDays(9), Set.of()))
        .containsExactly("2026-W37 2026-09-07 2026-09-16");
  }

  @Test
  void aWeekOffIsNoneOfThem() {
    assertThat(names(MONDAY, MONDAY.plusDays(20), Set.of(MONDAY.plusDays(9))))
        .containsExactly("2026-W37 2026-09-07 2026-09-13", "2026-W39 2026-09-21 2026-09-27");
  }

  @Test
  void aCourseOfFewDaysIsOneWeek() {
    assertThat(names(MONDAY.plusDays(5), MONDAY.plusDays(5), Set.of()))
        .containsExactly("2026-W37 2026-09-12 2026-09-12");
    assertThat(names(MONDAY.plusDays(5), MONDAY.plusDays(8), Set.of())).hasSize(1);
    assertThatThrownBy(() -> WeekCalendar.iso(MONDAY, MONDAY.minusDays(1), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void everyDayOfTheCourseLiesInExactlyOneWeek(
      @ForAll @IntRange(min = 0, max = 400) int start,
      @ForAll @IntRange(min = 0, max = 120) int length) {
    LocalDate opening = MONDAY.plusDays(start);
    LocalDate closing = opening.plusDays(length);
    List<WeekCalendar.Week> weeks = WeekCalendar.iso(opening, closing, Set.of()).weeks();
    LocalDate next = opening;
    for (WeekCalendar.Week week : weeks) {
      assertThat(week.firstDay()).isEqualTo(next);
      next = week.lastDay().plusDays(1);
      long days = ChronoUnit.DAYS.between(week.firstDay(), week.lastDay()) + 1;
      assertThat(days).isLessThanOrEqualTo(weeks.size() == 1 ? 13 : 10);
      if (weeks.size() > 1) {
        assertThat(days).isGreaterThanOrEqualTo(4);
      }
    }
    assertThat(next).isEqualTo(closing.plusDays(1));
    assertThat(weeks.stream().map(WeekCalendar::isoName).distinct()).hasSize(weeks.size());
    assertThat(weeks.stream().skip(1).map(WeekCalendar.Week::firstDay))
        .allMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
  }
}
