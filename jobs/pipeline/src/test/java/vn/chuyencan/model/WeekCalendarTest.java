package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** X-TIME-4: weeks from the opening day. */
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

    assertThat(days(WeekCalendar.of(thursday, MONDAY.plusDays(7 + 7 + 1), Set.of())))
        .containsExactly("1 2026-09-10 2026-09-16", "2 2026-09-17 2026-09-22");
    assertThat(days(WeekCalendar.of(thursday, thursday.plusDays(20), Set.of(thursday.plusDays(8)))))
        .containsExactly("1 2026-09-10 2026-09-16", "2 2026-09-24 2026-09-30");
  }

  @Property
  void weeksCoverTheRunWithoutGapAndNoneIsShort(
      @ForAll @IntRange(max = 6) int weekday, @ForAll @IntRange(max = 120) int length) {
    LocalDate opening = MONDAY.plusDays(weekday);
    LocalDate closing = opening.plusDays(length);
    List<WeekCalendar.Week> weeks = WeekCalendar.of(opening, closing, Set.of()).weeks();
    assertThat(weeks.get(0).firstDay()).isEqualTo(opening);
    assertThat(weeks.get(weeks.size() - 1).lastDay()).isEqualTo(closing);
    for (int index = 0; index < weeks.size(); index++) {
      WeekCalendar.Week week = weeks.get(index);
      assertThat(week.number()).isEqualTo(index + 1);
      long days = ChronoUnit.DAYS.between(week.firstDay(), week.lastDay()) + 1;
      assertThat(days).isLessThanOrEqualTo(10);
      assertThat(days >= 4 || weeks.size() == 1).isTrue();
      assertThat(week.extended()).isEqualTo(days > 7);
      if (index > 0) {
        assertThat(week.firstDay()).isEqualTo(weeks.get(index - 1).lastDay().plusDays(1));
        assertThat(week.firstDay().getDayOfWeek()).isEqualTo(opening.getDayOfWeek());
      }
    }
  }
}
