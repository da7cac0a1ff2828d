package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.IntervalText;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * The single sessions of a week beside what is counted of them: their number is {@code sessions},
 * and {@code minutes} can be reckoned from them (FC-X.1, FC-X.2).
 */
class WeekSessionsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final long MINUTE = 60_000_000L;
  private static final LocalDate OPENS = LocalDate.of(2026, 9, 9);
  private static final int WEEKS = 3;
  private static final long MIDNIGHT = Instants.micros(OPENS.atStartOfDay(ZONE).toInstant());
  private static final RowShape SHAPE = RowShape.of(Tables.LEARNER_COURSE_WEEK);

  /** Close to each other at times, and around midnights and the ends of weeks. */
  @Provide
  Arbitrary<List<Burst>> bursts() {
    Arbitrary<Long> anywhere = Arbitraries.longs().between(0, WEEKS * 7 * 1440 * MINUTE - MINUTE);
    Arbitrary<Long> nearMidnight =
        Combinators.combine(
                Arbitraries.longs().between(1, WEEKS * 7 - 1),
                Arbitraries.longs().between(-90 * MINUTE, 90 * MINUTE))
            .as((day, off) -> day * 1440 * MINUTE + off);
    return Combinators.combine(
            Arbitraries.oneOf(anywhere, nearMidnight),
            Arbitraries.longs().between(0, 40 * MINUTE),
            Arbitraries.longs().between(1, 9))
        .as((start, length, events) -> burst(start, length, events))
        .list()
        .ofMaxSize(16);
  }

  @Provide
  Arbitrary<List<Interval>> declared() {
    return Combinators.combine(
            Arbitraries.longs().between(0, WEEKS * 7 * 1440 * MINUTE),
            Arbitraries.longs().between(0, 500 * MINUTE))
        .as((start, length) -> new Interval(MIDNIGHT + start, MIDNIGHT + start + length))
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<Estimator> estimators() {
    return Arbitraries.of(Estimator.presets());
  }

  private static Burst burst(long start, long length, long events) {
    return new Burst(MIDNIGHT + start, MIDNIGHT + start + length, events);
  }

  private static List<Object[]> weeks(
      List<Burst> bursts, List<Interval> declared, Estimator estimator) {
    Registers registers =
        Registers.builder()
            .add(
                new CourseRun(
                    "L1",
                    "Lớp",
                    "https://lms.example/course/1",
                    OPENS,
                    OPENS.plusDays(WEEKS * 7 - 1),
                    null,
                    Set.of(),
                    null),
                new Enrolment("L1", "HV1", Role.LEARNER, OPENS, null))
            .build();
    CourseContext context =
        CourseContext.of(
                registers, List.of(), ZONE, new Reading(Optional.of(estimator), Optional.empty()))
            .get(0);
    TreeSet<Integer> days = new TreeSet<>();
    bursts.forEach(burst -> days.add(context.days().day(burst.start())));
    LearnerFacts facts =
        new LearnerFacts(
            bursts,
            declared,
            new ArrayList<>(days),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of());
    return LearnerCourse.of(context, "HV1", facts)
        .rows()
        .get(LearnerCourse.TABLES.indexOf(Tables.LEARNER_COURSE_WEEK));
  }

  private static List<Interval> times(Object[] week) {
    List<Interval> times = new ArrayList<>();
    for (Object text : (List<?>) week[SHAPE.place("session_times")]) {
      times.add(IntervalText.read((String) text));
    }
    return times;
  }

  private static BigDecimal minutes(Object[] week) {
    return (BigDecimal) week[SHAPE.place("minutes")];
  }

  private static boolean startsIn(Object[] week, Interval time) {
    LocalDate day = Instants.of(time.start()).atZone(ZONE).toLocalDate();
    return !day.isBefore((LocalDate) week[SHAPE.place("first_day")])
        && !day.isAfter((LocalDate) week[SHAPE.place("last_day")]);
  }

  @Property
  void thereAreAsManyAsAreCountedAndEachStartsInItsWeek(
      @ForAll("bursts") List<Burst> bursts, @ForAll("estimators") Estimator estimator) {
    List<Interval> all = new ArrayList<>();
    for (Object[] week : weeks(bursts, List.of(), estimator)) {
      List<Interval> times = times(week);
      assertThat(times).hasSize((Integer) week[SHAPE.place("sessions")]).isSorted();
      assertThat(times).allMatch(time -> startsIn(week, time));
      all.addAll(times);
    }
    assertThat(all)
        .isEqualTo(
            TimeOnTask.accesses(bursts, estimator).stream()
                .map(session -> new Interval(session.start(), session.end()))
                .toList());
  }

  @Property
  void theirLengthsAreTheMinutesOfTheStandardEstimator(@ForAll("bursts") List<Burst> bursts) {
    for (Object[] week : weeks(bursts, List.of(), Estimator.STANDARD)) {
      assertThat(minutes(week)).isEqualTo(AccessMeasures.minutes(TimeOnTask.micros(times(week))));
    }
  }

  @Property
  void theMinutesOfAnyEstimatorFollowFromThem(
      @ForAll("bursts") List<Burst> bursts, @ForAll("estimators") Estimator estimator) {
    long shortest = estimator.shortest().toNanos() / 1000;
    List<Object[]> weeks = weeks(bursts, List.of(), estimator);
    long[] micros = new long[weeks.size()];
    Interval stretch = null;
    List<Interval> times = new ArrayList<>(weeks.stream().flatMap(w -> times(w).stream()).toList());
    times.add(new Interval(Long.MAX_VALUE, Long.MAX_VALUE));
    for (Interval time : times) {
      if (stretch != null && time.start() - stretch.end() <= estimator.gapMicros()) {
        stretch = new Interval(stretch.start(), time.end());
        continue;
      }
      for (int week = 0; stretch != null && week < micros.length; week++) {
        if (startsIn(weeks.get(week), stretch) && (shortest == 0 || stretch.length() > shortest)) {
          micros[week] += stretch.length() + estimator.tailMicros();
        }
      }
      stretch = time;
    }
    for (int week = 0; week < micros.length; week++) {
      assertThat(minutes(weeks.get(week))).isEqualTo(AccessMeasures.minutes(micros[week]));
    }
  }

  /** A declared stretch may join sessions of two weeks: all of them are united, then divided. */
  @Property
  void withDeclaredTimeTheMinutesAreThoseOfTheUnion(
      @ForAll("bursts") List<Burst> bursts,
      @ForAll("declared") List<Interval> declared,
      @ForAll("estimators") Estimator estimator) {
    List<Object[]> weeks = weeks(bursts, declared, estimator);
    List<Burst> sessions = new ArrayList<>();
    for (Object[] week : weeks) {
      times(week).forEach(time -> sessions.add(new Burst(time.start(), time.end(), 1)));
    }
    List<Interval> counted =
        TimeOnTask.counted(TimeOnTask.sessions(sessions, estimator), declared, estimator);
    for (Object[] week : weeks) {
      List<Interval> ofWeek = counted.stream().filter(part -> startsIn(week, part)).toList();
      assertThat(minutes(week)).isEqualTo(AccessMeasures.minutes(TimeOnTask.micros(ofWeek)));
    }
  }

  @Example
  void aSessionAcrossTheEndOfAWeekBelongsWholeToTheWeekInWhichItStarts() {
    long border = 7 * 1440 * MINUTE;
    // Bursts are cut at midnight; the session is not.
    List<Object[]> weeks =
        weeks(
            List.of(
                burst(border - 20 * MINUTE, 20 * MINUTE - 1, 4),
                burst(border + MINUTE, 30 * MINUTE, 5)),
            List.of(),
            Estimator.STANDARD);
    assertThat(weeks)
        .extracting(week -> week[SHAPE.place("session_times")])
        .containsExactly(List.of("2026-09-15T16:40:00Z/PT51M"), List.of(), List.of());
    assertThat(minutes(weeks.get(0))).isEqualTo(new BigDecimal("51.000000"));
  }
}
