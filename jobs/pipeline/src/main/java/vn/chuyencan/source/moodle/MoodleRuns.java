package vn.chuyencan.source.moodle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.Registers;

/**
 * The courses of a site as course runs. A course without a start is none until the register tells
 * its days, unless a draft of registers is wanted; a run is called as the course is ({@link
 * CourseNames}).
 */
final class MoodleRuns {
  private static final String OPENS_ON = "opens_on";
  private static final String CLOSES_ON = "closes_on";

  /** How long a new course is unless somebody says otherwise (moodlecourse, courseduration). */
  private static final int USUAL_DAYS = 365;

  private final ZoneId zone;
  private final Map<String, Set<String>> unknownDays = new TreeMap<>();
  private final Map<Long, CourseRun> runs = new TreeMap<>();
  private final Map<Long, Long> groupModes = new HashMap<>();

  private MoodleRuns(ZoneId zone) {
    this.zone = zone;
  }

  private record Course(long id, String title, Instant start, Instant end) {
    /** The days that the site does not tell. */
    Set<String> unknownDays() {
      Set<String> unknown = new TreeSet<>();
      if (start == null) {
        unknown.add(OPENS_ON);
      }
      if (end == null || (start != null && (!end.isAfter(start) || meansNever()))) {
        unknown.add(CLOSES_ON);
      }
      return unknown;
    }

    /** An end that no course run may have stands for none. */
    private boolean meansNever() {
      ZonedDateTime latest = start.atZone(ZoneOffset.UTC).plusYears(CourseRun.MOST_YEARS);
      return end.isAfter(latest.toInstant());
    }
  }

  /**
   * The courses whose opening is known. One without an end is open for as long as Moodle gives a
   * new course unless told otherwise, a year: its activity is measured, and nothing is final
   * before.
   *
   * @param told runs of the institution, which may tell the days that the site does not
   */
  static MoodleRuns read(MoodleDatabase database, ZoneId zone, Collection<CourseRun> told) {
    MoodleRuns runs = drafted(database, zone);
    Map<String, CourseRun> byIri = new HashMap<>();
    told.forEach(run -> byIri.put(run.iri(), run));
    runs.runs.replaceAll((course, run) -> runs.completed(run, byIri.get(run.iri())));
    runs.runs.replaceAll((course, run) -> runs.openEnded(run));
    runs.runs.values().removeIf(run -> runs.unknownDays.containsKey(run.courseId()));
    return runs;
  }

  /** All courses; those without days among {@link #unknownDays}. */
  static MoodleRuns drafted(MoodleDatabase database, ZoneId zone) {
    MoodleRuns runs = new MoodleRuns(zone);
    Map<Long, Course> courses = new TreeMap<>();
    CourseNames names = new CourseNames();
    database.each(
        "course",
        "id idnumber shortname fullname startdate enddate? groupmode? groupmodeforce?",
        "WHERE id > " + MoodleNames.FRONT_PAGE,
        row -> {
          Course course =
              new Course(
                  row.number("id"),
                  MoodleNames.clean(row.text("fullname")),
                  row.instant("startdate"),
                  row.instant("enddate"));
          courses.put(course.id(), course);
          names.add(
              course.id(),
              MoodleNames.clean(row.text("idnumber")),
              MoodleNames.clean(row.text("shortname")));
          if (row.number("groupmodeforce") != 0) {
            runs.groupModes.put(course.id(), row.number("groupmode"));
          }
        });
    String site = database.settings().site();
    names.names().forEach((course, name) -> runs.add(courses.get(course), name, site));
    return runs;
  }

  private void add(Course course, String name, String site) {
    Set<String> unknown = course.unknownDays();
    LocalDate opens = unknown.contains(OPENS_ON) ? null : day(course.start());
    LocalDate closes = unknown.contains(CLOSES_ON) ? null : lastDay(course.end());
    if (!unknown.isEmpty()) {
      unknownDays.put(name, unknown);
      // A place holder: a run must have days.
      LocalDate known = opens == null ? closes : opens;
      opens = known == null ? LocalDate.EPOCH : known;
      closes = opens;
    }
    runs.put(
        course.id(),
        new CourseRun(
            name,
            course.title() == null ? name : course.title(),
            new MoodlePlaces(site).course(course.id(), null).iri(),
            opens,
            closes.isBefore(opens) ? opens : closes,
            null,
            Set.of(),
            null));
  }

  private CourseRun completed(CourseRun run, CourseRun told) {
    if (told == null || unknownDays.remove(run.courseId()) == null) {
      return run;
    }
    return new CourseRun(
        run.courseId(),
        run.title(),
        run.iri(),
        told.opensOn(),
        told.closesOn(),
        told.zone(),
        told.weeksOff(),
        told.estimator());
  }

  private CourseRun openEnded(CourseRun run) {
    if (!unknownDays.getOrDefault(run.courseId(), Set.of()).equals(Set.of(CLOSES_ON))) {
      return run;
    }
    unknownDays.remove(run.courseId());
    return new CourseRun(
        run.courseId(),
        run.title(),
        run.iri(),
        run.opensOn(),
        run.opensOn().plusDays(USUAL_DAYS - 1),
        run.zone(),
        run.weeksOff(),
        run.estimator());
  }

  /** The days that the site does not tell, by the names of the runs. */
  Map<String, Set<String>> unknownDays() {
    return unknownDays;
  }

  /** The courses whose days a person must tell. */
  List<OpenPoint> points() {
    List<OpenPoint> points = new ArrayList<>();
    for (CourseRun run : runs.values()) {
      Set<String> unknown = unknownDays.getOrDefault(run.courseId(), Set.of());
      if (!unknown.isEmpty()) {
        points.add(
            OpenPoint.of(
                OpenPoint.Topic.COURSE_WITHOUT_DAYS,
                run.courseId(),
                run.title(),
                String.join(", ", new TreeSet<>(unknown).descendingSet())));
      }
    }
    return points;
  }

  /** The day of an instant, or null. */
  LocalDate day(Instant instant) {
    return instant == null ? null : LocalDate.ofInstant(instant, zone);
  }

  /** The last day of what ends at an instant: what ends at midnight ends with the day before. */
  LocalDate lastDay(Instant instant) {
    if (instant == null) {
      return null;
    }
    ZonedDateTime end = instant.atZone(zone);
    return end.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? end.toLocalDate().minusDays(1)
        : end.toLocalDate();
  }

  /** The name of a course's run, or null when it is none. */
  String run(long course) {
    CourseRun run = runs.get(course);
    return run == null ? null : run.courseId();
  }

  /** The title of a course's run, or null when it is none. */
  String title(long course) {
    CourseRun run = runs.get(course);
    return run == null ? null : run.title();
  }

  Set<Long> courses() {
    return runs.keySet();
  }

  /** The group mode that the course forces upon its modules, or null. */
  Long forcedGroupMode(long course) {
    return groupModes.get(course);
  }

  void addTo(Registers.Builder registers) {
    registers.addAll(runs.values());
  }
}
