package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.CourseProgress;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Deadlines;
import vn.chuyencan.model.Registers;
import vn.chuyencan.testing.Outages;

/** A week has gone by when its last day is over where the course run is (X-TIME-2, X-TIME-4). */
class WeeksGoneByTest {
  private static final ZoneId INSTITUTION = ZoneId.of("Asia/Ho_Chi_Minh");

  /** A Monday: course weeks are ISO weeks, but for the last days. */
  private static final LocalDate OPENS = LocalDate.of(2026, 9, 7);

  private static CourseProgress progress(String zone, LocalDate asOf) {
    return progress(INSTITUTION, zone, asOf, Set.of());
  }

  private static CourseProgress progress(
      ZoneId institution, String zone, LocalDate asOf, Set<LocalDate> loggedDays) {
    return progress(institution, zone, asOf, loggedDays, Registers.builder());
  }

  private static CourseProgress progress(
      ZoneId institution,
      String zone,
      LocalDate asOf,
      Set<LocalDate> loggedDays,
      Registers.Builder more) {
    Registers registers =
        more.add(
                new CourseRun(
                    "L1",
                    "Lớp",
                    "https://lms.example/course/1",
                    OPENS,
                    OPENS.plusDays(13),
                    ZoneId.of(zone),
                    Set.of(),
                    null))
            .build();
    List<CourseContext> contexts = CourseContext.of(registers, List.of(), institution);
    return CourseProgressStep.of(contexts, Map.of(), loggedDays, asOf).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    // Of the run's zone, days from the opening to the as-of date: weeks gone by, closed.
    "Asia/Ho_Chi_Minh,   5, 0, false",
    "Asia/Ho_Chi_Minh,   6, 1, false",
    "Asia/Ho_Chi_Minh,  12, 1, false",
    "Asia/Ho_Chi_Minh,  13, 2, true",
    // Behind the institution: Sunday goes on when it is over there.
    "Asia/Kolkata,       6, 0, false",
    "Asia/Kolkata,       7, 1, false",
    "Asia/Kolkata,      13, 1, false",
    "Asia/Kolkata,      14, 2, true",
    "Pacific/Honolulu,   6, 0, false",
    "Pacific/Honolulu,   7, 1, false",
    // Ahead of it: the run's Sunday ends within the institution's.
    "Asia/Tokyo,         5, 0, false",
    "Asia/Tokyo,         6, 1, false",
    "Asia/Tokyo,        13, 2, true",
    "Pacific/Kiritimati, 6, 1, false",
  })
  void aWeekHasGoneByWhenItIsOverThere(String zone, int days, int weeks, boolean closed) {
    CourseProgress progress = progress(zone, OPENS.plusDays(days));
    assertThat(progress.weeksElapsed()).isEqualTo(weeks);
    assertThat(progress.isoWeeksElapsed()).isEqualTo(weeks);
    assertThat(progress.closed()).isEqualTo(closed);
  }

  /** While the last day of a week goes on there, what it lacks can be made up. */
  @ParameterizedTest
  @CsvSource({
    "Asia/Ho_Chi_Minh, 6, 0",
    "Asia/Tokyo,       6, 0",
    "Asia/Kolkata,     6, 1",
    "Asia/Kolkata,     7, 7",
    "Pacific/Honolulu, 6, 1",
  })
  void whatIsLeftOfAWeekIsCountedThere(String zone, int days, int left) {
    LocalDate asOf = OPENS.plusDays(days);
    Deadlines deadlines = progress(zone, asOf).deadlines();
    String week = days == 6 ? "week=1" : "week=2";
    LocalDate until = deadlines.of(week).orElseThrow();
    assertThat(ChronoUnit.DAYS.between(deadlines.over(asOf), until)).isEqualTo(left);
  }

  /** The institution's day on which nothing was logged lies in which weeks of the run? */
  @ParameterizedTest
  @CsvSource({
    "Asia/Ho_Chi_Minh, 6, 1",
    "Asia/Ho_Chi_Minh, 7, 2",
    // There Sunday lasts until the institution's Monday evening.
    "Pacific/Honolulu, 6, 1",
    "Pacific/Honolulu, 7, 1;2",
    // There Monday begins on the institution's Sunday.
    "Asia/Tokyo,       6, 1;2",
    "Asia/Tokyo,       7, 2",
  })
  void aDayWithoutALogIsAGapWhereverItReaches(String zone, int silent, String weeks) {
    Set<LocalDate> logged =
        OPENS.minusDays(1).datesUntil(OPENS.plusDays(16)).collect(Collectors.toSet());
    logged.remove(OPENS.plusDays(silent));
    CourseProgress progress = progress(INSTITUTION, zone, OPENS.plusDays(15), logged);
    assertThat(progress.logGapWeeks()).containsExactly(weeks.split(";"));
    assertThat(progress.isoLogGapWeeks()).hasSameSizeAs(progress.logGapWeeks());
  }

  /**
   * With a day between them, a week ends there before the institution's day of that date begins.
   */
  @Test
  void aDayAheadNoDayIsAskedForThatIsToCome() {
    ZoneId honolulu = ZoneId.of("Pacific/Honolulu");
    LocalDate asOf = OPENS.plusDays(5);
    Set<LocalDate> logged =
        OPENS.minusDays(1).datesUntil(asOf.plusDays(1)).collect(Collectors.toSet());
    CourseProgress progress = progress(honolulu, "Pacific/Kiritimati", asOf, logged);
    assertThat(progress.weeksElapsed()).isEqualTo(1);
    assertThat(progress.logGapWeeks()).isEmpty();
  }

  /** Both ways to count weeks tell of it, for a policy may ask either. */
  @Test
  void weeksWithAnOutageAreNamedInBothCalendars() {
    Correction outage = Outages.from(Instant.parse("2026-09-15T03:00:00Z"));
    String zone = INSTITUTION.getId();
    Set<LocalDate> logged = OPENS.datesUntil(OPENS.plusDays(14)).collect(Collectors.toSet());
    CourseProgress progress =
        progress(INSTITUTION, zone, OPENS.plusDays(13), logged, Registers.builder().add(outage));
    assertThat(progress.outageWeeks()).containsExactly("2", "2026-W38");
    assertThat(progress.logGapWeeks()).containsExactly("2");
    assertThat(progress.isoLogGapWeeks()).containsExactly("2026-W38");
    // Of weeks that go on nothing is said yet.
    assertThat(
            progress(INSTITUTION, zone, OPENS.plusDays(12), logged, Registers.builder().add(outage))
                .outageWeeks())
        .isEmpty();
  }

  /** The day that begins when an outage ends is whole (X-TIME-2). */
  @Test
  void anOutageUntilMidnightIsNoneOfTheNextDay() {
    Correction outage = Outages.from(Instant.parse("2026-09-13T15:00:00Z"));
    Set<LocalDate> logged = OPENS.datesUntil(OPENS.plusDays(14)).collect(Collectors.toSet());
    CourseProgress progress =
        progress(
            INSTITUTION,
            INSTITUTION.getId(),
            OPENS.plusDays(13),
            logged,
            Registers.builder().add(outage));
    assertThat(progress.outageWeeks()).containsExactly("1", "2026-W37");
  }

  /**
   * The institution's day of which only some hours are before the opening, or after the closing.
   */
  @ParameterizedTest
  @CsvSource({"Asia/Tokyo, -1", "Pacific/Auckland, -1", "America/New_York, 14"})
  void theRunAsksForNoLogBesideIt(String zone, int silent) {
    Set<LocalDate> logged =
        OPENS.minusDays(2).datesUntil(OPENS.plusDays(18)).collect(Collectors.toSet());
    logged.remove(OPENS.plusDays(silent));
    assertThat(progress(INSTITUTION, zone, OPENS.plusDays(16), logged).logGapWeeks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Ho_Chi_Minh, Asia/Ho_Chi_Minh,     2026-09-13, 0",
    "Asia/Ho_Chi_Minh, Asia/Tokyo,           2026-09-13, 1",
    "Asia/Ho_Chi_Minh, Asia/Kolkata,         2026-09-13, 0",
    "Asia/Ho_Chi_Minh, Pacific/Honolulu,     2026-09-13, 0",
    "Pacific/Honolulu, Pacific/Kiritimati,   2026-09-13, 1",
    "Etc/GMT+12,       Pacific/Kiritimati,   2026-09-13, 2",
    "Pacific/Kiritimati, Etc/GMT+12,         2026-09-13, -1",
    "Europe/Berlin,    Africa/Johannesburg,  2026-07-01, 0",
    "Europe/Berlin,    Africa/Johannesburg,  2026-12-01, 1",
  })
  void clocksMayBeAheadByDays(ZoneId institution, ZoneId zone, LocalDate day, int daysAhead) {
    assertThat(RunTime.daysAhead(day, institution, zone)).isEqualTo(daysAhead);
  }
}
