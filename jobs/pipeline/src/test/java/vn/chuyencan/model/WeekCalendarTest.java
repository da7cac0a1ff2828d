package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** X-TIME-4: weeks from the opening day, and ISO weeks. */
class WeekCalendarTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);

  private static List<String> days(WeekCalendar calendar) {
    return calendar.weeks().stream()
        .map(week -> week.number() + " " + week.firstDay() + " " + week.lastDay())
        .toList();
  }

  @Test
  void anOpeningInTheMiddleOfTheWeek() {
    LocalDate thursday = MONDAY.plusDays(3);
    LocalDate closing = MONDAY.plusDays(7 + 7 + 1);

    assertThat(days(WeekCalendar.of(thursday, closing, Set.of())))
        .containsExactly("1 2026-09-10 2026-09-16", "2 2026-09-17 2026-09-22");
    // Four days before the first Monday are a week, two days after the last are none.
    assertThat(days(WeekCalendar.iso(thursday, closing, Set.of())))
        .containsExactly("1 2026-09-10 2026-09-13", "2 2026-09-14 2026-09-22");
    // Three days before the first Monday belong to the week after it.
    assertThat(days(WeekCalendar.iso(thursday.plusDays(1), closing, Set.of())))
        .containsExactly("1 2026-09-11 2026-09-22");
    assertThat(WeekCalendar.iso(thursday, closing, Set.of()).weeks().get(1).extended()).isTrue();
  }

  @Test
  void aWeekOffIsNoWeekOfEither() {
    LocalDate closing = MONDAY.plusDays(20);

    assertThat(days(WeekCalendar.iso(MONDAY, closing, Set.of(MONDAY.plusDays(9)))))
        .containsExactly("1 2026-09-07 2026-09-13", "2 2026-09-21 2026-09-27")
        .isEqualTo(days(WeekCalendar.of(MONDAY, closing, Set.of(MONDAY.plusDays(9)))));
  }

  @Property
  void weeksCoverTheRunWithoutGapAndNoneIsShort(
      @ForAll @IntRange(max = 6) int weekday, @ForAll @IntRange(max = 120) int length) {
    LocalDate opening = MONDAY.plusDays(weekday);
    LocalDate closing = opening.plusDays(length);
    for (WeekRule rule : WeekRule.values()) {
      CourseRun run =
          new CourseRun("C", "t", "https://a.example", opening, closing, null, Set.of(), null);
      List<WeekCalendar.Week> weeks = run.weeks(rule).weeks();
      assertThat(weeks.get(0).firstDay()).isEqualTo(opening);
      assertThat(weeks.get(weeks.size() - 1).lastDay()).isEqualTo(closing);
      for (int index = 0; index < weeks.size(); index++) {
        WeekCalendar.Week week = weeks.get(index);
        assertThat(week.number()).isEqualTo(index + 1);
        long days = ChronoUnit.DAYS.between(week.firstDay(), week.lastDay()) + 1;
        assertThat(days).isLessThanOrEqualTo(13);
        assertThat(days >= 4 || weeks.size() == 1).isTrue();
        assertThat(week.extended()).isEqualTo(days > 7);
        if (index > 0) {
          assertThat(week.firstDay()).isEqualTo(weeks.get(index - 1).lastDay().plusDays(1));
          assertThat(week.firstDay().getDayOfWeek())
              .isEqualTo(rule == WeekRule.ISO ? DayOfWeek.MONDAY : opening.getDayOfWeek());
        }
      }
    }
    if (weekday == 0) {
      assertThat(days(WeekCalendar.iso(opening, closing, Set.of())))
          .isEqualTo(days(WeekCalendar.of(opening, closing, Set.of())));
    }
  }
}
