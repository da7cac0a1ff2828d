package vn.chuyencan.source.moodle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;

/**
 * Who is in a course, as what, and in which group. The roles decide who learns and who teaches: a
 * learner has a role of the archetype student in the course or in a category above it and is
 * enrolled in the course; who has a teacher's role in the course or in a category above it teaches,
 * whatever else he is. Who was suspended and has no role any more, as Moodle can be told to take it
 * when an enrolment runs out, had the ones that the log says were taken then, and where it says
 * nothing the one that the enrolment gives. Whoever came by a way of enrolment that was switched
 * off since was there until then, as if each had been suspended.
 */
final class MoodleRoster {
  private static final long CATEGORY = 40;
  private static final long SUSPENDED = 1;

  private final MoodleDatabase database;
  private final MoodleRuns runs;
  private final MoodlePeople people;
  private final Map<Place, Role> roles = new TreeMap<>();
  private final Map<Place, Stay> stays = new HashMap<>();
  private final Map<RolesTaken.Suspension, Set<Long>> suspended = new HashMap<>();
  private final Map<Place, List<Long>> groups = new TreeMap<>();
  private final Map<Long, String> groupNames = new HashMap<>();
  private final Map<Long, Set<Long>> members = new HashMap<>();
  private final Map<Place, Set<Long>> groupsOf = new HashMap<>();
  private final Map<Long, Set<Long>> groupings = new HashMap<>();
  private final Map<Long, Set<Long>> learners = new HashMap<>();

  private record Place(long course, long user) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byCourse = Long.compare(course, other.course);
      return byCourse != 0 ? byCourse : Long.compare(user, other.user);
    }
  }

  /**
   * When somebody came and on what day that person was no longer there; either may be null. An
   * enrolment that ends in the evening was there on that day; who was suspended was not.
   */
  private record Stay(Instant from, LocalDate left) {
    /** Of several enrolments the longest reach counts. */
    Stay with(Stay other) {
      Instant first =
          from == null || (other.from != null && other.from.isBefore(from)) ? other.from : from;
      LocalDate last =
          left == null || other.left == null ? null : left.isAfter(other.left) ? left : other.left;
      return new Stay(first, last);
    }
  }

  private MoodleRoster(MoodleDatabase database, MoodleRuns runs, MoodlePeople people) {
    this.database = database;
    this.runs = runs;
    this.people = people;
  }

  static MoodleRoster read(MoodleDatabase database, MoodleRuns runs, MoodlePeople people) {
    MoodleRoster roster = new MoodleRoster(database, runs, people);
    roster.readEnrolments();
    roster.readRoles();
    roster.readGroups();
    roster.findLearners();
    return roster;
  }

  private void readRoles() {
    Map<Long, Role> meanings = new HashMap<>();
    database.each(
        "role",
        "id archetype",
        "",
        row -> {
          Role role = role(row.text("archetype"));
          if (role != null) {
            meanings.put(row.number("id"), role);
          }
        });
    Map<Long, Long> courseOf = new HashMap<>();
    Map<Long, String> pathOf = new HashMap<>();
    Map<Long, String> categories = new HashMap<>();
    database.each(
        "context",
        "id contextlevel instanceid path",
        "WHERE contextlevel IN (" + CATEGORY + ", " + LogEntry.COURSE + ")",
        row -> {
          if (row.number("contextlevel") == CATEGORY) {
            categories.put(row.number("id"), row.text("path"));
          } else if (runs.run(row.number("instanceid")) != null) {
            courseOf.put(row.number("id"), row.number("instanceid"));
            pathOf.put(row.number("instanceid"), row.text("path"));
          }
        });
    database.each(
        "role_assignments",
        "roleid contextid userid",
        "",
        row -> {
          Role role = meanings.get(row.number("roleid"));
          long context = row.number("contextid");
          long user = row.number("userid");
          if (role == null) {
            return;
          }
          if (courseOf.containsKey(context)) {
            give(new Place(courseOf.get(context), user), role);
          } else if (categories.containsKey(context)) {
            String above = categories.get(context) + "/";
            pathOf.forEach(
                (course, path) -> {
                  Place place = new Place(course, user);
                  // Of those who learn in a whole category only some are in each of its courses.
                  boolean there = role != Role.LEARNER || stays.containsKey(place);
                  if (there && path != null && path.startsWith(above)) {
                    give(place, role);
                  }
                });
          }
        });
    giveBack(meanings);
  }

  /** Gives those who were suspended and have no role any more the ones that they had. */
  private void giveBack(Map<Long, Role> meanings) {
    Map<RolesTaken.Suspension, Set<Long>> without = new HashMap<>();
    suspended.forEach(
        (one, given) -> {
          boolean has = roles.containsKey(new Place(one.course(), one.user()));
          boolean learnt = given.stream().anyMatch(role -> meanings.get(role) == Role.LEARNER);
          if (!has && learnt && runs.run(one.course()) != null) {
            without.put(one, given);
          }
        });
    Map<RolesTaken.Suspension, Set<Long>> taken = RolesTaken.with(database, without.keySet());
    without.forEach(
        (one, given) ->
            taken.getOrDefault(one, given).stream()
                .map(meanings::get)
                .filter(Objects::nonNull)
                .forEach(role -> give(new Place(one.course(), one.user()), role)));
  }

  private static Role role(String archetype) {
    return switch (String.valueOf(archetype)) {
      case "student" -> Role.LEARNER;
      case "editingteacher" -> Role.LECTURER;
      case "teacher" -> Role.ASSISTANT;
      default -> null;
    };
  }

  private void give(Place place, Role role) {
    roles.merge(place, role, MoodleRoster::stronger);
  }

  private static Role stronger(Role one, Role two) {
    if (one == Role.LECTURER || two == Role.LECTURER) {
      return Role.LECTURER;
    }
    return one == Role.ASSISTANT || two == Role.ASSISTANT ? Role.ASSISTANT : Role.LEARNER;
  }

  private void readEnrolments() {
    Map<Long, Long> courseOf = new HashMap<>();
    Map<Long, Long> roleOf = new HashMap<>();
    Map<Long, LocalDate> switchedOff = new HashMap<>();
    database.each(
        "enrol",
        "id courseid status roleid? timemodified?",
        "",
        row -> {
          courseOf.put(row.number("id"), row.number("courseid"));
          roleOf.put(row.number("id"), row.number("roleid"));
          if (row.number("status") == SUSPENDED) {
            switchedOff.put(row.number("id"), runs.day(row.instant("timemodified")));
          }
        });
    database.each(
        "user_enrolments",
        "enrolid userid status timestart timeend timecreated timemodified",
        "",
        row -> {
          Long course = courseOf.get(row.number("enrolid"));
          if (course == null) {
            return;
          }
          Instant start = row.instant("timestart");
          if (row.number("status") == SUSPENDED) {
            suspended
                .computeIfAbsent(
                    new RolesTaken.Suspension(
                        course, row.number("userid"), row.number("timemodified")),
                    one -> new TreeSet<>())
                .add(roleOf.get(row.number("enrolid")));
          }
          stays.merge(
              new Place(course, row.number("userid")),
              new Stay(
                  start == null ? row.instant("timecreated") : start,
                  earlier(
                      earlier(
                          dayAfter(runs.lastDay(row.instant("timeend"))),
                          switchedOff.get(row.number("enrolid"))),
                      row.number("status") == SUSPENDED
                          ? runs.day(row.instant("timemodified"))
                          : null)),
              Stay::with);
        });
  }

  /** What ended is not there again until somebody suspends it too. */
  private static LocalDate earlier(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate dayAfter(LocalDate day) {
    return day == null ? null : day.plusDays(1);
  }

  private void readGroups() {
    Map<Long, Long> courseOf = new HashMap<>();
    Set<Long> apart = new HashSet<>();
    database.each(
        "groups",
        "id courseid idnumber name participation?",
        "",
        row -> {
          if (Long.valueOf(0).equals(row.numberOrNull("participation"))) {
            // Moodle offers it in no activity: it is a list of people and no group of work.
            apart.add(row.number("id"));
          }
          String number = MoodleNames.clean(row.text("idnumber"));
          courseOf.put(row.number("id"), row.number("courseid"));
          groupNames.put(
              row.number("id"),
              MoodleNames.identifier(
                  number == null ? MoodleNames.clean(row.text("name")) : number));
        });
    database.each(
        "groups_members",
        "groupid userid",
        "ORDER BY groupid, userid",
        row -> {
          long group = row.number("groupid");
          long user = row.number("userid");
          members.computeIfAbsent(group, id -> new TreeSet<>()).add(user);
          Long course = courseOf.get(group);
          if (apart.contains(group)) {
            return;
          }
          if (course != null) {
            groupsOf.computeIfAbsent(new Place(course, user), id -> new TreeSet<>()).add(group);
          }
          if (course != null && groupNames.get(group) != null) {
            groups.computeIfAbsent(new Place(course, user), place -> new ArrayList<>()).add(group);
          }
        });
    database.each(
        "groupings_groups",
        "groupingid groupid",
        "",
        row ->
            groupings
                .computeIfAbsent(row.number("groupingid"), id -> new TreeSet<>())
                .add(row.number("groupid")));
  }

  private void findLearners() {
    roles.forEach(
        (place, role) -> {
          if (role == Role.LEARNER && takesPart(place)) {
            learners.computeIfAbsent(place.course(), id -> new TreeSet<>()).add(place.user());
          }
        });
  }

  /** The name of a group, or null. */
  String group(long id) {
    return groupNames.get(id);
  }

  /**
   * The members of a group, for work that a team hands in; without those who are in several, for
   * Moodle counts them to the default team.
   *
   * @param grouping the groups that are teams; 0 for all of the course
   */
  Set<Long> members(long group, long course, long grouping) {
    Set<Long> users = new TreeSet<>(members.getOrDefault(group, Set.of()));
    users.removeIf(user -> teams(course, user, grouping) > 1);
    return users;
  }

  /**
   * The users who learn in a course and are not in just one of its groups.
   *
   * @param grouping the groups among which they would be; 0 for all of the course
   */
  Set<Long> withoutTheirGroup(long course, long grouping) {
    Set<Long> users = new TreeSet<>(learners(course));
    users.removeIf(user -> teams(course, user, grouping) == 1);
    return users;
  }

  /** In how many groups somebody is. */
  private int teams(long course, long user, long grouping) {
    Set<Long> own = new TreeSet<>(groupsOf.getOrDefault(new Place(course, user), Set.of()));
    if (grouping != 0) {
      own.retainAll(groupings.getOrDefault(grouping, Set.of()));
    }
    return own.size();
  }

  /** The users who learn in a course. */
  Set<Long> learners(long course) {
    return learners.getOrDefault(course, Set.of());
  }

  /** Whoever has a role in one of the runs. */
  Set<Long> users() {
    Set<Long> users = new TreeSet<>();
    roles.forEach((place, role) -> users.add(place.user()));
    return users;
  }

  private boolean takesPart(Place place) {
    return roles.containsKey(place)
        && (roles.get(place) != Role.LEARNER || stays.containsKey(place))
        && people.learner(place.user()) != null;
  }

  /**
   * Adds who is there as what, and in which group.
   *
   * @param ofForums by course, the groupings whose groups have forums
   */
  void addTo(Registers.Builder registers, Map<Long, Set<Long>> ofForums) {
    roles.forEach(
        (place, role) -> {
          if (takesPart(place)) {
            Stay stay = stays.getOrDefault(place, new Stay(null, null));
            LocalDate from = runs.day(stay.from());
            LocalDate left = stay.left();
            registers.add(
                new Enrolment(
                    runs.run(place.course()),
                    people.learner(place.user()),
                    role,
                    from,
                    left != null && from != null && left.isBefore(from) ? from : left));
          }
        });
    groups.forEach(
        (place, of) -> {
          if (takesPart(place)) {
            registers.add(
                new GroupMember(
                    runs.run(place.course()),
                    groupNames.get(ofWork(of, ofForums.getOrDefault(place.course(), Set.of()))),
                    people.learner(place.user())));
          }
        });
  }

  /**
   * In which of several groups somebody works: in one of those that have forums, as of a class and
   * of its teams the teams have; else in the oldest. A person may say otherwise.
   */
  private long ofWork(List<Long> groupsOfOne, Set<Long> ofForums) {
    return groupsOfOne.stream()
        .filter(
            group ->
                ofForums.stream()
                    .anyMatch(id -> groupings.getOrDefault(id, Set.of()).contains(group)))
        .findFirst()
        .orElse(groupsOfOne.get(0));
  }

  /**
   * Whoever is in several groups of a run.
   *
   * @param ofForums by course, the groupings whose groups have forums
   */
  List<OpenPoint> points(Map<Long, Set<Long>> ofForums) {
    List<OpenPoint> points = new ArrayList<>();
    groups.forEach(
        (place, of) -> {
          if (takesPart(place) && roles.get(place) == Role.LEARNER && of.size() > 1) {
            points.add(
                OpenPoint.of(
                    OpenPoint.Topic.SEVERAL_GROUPS,
                    runs.run(place.course()),
                    people.learner(place.user()),
                    groupNames.get(ofWork(of, ofForums.getOrDefault(place.course(), Set.of()))),
                    of.stream().map(groupNames::get).collect(Collectors.joining(", "))));
          }
        });
    return points;
  }
}
