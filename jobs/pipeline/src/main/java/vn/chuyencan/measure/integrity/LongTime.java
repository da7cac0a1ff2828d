package vn.chuyencan.measure.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegritySign;
import vn.chuyencan.model.Interval;

/** Time outside human limits: too much of it on one day, or in one session. */
public final class LongTime {

  private LongTime() {}

  /**
   * Days with more minutes than that. A stretch over midnight is divided there, for what a person
   * can do on a day is asked; measures leave it on the day on which it begins.
   *
   * @param counted disjoint stretches of time that count
   */
  public static IntegritySign days(Collection<Interval> counted, ZoneId zone, int minutes) {
    Map<LocalDate, Long> days = new TreeMap<>();
    for (Interval stretch : counted) {
      long from = stretch.start();
      while (from < stretch.end()) {
        LocalDate day = Instant.EPOCH.plus(from, ChronoUnit.MICROS).atZone(zone).toLocalDate();
        long midnight =
            ChronoUnit.MICROS.between(
                Instant.EPOCH, day.plusDays(1).atStartOfDay(zone).toInstant());
        long to = Math.min(midnight, stretch.end());
        days.merge(day, to - from, Long::sum);
        from = to;
      }
    }
    List<String> found = new ArrayList<>();
    days.forEach(
        (day, micros) -> {
          if (micros > minutes * Figures.MINUTE) {
            found.add("day=" + day + " minutes=" + Figures.minutes(micros));
          }
        });
    return new IntegritySign(IntegrityKind.LONG_DAY, days.size(), found);
  }

  /**
   * Sessions that took more minutes than that, from the first to the last event.
   *
   * @param sessions in order of time
   */
  public static IntegritySign sessions(Collection<Burst> sessions, int minutes) {
    List<String> found = new ArrayList<>();
    for (Burst session : sessions) {
      long micros = session.end() - session.start();
      if (micros > minutes * Figures.MINUTE) {
        found.add(
            "session="
                + Figures.range(session.start(), session.end())
                + " minutes="
                + Figures.minutes(micros)
                + " events="
                + session.events());
      }
    }
    return new IntegritySign(IntegrityKind.LONG_SESSION, sessions.size(), found);
  }
}
